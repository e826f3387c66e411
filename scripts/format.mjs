// @ts-check
// npm run format: writes every file the way `npm test` wants it.
import "./lib/node-version.mjs";
import { tool } from "./lib/packages.mjs";
import { main } from "./lib/problem.mjs";
import { run } from "./lib/run.mjs";
import { lints } from "./setup/cargo.mjs";
import { npmPackages } from "./setup/npm.mjs";

await main(async () => {
  await Promise.all([lints(), npmPackages()]);
  await run("cargo", ["fmt", "--all"]);
  const [program, script] = tool("@biomejs/biome", "biome");
  await run(program, [script, "check", "--write", "."]);
});
