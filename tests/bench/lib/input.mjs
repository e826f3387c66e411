// @ts-check
/// <reference lib="dom" />
// From a real input to what it changes on the screen. An input's time is the event's own timeStamp, when the browser
// received it. "Painted" is the second animation frame after the change, when the first has certainly been painted: up to
// one frame too late, never too early.

/** How many inputs are measured. */
export const EVENTS = 20;

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Milliseconds since the event.
 * @typedef {{ heard: number, changed: number, painted: number }} Latency
 */

/** Milliseconds between two events, not in step with the frames. @param {number} event */
export const unevenly = (event) => 200 + ((event * 37) % 100);

/**
 * @param {Page} page
 * @param {Expected} expected
 * @param {() => Promise<void>} input
 */
export async function measure(page, expected, input) {
  await page.evaluate(expect, expected);
  await input();
  return /** @type {Latency} */ (await page.evaluate("latency"));
}

/**
 * An event, and whose text, or attribute, it changes.
 * @typedef {{ type: "click" | "pointermove", selector: string, attribute?: string }} Expected
 */

/**
 * In the page: from now on `window.latency` is the promise of the next event's latency. What stands behind " = " may
 * change without it.
 * @param {Expected} expected
 */
function expect({ type, selector, attribute }) {
  const text = () => {
    const element = document.querySelector(selector);
    if (attribute) return element?.getAttribute(attribute) ?? "";
    return element?.textContent?.split(" = ")[0] ?? "";
  };
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
    observer.observe(document.body, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    const timeout = setTimeout(() => reject(new Error(`${type} changed no ${selector}`)), 10_000);
  };
  Object.assign(window, { latency: new Promise(observe) });
}

/**
 * @param {string} what
 * @param {Latency[]} latencies
 * @returns {import("./rows.mjs").Row[]}
 */
export function rows(what, latencies) {
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
