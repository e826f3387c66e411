// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The production page, served, and the browser that opens it.
import { CHROMIUM_ARGUMENTS } from "../../chromium.mjs";

/** @typedef {import("../../../www/api/backlight").Backlight} Backlight */
/** @typedef {import("../../../www/protocol/configuration").ConfigurationInput} ConfigurationInput */

/**
 * @typedef {object} Stage
 * @property {import("@playwright/test").Browser} browser
 * @property {string} address
 * @property {Set<string>} requested the paths of the files that the server was asked for
 * @property {() => Promise<void>} close
 */

/** The display for which the page is designed. */
const VIEWPORT = { width: 1440, height: 900 };

/**
 * @param {string} [executablePath] the browser; without it Playwright's own
 * @returns {Promise<Stage>}
 */
export async function createStage(executablePath) {
  // Not before: these packages may have been installed only a moment ago.
  const { preview } = await import("vite");
  const { chromium } = await import("@playwright/test");
  const server = await preview({ preview: { host: "127.0.0.1", port: 0 } });
  const [address] = server.resolvedUrls?.local ?? [];
  /** @type {Set<string>} */
  const requested = new Set();
  server.httpServer.on("request", ({ url = "/" }) => {
    requested.add(new URL(url, address).pathname);
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, address, requested, close };
}

/**
 * Opens the page in a context of its own, lets `work` use it, and closes it.
 * @template T
 * @param {Stage} stage
 * @param {(page: import("@playwright/test").Page) => Promise<T>} work
 * @param {(() => void)} [before] runs in the page before its own scripts
 */
export async function withPage({ browser, address }, work, before) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    if (before) await page.addInitScript(before);
    await page.goto(address);
    await page.waitForFunction(() => window.backlight !== undefined);
    return await work(page);
  } finally {
    await context.close();
  }
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {ConfigurationInput} configuration
 */
export async function configure(page, configuration) {
  await page.evaluate((input) => window.backlight?.configure(input), configuration);
}
