// @ts-check
// npm run build: the static site, in dist/.
import "./lib/node-version.mjs";
import { page } from "./build/page.mjs";
import { wasmPackage } from "./build/wasm.mjs";
import { main } from "./lib/problem.mjs";
import { say } from "./lib/run.mjs";

await main(async () => {
  await wasmPackage();
  await page();
  say("build", "the site is in dist/");
});
