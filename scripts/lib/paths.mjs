// @ts-check
// Where things are. Everything a script makes lies under target/, node_modules/ or dist/.
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts a path inside the repository */
export const inRoot = (...parts) => join(root, ...parts);

/** What an executable's name ends with. */
export const EXE = process.platform === "win32" ? ".exe" : "";

/**
 * The full path of the first of these programs that is on PATH.
 * @param {...string} names
 * @returns {string | undefined}
 */
export function which(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + EXE)))
    .find((path) => existsSync(path));
}
