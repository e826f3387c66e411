// @ts-check
// npm test: sets up what the tests need and runs every check. `npm test -- rust e2e` runs the named steps alone.
import "./lib/node-version.mjs";
import { explain, main, Problem } from "./lib/problem.mjs";
import { steps } from "./test/steps.mjs";

/**
 * What became of a step.
 * @typedef {object} Result
 * @property {import("./test/steps.mjs").Step} step
 * @property {number} passed
 * @property {number} failed
 * @property {number} notRun
 * @property {string} [skipped] why
 * @property {number} seconds
 */

/**
 * The steps asked for and those they come after, in their order.
 * @param {string[]} names
 */
function select(names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown) {
    const known = steps.map(({ name }) => name).join(" ");
    throw new Problem(`There is no step "${unknown}".`, `name any of: ${known}.`);
  }
  const wanted = new Set(names.length > 0 ? names : steps.map(({ name }) => name));
  for (const step of [...steps].reverse()) {
    if (wanted.has(step.name)) for (const name of step.after ?? []) wanted.add(name);
  }
  return steps.filter(({ name }) => wanted.has(name));
}

/**
 * @param {import("./test/steps.mjs").Step} step
 * @param {Result[]} before
 * @returns {Promise<Result>}
 */
async function perform(step, before) {
  const start = performance.now();
  const none = { step, passed: 0, failed: 0, notRun: 0 };
  /** @type {Omit<Result, "seconds">} */
  let result;
  const missing = before.find(
    ({ step: { name }, passed }) => step.after?.includes(name) && !passed,
  );
  if (missing) {
    result = { ...none, skipped: `without ${missing.step.title}` };
  } else {
    console.log(`\n== ${step.name}: ${step.title}`);
    try {
      await Promise.all(step.needs.map((need) => need()));
      result = { ...none, ...(await step.run()) };
    } catch (error) {
      console.error(explain(error));
      result = { ...none, failed: 1 };
    }
  }
  return { ...result, seconds: (performance.now() - start) / 1000 };
}

/** @param {Result} result */
function summary({ step, passed, failed, notRun, skipped, seconds }) {
  const verdict = skipped ? "skipped" : failed > 0 ? "FAILED" : "passed";
  const numbers = `${passed} passed, ${failed} failed${notRun ? `, ${notRun} not run` : ""}`;
  const time = `${seconds.toFixed(1)} s`;
  return `${verdict.padEnd(8)} ${step.name.padEnd(12)} ${time.padStart(8)}   ${skipped ?? numbers}`;
}

await main(async () => {
  const selected = select(process.argv.slice(2));
  // All at once, and before the first step, so that the steps' times are their own. What fails here is told where it
  // is needed.
  const start = performance.now();
  await Promise.allSettled(
    [...new Set(selected.flatMap(({ needs }) => needs))].map((need) => need()),
  );
  console.log(`Set up in ${((performance.now() - start) / 1000).toFixed(1)} s.`);

  /** @type {Result[]} */
  const results = [];
  for (const step of selected) {
    const result = await perform(step, results);
    results.push(result);
    console.log(summary(result));
  }

  /** @param {"passed" | "failed"} key */
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`\n${results.map(summary).join("\n")}\n`);
  console.log(`${total("passed")} passed, ${total("failed")} failed`);
  process.exitCode = total("failed") > 0 ? 1 : 0;
});
