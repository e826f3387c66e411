// @ts-check
// The crates with a boundary to JavaScript → target/wasm-pkg/NAME.{js,d.ts} and NAME_bg.wasm, which the worker imports.
import { renameSync } from "node:fs";
import { join } from "node:path";
import { manifest, tool } from "../lib/packages.mjs";
import { EXE, inRoot } from "../lib/paths.mjs";
import { run, say } from "../lib/run.mjs";
import { fingerprint, unlessDone } from "../lib/stamp.mjs";
import { npmPackages } from "../setup/npm.mjs";
import { lockedVersion, wasmBindgen } from "../setup/wasm-bindgen.mjs";
import { WASM32, wasmToolchain } from "../setup/wasm-target.mjs";

/** A folder of its own: another cargo may be at work here than the one that uses target/. */
const TARGET = inRoot("target", "wasm");
const PACKAGE = inRoot("target", "wasm-pkg");

/** Each a module of its own: the page loads one with itself, and the others when they are first needed. */
const MODULES = [
  { crate: "wasm", name: "backlight" },
  { crate: "wasm-notebook", name: "notebook" },
  { crate: "wasm-files", name: "files" },
];

/** What rustc assumes of every browser, and SIMD (.cargo/config.toml). */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];
const OPTIMIZE = ["-O3", ...FEATURES.map((feature) => `--enable-${feature}`)];

/** Builds the package, with all that takes. Cargo knows best what has changed; the rest is skipped if nothing has. */
export async function wasmPackage() {
  const [compiled] = await Promise.all([compile(), wasmBindgen(), npmPackages()]);
  const tools = await wasmBindgen();
  for (const { crate, name } of MODULES) {
    await pack(join(compiled, `${crate.replace("-", "_")}.wasm`), name, tools);
  }
}

/**
 * The arguments of a cargo command on these crates, for their target.
 * @param {import("../setup/wasm-target.mjs").WasmToolchain} toolchain
 * @param {string} command
 * @param {string[]} args
 */
export const wasmCargo = (toolchain, command, args) => [
  ...[...toolchain.args, command, ...MODULES.flatMap(({ crate }) => ["-p", crate])],
  ...["--target", WASM32, "--target-dir", TARGET],
  ...args,
];

/** @returns {Promise<string>} the folder of the compiled modules */
async function compile() {
  const toolchain = await wasmToolchain();
  await run(toolchain.cargo, wasmCargo(toolchain, "build", ["--release"]), {
    label: "wasm",
    env: toolchain.env,
  });
  return join(TARGET, WASM32, "release");
}

/**
 * @param {string} compiled
 * @param {string} name of the package's files
 * @param {string} tools the folder of wasm-bindgen
 */
async function pack(compiled, name, tools) {
  const module = join(PACKAGE, `${name}_bg.wasm`);
  const inputs = fingerprint({
    words: [lockedVersion(), manifest("binaryen").version, ...OPTIMIZE],
    paths: [compiled],
  });
  const outputs = [module, join(PACKAGE, `${name}.js`), join(PACKAGE, `${name}.d.ts`)];
  await unlessDone(`wasm-pkg-${name}`, { inputs, outputs }, async () => {
    say("wasm", `making the JavaScript package ${name}`);
    const binding = ["--target", "web", "--out-name", name, "--out-dir", PACKAGE, compiled];
    await run(join(tools, `wasm-bindgen${EXE}`), binding, { label: "wasm" });
    say("wasm", "optimising the module");
    const [program, script] = tool("binaryen", "wasm-opt");
    const optimized = `${module}.optimized`;
    await run(program, [script, ...OPTIMIZE, module, "-o", optimized], { label: "wasm" });
    renameSync(optimized, module);
  });
}
