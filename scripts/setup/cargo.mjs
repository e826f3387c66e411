// @ts-check
// Cargo itself: found, new enough, able to link.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { aptInstall } from "../lib/apt.mjs";
import { once } from "../lib/once.mjs";
import { EXE, inRoot, which } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { attempt, read } from "../lib/run.mjs";

const UPDATE = "run `rustup update stable`, or install Rust from https://rustup.rs.";

/** Makes sure of `cargo` on PATH, in the version that Cargo.toml asks for, and of a linker. */
export const cargo = once(async () => {
  const home = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin");
  if (!which("cargo") && existsSync(join(home, `cargo${EXE}`))) {
    process.env.PATH = `${home}${delimiter}${process.env.PATH}`; // installed since this terminal was opened
  }
  const version = read("rustc", ["--version"])?.match(/\d+\.\d+/)?.[0];
  if (!version || !read("cargo", ["--version"])) {
    throw new Problem(
      "cargo was not found.",
      "install Rust from https://rustup.rs, then try again.",
    );
  }
  const wanted = readFileSync(inRoot("Cargo.toml"), "utf8").match(/^rust-version = "(.+)"/m)?.[1];
  if (wanted && isOlder(version, wanted)) {
    throw new Problem(`Rust ${version} is here, and ${wanted} or newer is needed.`, UPDATE);
  }
  if (
    process.platform !== "win32" &&
    !which("cc") &&
    !(await aptInstall("cargo", ["gcc", "libc6-dev"]))
  ) {
    throw new Problem(
      "Cargo needs a linker, and `cc` was not found.",
      "install your system's C compiler (Debian: gcc libc6-dev; macOS: `xcode-select --install`).",
    );
  }
});

/** Makes sure of `cargo fmt` and `cargo clippy`. */
export const lints = once(async () => {
  await cargo();
  if (read("cargo", ["fmt", "--version"]) && read("cargo", ["clippy", "--version"])) return;
  const args = ["component", "add", "rustfmt", "clippy"];
  if ((await attempt("rustup", args, { label: "cargo" })).code !== 0) {
    throw new Problem("cargo fmt or cargo clippy is missing.", `run \`rustup ${args.join(" ")}\`.`);
  }
});

/** @param {string} version @param {string} wanted both as in "1.88" */
function isOlder(version, wanted) {
  const [have, want] = [version, wanted].map((text) => text.split(".").map(Number));
  return have[0] < want[0] || (have[0] === want[0] && have[1] < want[1]);
}
