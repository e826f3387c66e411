// @ts-check
// Programs that come with npm packages, run by the very Node that runs this script.
import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** @param {string} name an installed npm package */
export const manifest = (name) =>
  JSON.parse(readFileSync(inRoot("node_modules", name, "package.json"), "utf8"));

/**
 * A program and its first argument, to be followed by the tool's own arguments.
 * @param {string} name the npm package
 * @param {string} [program] which of its programs, where it is not called like the package
 * @returns {[program: string, script: string]}
 */
export function tool(name, program = name) {
  const { bin } = manifest(name);
  const script = typeof bin === "string" ? bin : bin[program];
  return [process.execPath, inRoot("node_modules", name, script)];
}
