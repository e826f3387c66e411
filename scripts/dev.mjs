// @ts-check
// npm run dev: like npm start, with Vite's development server. Run it again for a change in Rust.
import "./lib/node-version.mjs";
import { wasmPackage } from "./build/wasm.mjs";
import { main } from "./lib/problem.mjs";
import { announce, serverOptions } from "./lib/serve.mjs";

await main(async () => {
  await wasmPackage();
  const { createServer } = await import("vite");
  const server = await createServer({ server: serverOptions() });
  announce(await server.listen());
});
