// @ts-check
// From a real movement of the pointer over the result of an equation to the row, the column and the sum that light up, with
// the largest network that the page is made for.
import { EVENTS, measure, rows, unevenly } from "./lib/input.mjs";
import { configure, withPage } from "./lib/stage.mjs";

const DIGITS = { layers_dims: [64, 32, 16, 1], dataset: { name: "digits", m: 1797 } };
const RESULT = '.equation .part[data-role="result"] canvas';

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./lib/input.mjs").Latency} Latency */

/**
 * @param {import("./lib/stage.mjs").Stage} stage
 * @returns {Promise<import("./lib/rows.mjs").Row[]>}
 */
export const tracing = (stage) =>
  withPage(stage, async (page) => {
    await configure(page, DIGITS);
    await page.evaluate(() => window.backlight?.step(3));
    const dW = await trace(page, "dW1", "data-column");
    const Z = await trace(page, "Z1", "data-column");
    return [
      ...rows("dW[1], paused: light", dW.light),
      ...rows("dW[1], paused: sum", dW.sum),
      ...rows("Z[1], paused: light", Z.light),
      ...rows("Z[1], paused: sum", Z.sum),
    ];
  });

/**
 * Opens an equation and points at one entry of its result after the other.
 * @param {Page} page
 * @param {string} tensor
 * @param {string} attribute of the light, that changes from entry to entry
 */
async function trace(page, tensor, attribute) {
  await page.locator(`.card[data-tensor="${tensor}"]`).click();
  await page.locator(`.equation[data-equation="${tensor}"]`).waitFor();
  const result = page.locator(RESULT);
  await result.scrollIntoViewIfNeeded();
  const box = await result.boundingBox();
  if (!box) throw new Error("no result to point at");
  const move = (/** @type {number} */ event) => () =>
    page.mouse.move(box.x + (box.width * (event + 0.5)) / EVENTS, box.y + box.height / 2);
  /** @type {Latency[]} */
  const light = [];
  /** @type {Latency[]} */
  const sum = [];
  for (let event = 0; event < EVENTS; event++) {
    await page.waitForTimeout(unevenly(event));
    const lit = '.equation .part[data-role="result"] .lit';
    light.push(await measure(page, { type: "pointermove", selector: lit, attribute }, move(event)));
  }
  await page.mouse.move(2, 2);
  for (let event = EVENTS - 1; event >= 0; event--) {
    await page.waitForTimeout(unevenly(event));
    sum.push(
      await measure(page, { type: "pointermove", selector: ".trace .working" }, move(event)),
    );
  }
  return { light, sum };
}
