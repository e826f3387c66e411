// @ts-check
// Iterations of the same crate outside of the browser.
import { run } from "../../scripts/lib/run.mjs";

const LINE = /^(\w+ \[.*\] m=\d+): ([\d.]+) µs an iteration/gm;

/** @returns {Promise<import("./lib/rows.mjs").Row[]>} */
export async function native() {
  const output = await run("cargo", ["bench", "-p", "nn", "--bench", "iteration"], {
    label: "native",
  });
  return [...output.matchAll(LINE)].map(([, what, microseconds]) => ({
    what: what.replaceAll(", ", ","),
    unit: "µs an iteration",
    values: [Number(microseconds)],
    better: "less",
  }));
}
