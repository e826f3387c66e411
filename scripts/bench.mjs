// @ts-check
// npm run bench: sets up what the measurements need and prints their figures. `npm run bench -- latency` takes the named
// ones alone. It is no test: nothing passes or fails.
import "./lib/node-version.mjs";
import { cpus, loadavg } from "node:os";
import { table } from "../tests/bench/lib/rows.mjs";
import { createStage } from "../tests/bench/lib/stage.mjs";
import { measurements } from "../tests/bench/measurements.mjs";
import { page } from "./build/page.mjs";
import { wasmPackage } from "./build/wasm.mjs";
import { main, Problem } from "./lib/problem.mjs";
import { say } from "./lib/run.mjs";
import { chromium } from "./setup/chromium.mjs";

/** @typedef {import("../tests/bench/measurements.mjs").Alone | import("../tests/bench/measurements.mjs").OnPage} Measurement */

/** @param {string[]} names @returns {Measurement[]} */
function select(names) {
  const known = measurements.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) {
    throw new Problem(`There is no measurement "${unknown}".`, `name any of: ${known.join(" ")}.`);
  }
  return measurements.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function openStage() {
  const [{ path }] = await Promise.all([chromium(), wasmPackage()]);
  await page();
  return createStage(path);
}

/** @param {import("../tests/bench/lib/stage.mjs").Stage | undefined} stage */
function machine(stage) {
  const load = loadavg()[0].toFixed(1);
  return [
    new Date().toISOString().slice(0, 10),
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), load before ${load}`,
    `Node ${process.versions.node}`,
    ...(stage ? [`Chromium ${stage.browser.version()}, headless`] : []),
  ].join("; ");
}

await main(async () => {
  const selected = select(process.argv.slice(2));
  await Promise.all(selected.flatMap((one) => ("needs" in one ? one.needs : [])).map((f) => f()));
  const stage = selected.some((one) => "onPage" in one) ? await openStage() : undefined;
  const facts = machine(stage);
  try {
    /** @type {Parameters<typeof table>[0]} */
    const groups = [];
    for (const one of selected) {
      say("bench", one.title);
      const rows = "alone" in one ? await one.alone() : stage ? await one.onPage(stage) : [];
      groups.push({ title: one.title, rows });
    }
    console.log(`\n${facts}\n\n${table(groups)}\n`);
  } finally {
    await stage?.close();
  }
});
