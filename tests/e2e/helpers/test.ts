/** The test function of every spec: a page that is open and ready, and that must not throw. */

import { test as base } from "@playwright/test";
import { BacklightHandle } from "./backlight";
import { Screen } from "./screen";

interface Fixtures {
  /** Errors that nobody caught, and those the page wrote to the console. */
  pageErrors: string[];
  /** The page is open, and this is its `window.backlight`. */
  backlight: BacklightHandle;
  /** What stands on the page, once it is open. */
  ui: Screen;
}

export const test = base.extend<Fixtures>({
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await use(errors);
      expect(errors, "uncaught errors and errors on the console").toEqual([]);
    },
    { auto: true },
  ],
  backlight: async ({ page }, use) => {
    await page.goto("./");
    await use(await BacklightHandle.of(page));
  },
  ui: async ({ backlight, page }, use) => {
    await backlight.state();
    await use(new Screen(page));
  },
});

export const expect = test.expect;
