// @ts-check
// npm run picture: makes docs/page.png, the README's picture, from the real page.
import "./lib/node-version.mjs";
import { configure, createStage, withPage } from "../tests/bench/lib/stage.mjs";
import { page as buildPage } from "./build/page.mjs";
import { wasmPackage } from "./build/wasm.mjs";
import { inRoot } from "./lib/paths.mjs";
import { main } from "./lib/problem.mjs";
import { chromium } from "./setup/chromium.mjs";

await main(async () => {
  const [{ path }] = await Promise.all([chromium(), wasmPackage()]);
  await buildPage();
  const stage = await createStage(path);
  try {
    await withPage(stage, async (page) => {
      await configure(page, { activation: "tanh", learning_rate: 0.6 });
      await page.evaluate(() => window.backlight?.step(3000));
      await page.click('[data-tensor="dW2"]', { position: { x: 5, y: 5 } });
      await page.locator(".equation .katex").first().waitFor();
      // The transposed operand has turned, and one entry is traced.
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const result = page.locator('.equation .part[data-role="result"] canvas').first();
      await result.hover({ position: { x: 60, y: 60 } });
      await page.locator(".equation .total").waitFor();
      await page.screenshot({ path: inRoot("docs", "page.png"), animations: "disabled" });
    });
  } finally {
    await stage.close();
  }
});
