// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { once } from "../lib/once.mjs";
import { inRoot } from "../lib/paths.mjs";
import { run, say } from "../lib/run.mjs";

/** Installs the npm packages that package-lock.json names, unless just those are installed. */
export const npmPackages = once(async () => {
  if (isInstalled()) return;
  say("npm", "installing the npm packages of package-lock.json");
  // npm names itself to the scripts it runs; outside of `npm start` and its like it is on PATH.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund"];
  await run(npm ? process.execPath : "npm", npm ? [npm, ...args] : args, {
    label: "npm",
    cure: "read npm's message above; without a network, put a filled npm cache on this machine.",
  });
});

/**
 * npm keeps a lock file of its own in node_modules, written last, of what it really installed: it must agree with
 * ours, save for optional packages (those of other platforms), which may be missing.
 */
function isInstalled() {
  const installed = packages(inRoot("node_modules", ".package-lock.json"));
  const locked = packages(inRoot("package-lock.json"));
  return (
    Object.keys(installed).every((path) => path in locked) &&
    Object.entries(locked).every(([path, { version, integrity, optional }]) => {
      const found = installed[path];
      if (!found) return path === "" || optional;
      return found.version === version && found.integrity === integrity;
    })
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, integrity?: string, optional?: boolean }>}
 */
function packages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, "utf8")).packages : {};
}
