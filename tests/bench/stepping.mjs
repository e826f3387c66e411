// @ts-check
// Iterations in the page's worker with nothing to paint: `backlight.step(n)` with the page's animation frames stopped, so
// that it asks for no pictures. What is left beside training is one request, its answer and one checkpoint a repetition.
import { configure, withPage } from "./lib/stage.mjs";

const REPETITIONS = 9;

/** As in crates/nn/benches/iteration.rs, and the page as it opens; `iterations` make one repetition. */
const NETWORKS = [
  { name: "S", layers_dims: [2, 4, 3, 1], m: 300, iterations: 20_000 },
  { name: "M", layers_dims: [2, 8, 8, 8, 1], m: 500, iterations: 5000 },
  { name: "D", layers_dims: [64, 32, 16, 1], m: 1797, iterations: 500 },
];
const FLOWER = { layers_dims: [2, 4, 3, 1], dataset: { name: "flower", m: 400 } };

/**
 * @param {import("./lib/stage.mjs").Stage} stage
 * @returns {Promise<import("./lib/rows.mjs").Row[]>}
 */
export async function stepping(stage) {
  const flower = await repetitions(stage, FLOWER, 20_000);
  /** @type {import("./lib/rows.mjs").Row[]} */
  const rows = [
    {
      what: "flower [2,4,3,1] m=400",
      unit: "1/s",
      values: flower.map((microseconds) => 1e6 / microseconds),
      better: "more",
    },
  ];
  for (const { name, layers_dims, m, iterations } of NETWORKS) {
    const configuration = { layers_dims, dataset: { name: "randn", n0: layers_dims[0], m } };
    rows.push({
      what: `${name} [${layers_dims}] m=${m}`,
      unit: "µs an iteration",
      values: await repetitions(stage, configuration, iterations),
      better: "less",
    });
  }
  return rows;
}

/**
 * Microseconds an iteration in each repetition.
 * @param {import("./lib/stage.mjs").Stage} stage
 * @param {import("./lib/stage.mjs").ConfigurationInput} configuration
 * @param {number} iterations
 */
function repetitions(stage, configuration, iterations) {
  return withPage(stage, async (page) => {
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
    await configure(page, configuration);
    await page.evaluate(step, iterations); // warms up
    /** @type {number[]} */
    const values = [];
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      values.push(await page.evaluate(step, iterations));
    }
    return values;
  });
}

/** In the page. @param {number} iterations */
async function step(iterations) {
  await window.backlight?.reset();
  const start = performance.now();
  await window.backlight?.step(iterations);
  return (1000 * (performance.now() - start)) / iterations;
}
