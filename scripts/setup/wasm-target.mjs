// @ts-check
// A Rust toolchain that compiles to wasm32: the one in use, if rustup can fit it out; else Debian's `rustc-web`, whose
// packages lack the standard library for wasm32, which is therefore built from the sources they do have.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptInstall } from "../lib/apt.mjs";
import { once } from "../lib/once.mjs";
import { inRoot, which } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { attempt, read, run, say } from "../lib/run.mjs";
import { fingerprint, unlessDone, wasDone } from "../lib/stamp.mjs";
import { cargo } from "./cargo.mjs";

export const WASM32 = "wasm32-unknown-unknown";

const DEBIAN = {
  packages: ["rustc-web", "cargo-web", "rust-web-src", "lld-19"],
  rustc: "/usr/bin/rustc",
  cargo: "/usr/bin/cargo",
  sources: "/usr/lib/rustlib/src/rust/library",
  linker: "wasm-ld-19",
};

/**
 * How to call cargo for wasm32.
 * @typedef {object} WasmToolchain
 * @property {string} cargo the program
 * @property {string[]} args in front of the command
 * @property {Record<string, string | undefined>} env what it needs in its environment
 * @property {boolean} hasClippy
 */

/**
 * Flags from outside would replace those of .cargo/config.toml, SIMD among them.
 * @type {Record<string, string | undefined>}
 */
const ENV = { RUSTFLAGS: undefined, CARGO_ENCODED_RUSTFLAGS: undefined };

/** A cargo that can compile to wasm32. */
export const wasmToolchain = once(async () => {
  await cargo();
  /** @type {WasmToolchain} */
  const own = { cargo: "cargo", args: [], env: ENV, hasClippy: true };
  if (hasStandardLibrary(read("rustc", ["--print", "sysroot"]))) return own;
  if (wasDone("wasm-std")) return debianToolchain(); // rustup could not, the last time
  if (which("rustup")) {
    say("wasm32", `adding the target ${WASM32}`);
    const added = await attempt("rustup", ["target", "add", WASM32], { label: "wasm32" });
    if (added.code === 0) return own;
  }
  say("wasm32", "rustup cannot add the target; taking Debian's compiler instead");
  return debianToolchain();
});

/** @param {string | undefined} sysroot */
function hasStandardLibrary(sysroot) {
  return sysroot !== undefined && existsSync(join(sysroot, "lib", "rustlib", WASM32, "lib"));
}

/** @returns {Promise<WasmToolchain>} */
async function debianToolchain() {
  const complete = () =>
    existsSync(DEBIAN.rustc) && existsSync(DEBIAN.sources) && which(DEBIAN.linker) !== undefined;
  if (!complete() && !((await aptInstall("wasm32", DEBIAN.packages)) && complete())) {
    throw new Problem(
      `The Rust target ${WASM32} is not installed.`,
      `run \`rustup target add ${WASM32}\` with a network, or, on Debian, ` +
        `\`apt-get install ${DEBIAN.packages.join(" ")}\` as root.`,
    );
  }
  const own = hasStandardLibrary(read(DEBIAN.rustc, ["--print", "sysroot"]));
  const flags = own ? [] : ["--sysroot", await buildStandardLibrary()];
  return {
    cargo: DEBIAN.cargo,
    // Cargo adds such flags to those of .cargo/config.toml, and hands neither to build scripts and macros.
    args: [...setting("linker", DEBIAN.linker), ...setting("rustflags", flags)],
    env: { ...ENV, RUSTC: DEBIAN.rustc },
    hasClippy: false,
  };
}

/**
 * A setting of cargo's for wasm32, as arguments.
 * @param {string} key
 * @param {string | string[]} value JSON's strings and lists are TOML's too
 */
export const setting = (key, value) => [
  "--config",
  `target.${WASM32}.${key}=${JSON.stringify(value)}`,
];

/**
 * Builds std for wasm32 with an empty crate, and puts it where rustc expects it, under a sysroot of our own.
 * @returns {Promise<string>} the sysroot
 */
async function buildStandardLibrary() {
  const crate = inRoot("target", "wasm-std");
  const sysroot = join(crate, "sysroot");
  const library = join(sysroot, "lib", "rustlib", WASM32, "lib");
  const compiler = read(DEBIAN.rustc, ["--version", "--verbose"]) ?? "";

  await unlessDone(
    "wasm-std",
    { inputs: fingerprint({ words: [compiler] }), outputs: [library] },
    async () => {
      say("wasm32", `building the standard library for ${WASM32}, about a minute`);
      rmSync(crate, { recursive: true, force: true });
      mkdirSync(join(crate, "src"), { recursive: true });
      writeFileSync(join(crate, "src", "lib.rs"), "");
      writeFileSync(
        join(crate, "Cargo.toml"),
        '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n',
      );
      await run(
        DEBIAN.cargo,
        [
          "build",
          "--release",
          "--target",
          WASM32,
          "--target-dir",
          "target",
          "-Zbuild-std=std,panic_abort,test",
        ],
        {
          label: "wasm32",
          cwd: crate,
          env: { ...ENV, RUSTC: DEBIAN.rustc, RUSTC_BOOTSTRAP: "1" }, // -Z is an unstable flag
          cure: "read cargo's message above; cargo has to download the sources' own dependencies.",
        },
      );
      mkdirSync(library, { recursive: true });
      const built = join(crate, "target", WASM32, "release", "deps");
      for (const name of readdirSync(built).filter((file) => file.endsWith(".rlib"))) {
        copyFileSync(join(built, name), join(library, name));
      }
      rmSync(join(crate, "target"), { recursive: true });
    },
  );
  return sysroot;
}
