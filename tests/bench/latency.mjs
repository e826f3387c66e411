// @ts-check
// While the page plays at full speed: from a real input to what it changes on the screen. An input's time is the
// event's own timeStamp, when the browser received it. "Painted" is the second animation frame after the change, when the
// first has certainly been painted: up to one frame too late, never too early.
import { configure, withPage } from "./lib/stage.mjs";

const EVENTS = 20;

const FLOWER = { layers_dims: [2, 4, 3, 1], dataset: { name: "flower", m: 400 } };
const BUTTON = '[data-action="play"], [data-action="pause"]';
const HEATMAP = '[data-tensor="A1"] canvas';
const READOUT = ".readout";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Milliseconds since the event.
 * @typedef {{ heard: number, changed: number, painted: number }} Latency
 */

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

/** Milliseconds between two events, not in step with the frames. @param {number} event */
const unevenly = (event) => 200 + ((event * 37) % 100);

/**
 * @param {Page} page
 * @param {Expected} expected
 * @param {() => Promise<void>} input
 */
async function measure(page, expected, input) {
  await page.evaluate(expect, expected);
  await input();
  return /** @type {Latency} */ (await page.evaluate("latency"));
}

/** @typedef {{ type: "click" | "pointermove", selector: string }} Expected an event, and whose text it changes */

/**
 * In the page: from now on `window.latency` is the promise of the next event's latency. What stands behind " = " may
 * change without it.
 * @param {Expected} expected
 */
function expect({ type, selector }) {
  const text = () => document.querySelector(selector)?.textContent?.split(" = ")[0] ?? "";
  const before = text();
  /** @type {(resolve: (value: Latency) => void, reject: (reason: Error) => void) => void} */
  const observe = (resolve, reject) => {
    let event = Number.POSITIVE_INFINITY;
    let heard = 0;
    const hear = (/** @type {Event} */ { timeStamp }) => {
      event = timeStamp;
      heard = performance.now() - event;
    };
    addEventListener(type, hear, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (event === Number.POSITIVE_INFINITY || text() === "" || text() === before) return;
      observer.disconnect();
      clearTimeout(timeout);
      const changed = performance.now() - event;
      const painted = () => resolve({ heard, changed, painted: performance.now() - event });
      requestAnimationFrame(() => requestAnimationFrame(painted));
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    const timeout = setTimeout(() => reject(new Error(`${type} changed no ${selector}`)), 10_000);
  };
  Object.assign(window, { latency: new Promise(observe) });
}

/**
 * @param {string} what
 * @param {Latency[]} latencies
 * @returns {import("./lib/rows.mjs").Row[]}
 */
function rows(what, latencies) {
  const row = (/** @type {keyof Latency} */ stage, /** @type {string} */ until) => ({
    what: `${what} → ${until}`,
    unit: "ms",
    values: latencies.map((latency) => latency[stage]),
    better: /** @type {const} */ ("less"),
  });
  return [
    row("heard", "the page hears of it"),
    row("changed", "text changed"),
    row("painted", "painted"),
  ];
}
