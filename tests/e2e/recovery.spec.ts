import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { BacklightHandle } from "./helpers/backlight";
import { DIST } from "./helpers/dist";
import { Screen } from "./helpers/screen";
import { test as base, expect } from "./helpers/test";

/**
 * Runs in the worker before its own code: as soon as `self.trap` is set, an iteration is asked of an
 * address outside of the module's memory, which is a trap like that of a bug or of lost memory.
 */
const TRAP = `{
  const wrap = (instance) => {
    const { trainer_step } = instance.exports;
    const step = (trainer) => trainer_step(self.trap ? 0x7ffffff0 : trainer);
    return { exports: { ...instance.exports, trainer_step: step } };
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...args) => {
      const result = await instantiate(...args);
      return { module: result.module, instance: wrap(result.instance) };
    };
  }
}
`;

const test = base.extend<{ trap: () => Promise<void> }>({
  /** The page's worker can be trapped; the test calls this to do so. */
  trap: async ({ page }, use) => {
    await page.route(/assets\/main-[^/]*\.js$/, async (route) => {
      const script = await readFile(join(DIST, new URL(route.request().url()).pathname), "utf8");
      await route.fulfill({ contentType: "text/javascript", body: TRAP + script });
    });
    await use(() => trapWorker(page));
  },
});

async function trapWorker(page: Page) {
  const worker = page.workers().at(-1);
  await worker?.evaluate(() => {
    (self as unknown as { trap: boolean }).trap = true;
  });
}

test.describe("a trap of the wasm module while playing", () => {
  /** The page with a configuration of its own, playing until checkpoints have been kept. */
  async function playing(page: Page) {
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    const ui = new Screen(page);
    await backlight.configure({ layers_dims: [2, 5, 3, 1], seed: 11, learning_rate: 0.05 });
    await ui.slider("Speed").fill("7"); // 200 a second
    await ui.press("Play");
    await expect.poll(() => ui.iteration(), { timeout: 15_000 }).toBeGreaterThan(400);
    return { backlight, ui };
  }

  test("the trainer is started again where it was, and says so", async ({ page, trap }) => {
    const { backlight, ui } = await playing(page);
    const { playing: _, iteration: __, cost, accuracy, ...before } = await backlight.state();
    expect(cost).not.toBeNull();
    expect(accuracy).toBeGreaterThan(0);
    const seen = await ui.iteration();
    await trap();
    await expect(ui.notice()).toContainText("was started again from iteration");
    const [, at] =
      /from iteration (\d+)/.exec((await ui.notice().innerText()).replace(",", "")) ?? [];

    const {
      playing: isPlaying,
      iteration,
      cost: ___,
      accuracy: ____,
      ...after
    } = await backlight.state();
    expect(after).toEqual(before);
    expect(Number(at)).toBeGreaterThan(0);
    // Checkpoints are kept once a second, at 200 iterations a second.
    expect(Number(at)).toBeGreaterThan(seen - 400);
    expect(iteration).toBeGreaterThanOrEqual(Number(at));
    if (!isPlaying) await expect(ui.fact("iteration")).toHaveText(iteration.toLocaleString("en"));
    const { rows, cols, data } = await backlight.matrix("W", 1);
    expect([rows, cols]).toEqual([5, 2]);
    expect(data.every(Number.isFinite)).toBe(true);
  });

  test("the run goes on as if nothing had happened, bit for bit", async ({ page, trap }) => {
    const { backlight, ui } = await playing(page);
    await trap();
    await expect(ui.notice()).toContainText("was started again");
    if ((await backlight.state()).playing) await ui.press("Pause");
    await expect(ui.button("Play")).toBeVisible();
    const { iteration } = await backlight.state();
    await ui.press("One iteration");
    await expect(ui.fact("iteration")).toHaveText((iteration + 1).toLocaleString("en"));
    const costs = await backlight.costs();
    const matrices = await backlight.snapshot();
    expect(costs).toHaveLength(iteration + 1);

    await backlight.reset();
    await backlight.step(iteration + 1);
    expect(await backlight.costs()).toEqual(costs);
    expect(await backlight.snapshot()).toEqual(matrices);
  });

  test("the speed stays and Play goes on", async ({ page, trap }) => {
    const { backlight, ui } = await playing(page);
    await trap();
    await expect(ui.notice()).toContainText("was started again");
    if (!(await backlight.state()).playing) await ui.press("Play");
    const { iteration } = await backlight.state();
    await expect.poll(() => ui.iteration()).toBeGreaterThan(iteration + 20);
    await ui.press("Pause");
    await expect(ui.button("Play")).toBeVisible();
    await expect(ui.slider("Speed")).toHaveAttribute("aria-valuetext", "200 / s");
    await ui.notice().getByRole("button", { name: "Dismiss" }).click();
    await expect(ui.notice()).toHaveCount(0);
  });

  test("a second trap is mended like the first", async ({ page, trap }) => {
    const { backlight, ui } = await playing(page);
    for (const _ of ["first", "second"]) {
      await trap();
      await expect(ui.notice()).toContainText("was started again");
      await ui.notice().getByRole("button", { name: "Dismiss" }).click();
      if (!(await backlight.state()).playing) await ui.press("Play");
      const { iteration } = await backlight.state();
      await expect.poll(() => ui.iteration()).toBeGreaterThan(iteration + 20);
    }
  });
});

