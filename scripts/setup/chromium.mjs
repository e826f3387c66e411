// @ts-check
// A Chromium for the tests: the machine's, else one from the system's packages, else Playwright's own.
import { existsSync } from "node:fs";
import { aptInstall } from "../lib/apt.mjs";
import { once } from "../lib/once.mjs";
import { tool } from "../lib/packages.mjs";
import { which } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { attempt, read, say } from "../lib/run.mjs";
import { npmPackages } from "./npm.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * @typedef {object} Browser
 * @property {string} [path] the browser; without it Playwright uses its own
 * @property {string} [driver] a chromedriver of the same version, where there is one
 */

/** @type {() => Promise<Browser>} */
export const chromium = once(async () => {
  const here = onThisMachine();
  if (here) return here;
  await npmPackages();
  if (await hasPlaywrightsOwn()) return {};
  say("chromium", "no Chromium on this machine; trying the system's packages");
  if (await aptInstall("chromium", ["chromium", "chromium-driver"])) {
    const installed = onThisMachine();
    if (installed) return installed;
  }
  say("chromium", "trying Playwright's download");
  const [program, script] = tool("@playwright/test", "playwright");
  const { code } = await attempt(program, [script, "install", "chromium"], { label: "chromium" });
  if (code === 0) return {};
  throw new Problem(
    "A Chromium could not be had, from the system's packages or from Playwright.",
    "install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
});

/** @returns {Browser | undefined} */
function onThisMachine() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) {
    throw new Problem(
      `CHROMIUM_PATH names ${asked}, which does not exist.`,
      "correct or unset it.",
    );
  }
  const found = asked ? [asked] : [...NAMES.map((name) => which(name)), MAC].filter(isFile);
  const driver = process.env.CHROMEDRIVER ?? which("chromedriver");
  const matching = driver
    ? found.find((path) => majorVersion(path) === majorVersion(driver))
    : undefined;
  if (matching) return { path: matching, driver };
  return found.length > 0 ? { path: found[0] } : undefined;
}

/** @param {string | undefined} path @returns {path is string} */
const isFile = (path) => path !== undefined && existsSync(path);

/** @param {string} program */
const majorVersion = (program) => read(program, ["--version"])?.match(/\d+/)?.[0];

async function hasPlaywrightsOwn() {
  const { chromium: own } = await import("@playwright/test");
  return existsSync(own.executablePath());
}
