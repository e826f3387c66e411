// @ts-check
// crates/wasm → target/wasm-pkg/backlight.{js,d.ts} and backlight_bg.wasm, which the worker imports.
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
  await pack(compiled, await wasmBindgen());
}

/**
 * The arguments of a cargo command on the wasm crate, for its target.
 * @param {import("../setup/wasm-target.mjs").WasmToolchain} toolchain
 * @param {string} command
 * @param {string[]} args
 */
export const wasmCargo = (toolchain, command, args) => [
  ...[...toolchain.args, command, "-p", "wasm", "--target", WASM32, "--target-dir", TARGET],
  ...args,
];

/** @returns {Promise<string>} the compiled module */
async function compile() {
  const toolchain = await wasmToolchain();
  await run(toolchain.cargo, wasmCargo(toolchain, "build", ["--release"]), {
    label: "wasm",
    env: toolchain.env,
  });
  return join(TARGET, WASM32, "release", "wasm.wasm");
}

/**
 * @param {string} compiled
 * @param {string} tools the folder of wasm-bindgen
 */
async function pack(compiled, tools) {
  const module = join(PACKAGE, "backlight_bg.wasm");
  const inputs = fingerprint({
    words: [lockedVersion(), manifest("binaryen").version, ...OPTIMIZE],
    paths: [compiled],
  });
  const outputs = [module, join(PACKAGE, "backlight.js"), join(PACKAGE, "backlight.d.ts")];
  await unlessDone("wasm-pkg", { inputs, outputs }, async () => {
    say("wasm", "making the JavaScript package");
    const binding = ["--target", "web", "--out-name", "backlight", "--out-dir", PACKAGE, compiled];
    await run(join(tools, `wasm-bindgen${EXE}`), binding, { label: "wasm" });
    say("wasm", "optimising the module");
    const [program, script] = tool("binaryen", "wasm-opt");
    const optimized = `${module}.optimized`;
    await run(program, [script, ...OPTIMIZE, module, "-o", optimized], { label: "wasm" });
    renameSync(optimized, module);
  });
}
