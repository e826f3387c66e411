// @ts-check
// While the page plays at full speed: from a real input to what it changes on the screen.
import { EVENTS, measure, rows, unevenly } from "./lib/input.mjs";
import { configure, withPage } from "./lib/stage.mjs";

const FLOWER = { layers_dims: [2, 4, 3, 1], dataset: { name: "flower", m: 400 } };
const BUTTON = '[data-action="play"], [data-action="pause"]';
const HEATMAP = '[data-tensor="A1"] canvas';
const READOUT = ".readout";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./lib/input.mjs").Latency} Latency */

/**
 * @param {import("./lib/stage.mjs").Stage} stage
 * @returns {Promise<import("./lib/rows.mjs").Row[]>}
 */
export const latency = (stage) =>
  withPage(stage, async (page) => {
    await configure(page, FLOWER);
    await page.evaluate(() => window.backlight?.play());
    await page.waitForTimeout(1000);
    const { pause, play } = await clicks(page);
    await page.evaluate(() => window.backlight?.reset());
    await page.evaluate(() => window.backlight?.play());
    await page.waitForTimeout(1000);
    const pointer = await moves(page);
    return [
      ...rows("click on Pause", pause),
      ...rows("click on Play", play),
      ...rows("pointer over A[1], value", pointer),
    ];
  });

/** @param {Page} page */
async function clicks(page) {
  const box = await page.locator(BUTTON).boundingBox();
  if (!box) throw new Error("no button to click");
  const click = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  /** @type {Latency[]} */
  const pause = [];
  /** @type {Latency[]} */
  const play = [];
  for (let event = 0; event < EVENTS; event++) {
    await page.waitForTimeout(unevenly(event));
    pause.push(await measure(page, { type: "click", selector: BUTTON }, click));
    await page.waitForTimeout(unevenly(event));
    play.push(await measure(page, { type: "click", selector: BUTTON }, click));
  }
  return { pause, play };
}

/** @param {Page} page */
async function moves(page) {
  const box = await page.locator(HEATMAP).boundingBox();
  if (!box) throw new Error("no heatmap to point at");
  /** @type {Latency[]} */
  const latencies = [];
  for (let event = 0; event < EVENTS; event++) {
    await page.waitForTimeout(unevenly(event));
    const x = box.x + (box.width * (event + 0.5)) / EVENTS; // another column each time
    const move = () => page.mouse.move(x, box.y + box.height / 2);
    latencies.push(await measure(page, { type: "pointermove", selector: READOUT }, move));
  }
  return latencies;
}
