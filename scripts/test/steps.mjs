// @ts-check
// What `npm test` does, in this order: the quick checks first.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { page } from "../build/page.mjs";
import { wasmCargo, wasmPackage } from "../build/wasm.mjs";
import { tool } from "../lib/packages.mjs";
import { EXE, inRoot } from "../lib/paths.mjs";
import { attempt } from "../lib/run.mjs";
import { cargo, lints } from "../setup/cargo.mjs";
import { chromium } from "../setup/chromium.mjs";
import { courseFiles } from "../setup/course-files.mjs";
import { npmPackages } from "../setup/npm.mjs";
import { python } from "../setup/python.mjs";
import { wasmBindgen } from "../setup/wasm-bindgen.mjs";
import { setting, wasmToolchain } from "../setup/wasm-target.mjs";
import { countTests, judge } from "./counts.mjs";

/**
 * @typedef {object} Step
 * @property {string} name as in `npm test -- name`
 * @property {string} title
 * @property {(() => Promise<unknown>)[]} needs what is set up before
 * @property {string[]} [after] steps without which this one makes no sense
 * @property {() => Promise<import("./counts.mjs").Counts | { skipped: string }>} run
 */

const DENY_WARNINGS = ["--", "-D", "warnings"];

/** @type {Step[]} */
export const steps = [
  {
    name: "fmt",
    title: "Rust formatting",
    needs: [lints],
    run: () => check("cargo", ["fmt", "--all", "--check"]),
  },
  {
    name: "biome",
    title: "TypeScript formatting and lints",
    needs: [npmPackages],
    run: () => check(...withTool("@biomejs/biome", "biome", ["ci", "."])),
  },
  {
    name: "clippy",
    title: "Rust lints",
    needs: [lints],
    run: () => check("cargo", ["clippy", "--workspace", "--all-targets", ...DENY_WARNINGS]),
  },
  {
    name: "clippy-wasm",
    title: "Rust lints of the boundary, compiled to wasm32",
    needs: [lints, wasmToolchain],
    run: clippyWasm,
  },
  {
    name: "wasm",
    title: "the wasm package",
    needs: [wasmToolchain, wasmBindgen, npmPackages],
    run: () => wasmPackage().then(() => judge(0)),
  },
  {
    name: "types",
    title: "TypeScript types",
    needs: [npmPackages],
    after: ["wasm"],
    run: () => check(...withTool("typescript", "tsc", ["-b"])),
  },
  {
    name: "unit",
    title: "TypeScript unit tests",
    needs: [npmPackages],
    after: ["wasm"],
    run: () => tests("vitest", ...withTool("vitest", "vitest", ["run"])),
  },
  {
    name: "fixtures",
    title: "the fixtures are what their script makes",
    needs: [python],
    run: async () => tests("fixtures", await python(), [inRoot("tests", "fixtures", "check.py")]),
  },
  {
    name: "scripts",
    title: "exported scripts and notebooks, run by Python",
    needs: [python, cargo],
    run: async () =>
      tests("fixtures", await python(), [inRoot("tests", "fixtures", "run_scripts.py")]),
  },
  {
    name: "rust",
    title: "Rust unit, documentation and property tests",
    needs: [cargo],
    run: () => tests("cargo", "cargo", ["test", "--workspace", "--no-fail-fast"]),
  },
  {
    name: "boundary",
    title: "the wasm boundary",
    needs: [wasmToolchain, wasmBindgen, chromium],
    run: boundary,
  },
  {
    name: "build",
    title: "the production build",
    needs: [npmPackages],
    after: ["wasm"],
    run: () => page().then(() => judge(0)),
  },
  {
    name: "e2e",
    title: "end to end, in Chromium, on the production build",
    needs: [npmPackages, chromium, python, courseFiles],
    after: ["build"],
    run: endToEnd,
  },
];

/**
 * A program that checks one thing.
 * @param {string} program
 * @param {string[]} args
 * @param {import("../lib/run.mjs").Options} [options]
 */
async function check(program, args, options) {
  const { code } = await attempt(program, args, options);
  return judge(code);
}

/**
 * A program that runs tests, and says how many.
 * @param {Parameters<typeof countTests>[1]} runner
 * @param {string} program
 * @param {string[]} args
 * @param {import("../lib/run.mjs").Options} [options]
 */
async function tests(runner, program, args, options) {
  const { code, output } = await attempt(program, args, options);
  return judge(code, countTests(output, runner));
}

/**
 * @param {string} packageName
 * @param {string} program
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function withTool(packageName, program, args) {
  const [node, script] = tool(packageName, program);
  return [node, [script, ...args]];
}

async function clippyWasm() {
  const toolchain = await wasmToolchain();
  if (!toolchain.hasClippy) return { skipped: "Debian's compiler for wasm32 comes without clippy" };
  const args = wasmCargo(toolchain, "clippy", ["--all-targets", ...DENY_WARNINGS]);
  return check(toolchain.cargo, args, { env: toolchain.env });
}

/** In a worker of a real browser, as on the page, where a driver for it is installed; else in Node. */
async function boundary() {
  const toolchain = await wasmToolchain();
  const { path, driver } = await chromium();
  const runner = join(await wasmBindgen(), `wasm-bindgen-test-runner${EXE}`);
  const args = wasmCargo(
    { ...toolchain, args: [...toolchain.args, ...setting("runner", [runner])] },
    "test",
    ["--lib", "--tests", "--no-fail-fast"],
  );
  console.log(
    driver
      ? `in ${path}, driven by ${driver}`
      : "in Node: no chromedriver of the browser's version",
  );
  const browser = path && driver ? browserEnvironment(path, driver) : {};
  return tests("cargo", toolchain.cargo, args, { env: { ...toolchain.env, ...browser } });
}

/** What wasm-bindgen's test runner reads. @param {string} path @param {string} driver */
function browserEnvironment(path, driver) {
  const capabilities = inRoot("target", "webdriver.json");
  const options = { binary: path, args: QUIET };
  writeFileSync(capabilities, JSON.stringify({ "goog:chromeOptions": options }));
  return {
    CHROMEDRIVER: driver,
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
    WASM_BINDGEN_USE_DEDICATED_WORKER: "1",
  };
}

/** Without a window, without the sandbox that root cannot have, without a word to any other host. */
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

async function endToEnd() {
  const { path } = await chromium();
  const args = ["test", "-c", "tests/e2e/playwright.config.ts"];
  const env = { CHROMIUM_PATH: path, COURSE_FILES: await courseFiles(), PYTHON: await python() };
  return tests("playwright", ...withTool("@playwright/test", "playwright", args), { env });
}