test("a trap in a step rejects it and leaves the page at work", async ({ page, trap }) => {
  await page.goto("./");
  const backlight = await BacklightHandle.of(page);
  const ui = new Screen(page);
  await backlight.step(10);
  const before = await backlight.snapshot();
  await trap();
  expect((await backlight.refusal((b) => b.step(1)))?.isError).toBe(true);
  await expect(ui.notice()).toContainText("was started again from iteration 10");
  expect((await backlight.state()).iteration).toBe(10);
  const { W1, b1, X } = await backlight.snapshot();
  expect({ W1, b1, X }).toEqual({ W1: before.W1, b1: before.b1, X: before.X });
  await ui.press("One iteration");
  await expect.poll(async () => (await backlight.state()).iteration).toBe(11);
  await expect(ui.fact("iteration")).toHaveText("11");
});

test("every request under way at a trap is answered", async ({ page, trap }) => {
  await page.goto("./");
  await BacklightHandle.of(page);
  await trap();
  const answers = await page.evaluate(() => {
    const { backlight } = window;
    if (!backlight) throw new Error("no backlight");
    const requests = [backlight.step(1), backlight.matrix("W", 1), backlight.costs()];
    const late = new Promise<string>((resolve) => setTimeout(resolve, 5000, "never"));
    const answered = (request: Promise<unknown>) =>
      request.then(
        () => "answered",
        () => "refused",
      );
    return Promise.all(requests.map((request) => Promise.race([answered(request), late])));
  });
  expect(answers).not.toContain("never");
});

test.describe("a file that is not there", () => {
  for (const [why, answer] of [
    ["no wasm file", { status: 404 }],
    ["half a wasm file", { contentType: "application/wasm", body: "\0asm" }],
  ] as const) {
    test(`${why}: the page says so, and does not try for ever`, async ({ page, pageErrors }) => {
      let requests = 0;
      await page.route("**/*.wasm", (route) => {
        requests += 1;
        return route.fulfill(answer);
      });
      let loads = 0;
      page.on("load", () => {
        loads += 1;
      });
      await page.goto("./");
      const ui = new Screen(page);
      await expect(ui.notice()).toContainText("could not be started", { timeout: 15_000 });
      await expect(ui.notice().getByRole("button", { name: "Reload" })).toBeVisible();
      const tried = requests;
      expect(tried).toBeLessThanOrEqual(8);
      await page.waitForTimeout(1000);
      expect(requests).toBe(tried);
      expect(loads).toBe(1);
      pageErrors.length = 0; // the browser logs the answers itself
    });
  }

  test("the page no longer says that it is starting", async ({ page, pageErrors }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto("./");
    await expect(new Screen(page).notice()).toContainText("could not be started");
    await expect(page.getByText("Starting the trainer…")).toHaveCount(0);
    pageErrors.length = 0;
  });

  test("a data file that is not there is refused beside the control", async ({
    backlight,
    page,
    pageErrors,
    ui,
  }) => {
    const before = [await backlight.state(), await backlight.snapshot()];
    await page.route("**/*.npy", (route) => route.fulfill({ status: 404 }));
    await ui.select("Data").selectOption("digits");
    await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
    expect([await backlight.state(), await backlight.snapshot()]).toEqual(before);
    await expect(ui.select("Data")).toHaveValue("flower");
    await ui.press("One iteration");
    await expect(ui.fact("iteration")).toHaveText("1");
    pageErrors.length = 0;
  });
});
