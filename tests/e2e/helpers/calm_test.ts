/**
 * The test function of specs that look at many states of one page: the tests of a worker have one tab,
 * loaded anew for each, in which nothing moves by itself.
 */

import type { Page } from "@playwright/test";
import { test as base } from "./test";

interface WorkerFixtures {
  tab: Page;
}

export const test = base.extend<object, WorkerFixtures>({
  tab: [
    async ({ browser }, use, { project }) => {
      const { baseURL, colorScheme, locale, viewport } = project.use;
      const context = await browser.newContext({
        reducedMotion: "reduce",
        ...(baseURL !== undefined && { baseURL }),
        ...(colorScheme !== undefined && { colorScheme }),
        ...(locale !== undefined && { locale }),
        ...(viewport !== undefined && { viewport }),
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ tab }, use) => {
    await tab.mouse.move(2, 2);
    if (tab.url() !== "about:blank") await tab.evaluate(() => localStorage.clear());
    await use(tab);
    tab.removeAllListeners();
  },
});
