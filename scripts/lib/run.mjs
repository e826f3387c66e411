// @ts-check
// Other programs: run so that their output is seen, or read quietly. None outlives the script.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

/**
 * @typedef {object} Options
 * @property {string} [label] stands in front of every line, for programs that run side by side
 * @property {Record<string, string | undefined>} [env] added to the environment; undefined takes away
 * @property {string} [cwd] the repository's root unless told
 * @property {string} [cure] what to do when the program fails
 */

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill();
});
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const colourEnv = colour ? { FORCE_COLOR: "1", CARGO_TERM_COLOR: "always" } : {};

/** @param {Options["env"]} env */
const environment = (env) => ({ ...process.env, ...colourEnv, ...env });

/** Says one line of progress. @param {string} label @param {string} text */
export const say = (label, text) => console.log(`[${label}] ${text}`);

/**
 * Runs a program to its end, shows its output as it comes, and returns it with the exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function attempt(program, args, { label, env, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: environment(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    /** @type {string[]} */
    const lines = [];
    const prefix = label ? `[${label}] ` : "";
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        console.log(prefix + line);
      });
    }
    child.on("error", (error) => {
      children.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.on("close", (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output: lines.join("\n") });
    });
  });
}

/**
 * Runs a program that has to succeed, and returns its output.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 */
export async function run(program, args, options = {}) {
  const { code, output } = await attempt(program, args, options);
  if (code !== 0) {
    const why = code === 127 ? output : `exit code ${code}`;
    throw new Problem(`\`${[program, ...args].join(" ")}\` failed (${why}).`, options.cure);
  }
  return output;
}

/**
 * What a program prints, without showing it; undefined where it fails or does not exist.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 */
export function read(program, args, { env, cwd = root } = {}) {
  const { status, stdout } = spawnSync(program, args, {
    cwd,
    env: environment(env),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : undefined;
}
