// @ts-check
// npm start: sets up, builds and serves Backlight. `npm start -- --port 5000 --host` serves it elsewhere.
import "./lib/node-version.mjs";
import { page } from "./build/page.mjs";
import { wasmPackage } from "./build/wasm.mjs";
import { main } from "./lib/problem.mjs";
import { announce, serverOptions } from "./lib/serve.mjs";

await main(async () => {
  await wasmPackage();
  await page();
  const { preview } = await import("vite");
  announce(await preview({ preview: serverOptions() }));
});
