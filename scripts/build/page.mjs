// @ts-check
// www/ and the wasm package → dist/, a static site that works from any path of any host.
import { readdirSync } from "node:fs";
import { tool } from "../lib/packages.mjs";
import { inRoot, root } from "../lib/paths.mjs";
import { run, say } from "../lib/run.mjs";
import { fingerprint, unlessDone } from "../lib/stamp.mjs";

/** What the page is made of. A new file at the root that Vite reads belongs here too. */
const INPUTS = [
  ...["index.html", "package-lock.json", "package.json", "public", "vite.config.ts", "www"],
  ...["scripts/build/subset_fonts.mjs", "scripts/build/trim_typesetter.mjs"],
  ...readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name)),
  "target/wasm-pkg",
];

/** Builds the page; the wasm package and the npm packages are there already. */
export async function page() {
  const inputs = fingerprint({ paths: INPUTS.map((path) => inRoot(path)) });
  await unlessDone("page", { inputs, outputs: [inRoot("dist", "index.html")] }, async () => {
    say("page", "building the page");
    const [program, script] = tool("vite");
    await run(program, [script, "build"], { label: "page" });
  });
}
