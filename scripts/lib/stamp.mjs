// @ts-check
// Nothing is done twice: a step leaves a stamp, the hash of all it depended on, and is skipped while it fits.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { inRoot, root } from "./paths.mjs";

/**
 * One hash over words (versions, options) and over the contents of files and of whole folders.
 * @param {{ words?: string[], paths?: string[] }} inputs
 */
export function fingerprint({ words = [], paths = [] }) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`word ${word}\0`);
  for (const file of paths.flatMap(filesUnder)) {
    hash
      .update(`file ${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesUnder(join(path, name)));
  } catch {
    return [path]; // not a folder
  }
}

/** @param {string} name */
const stampOf = (name) => inRoot("target", "stamps", name);

/** Whether the work was ever done, with whatever inputs. @param {string} name */
export const wasDone = (name) => existsSync(stampOf(name));

/**
 * Does the work unless it was done with the same inputs before and what it made is still there.
 * @param {string} name
 * @param {{ inputs: string, outputs: string[] }} made `inputs` is a fingerprint, `outputs` are paths
 * @param {() => void | Promise<void>} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function unlessDone(name, { inputs, outputs }, work) {
  const stamp = stampOf(name);
  const done = existsSync(stamp) && readFileSync(stamp, "utf8") === inputs;
  if (done && outputs.every((path) => existsSync(path))) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
  return true;
}
