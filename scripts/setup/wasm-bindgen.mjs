// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { once } from "../lib/once.mjs";
import { EXE, inRoot, which } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { attempt, read, run, say } from "../lib/run.mjs";
import { cargo } from "./cargo.mjs";

const PROGRAMS = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/**
 * The tool's speed hardly matters and its compile time does: 70 s without optimisation on two cores. TLS is only for
 * browsers driven on another machine, and is left out.
 */
const QUICK = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "0", CARGO_PROFILE_RELEASE_DEBUG: "false" };
const LEAN = ["--no-default-features", ...PROGRAMS.flatMap((program) => ["--bin", program])];

/**
 * The folder with `wasm-bindgen` and its test runner, in the version of the library that Cargo.lock names: the two
 * must be equal.
 */
export const wasmBindgen = once(async () => {
  await cargo();
  const version = lockedVersion();
  const own = inRoot("target", "tools");
  const onPath = which("wasm-bindgen");
  const found = [join(own, "bin"), ...(onPath ? [dirname(onPath)] : [])].find((folder) =>
    has(folder, version),
  );
  if (found) return found;

  say("wasm-bindgen", `installing wasm-bindgen ${version}, one or two minutes`);
  const args = ["install", "wasm-bindgen-cli", "--version", `=${version}`, "--root", own, ...LEAN];
  const options = { label: "wasm-bindgen", env: QUICK };
  // The versions its authors tested; where one of those has been withdrawn since, those that fit.
  const { code } = await attempt("cargo", [...args, "--locked"], options);
  if (code !== 0) {
    say("wasm-bindgen", "not with the versions its authors locked; once more with those that fit");
    await run("cargo", args, {
      ...options,
      cure: `read cargo's message above, or put wasm-bindgen ${version} on PATH.`,
    });
  }
  return join(own, "bin");
});

/** @param {string} folder @param {string} version */
function has(folder, version) {
  return (
    PROGRAMS.every((program) => existsSync(join(folder, program + EXE))) &&
    read(join(folder, PROGRAMS[0]), ["--version"]) === `wasm-bindgen ${version}`
  );
}

/** The version of the `wasm-bindgen` library. */
export function lockedVersion() {
  const lock = existsSync(inRoot("Cargo.lock")) ? readFileSync(inRoot("Cargo.lock"), "utf8") : "";
  const version = lock.match(/^name = "wasm-bindgen"\r?\nversion = "(.+)"/m)?.[1];
  if (!version)
    throw new Problem("Cargo.lock names no wasm-bindgen.", "run `cargo update --workspace`.");
  return version;
}
