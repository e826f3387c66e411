// @ts-check
// What a first visit transfers, and how long it takes to the first matrices. The server is on this very machine, so the
// time is that of the page, not of a network.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inRoot } from "../../scripts/lib/paths.mjs";
import { withPage } from "./lib/stage.mjs";

const REPETITIONS = 5;

/**
 * @param {import("./lib/stage.mjs").Stage} stage
 * @returns {Promise<import("./lib/rows.mjs").Row[]>}
 */
export async function firstLoad(stage) {
  stage.requested.clear();
  /** @type {number[]} */
  const times = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    times.push(await withPage(stage, (page) => page.evaluate("backlightAt"), noteArrival));
  }
  const files = [...stage.requested].map((path) =>
    readFileSync(inRoot("dist", path === "/" ? "index.html" : path)),
  );
  /** @param {(bytes: Buffer) => number} size */
  const kilobytes = (size) => files.reduce((sum, file) => sum + size(file), 0) / 1000;
  return [
    { what: "files", unit: "", values: [files.length], better: "less" },
    {
      what: "transferred, with gzip",
      unit: "kB",
      values: [kilobytes((bytes) => gzipSync(bytes).length)],
      better: "less",
    },
    {
      what: "the same, not compressed",
      unit: "kB",
      values: [kilobytes(({ length }) => length)],
      better: "less",
    },
    { what: "navigation to the first matrices", unit: "ms", values: times, better: "less" },
  ];
}

/** In the page: keeps the time since the navigation when `window.backlight` is set. */
function noteArrival() {
  Object.defineProperty(window, "backlight", {
    configurable: true,
    set(value) {
      Object.assign(window, { backlightAt: performance.now() });
      Object.defineProperty(window, "backlight", { value });
    },
  });
}
