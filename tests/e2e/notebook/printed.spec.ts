/** The costs as the notebook prints them. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { ConfigurationInput } from "../helpers/backlight";
import { copiedBy } from "../helpers/saved";
import { expect, test } from "../helpers/test";

const FIXTURE = new URL("../../fixtures/networks.json", import.meta.url);
const { flower_run } = JSON.parse(readFileSync(FIXTURE, "utf8")) as {
  flower_run: { configuration: ConfigurationInput; every: number; costs: number[] };
};
const FLOWER: ConfigurationInput = { ...flower_run.configuration, dataset: { name: "flower" } };
/** Past iteration 7000 the last bit decides, in NumPy as here. */
const COMPARED = 8;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const show = (page: Page) => page.locator('[data-cost-view="printed"]').click();
const list = (page: Page) => page.locator(".printed");
const lines = async (page: Page) =>
  (await page.locator('[data-fact="printed"]').textContent())?.split("\n") ?? [];
const last = async (page: Page) => (await lines(page)).at(-1);
const every = (page: Page, count: string) =>
  page.getByRole("combobox", { name: "every" }).selectOption(count);

async function copied(page: Page): Promise<string[]> {
  const text = await copiedBy(page, () => page.locator('[data-action="copy-costs"]').click());
  await expect(page.locator(".toast")).toContainText("Copied the printed costs");
  return text.split("\n");
}

test("every 1000 iterations they are NumPy's, in both styles", async ({ backlight, page }) => {
  await backlight.configure(FLOWER);
  await backlight.step(7001);
  await show(page);
  await every(page, String(flower_run.every));
  const costs = await backlight.costs();
  const full = await copied(page);
  expect(full).toHaveLength(COMPARED);
  flower_run.costs.slice(0, COMPARED).forEach((wanted, index) => {
    const iteration = index * flower_run.every;
    const [, number] = /^Cost after iteration (?:\d+): (\S+)$/.exec(full[index] ?? "") ?? [];
    expect(Math.abs(Number(number) / wanted - 1)).toBeLessThan(1e-9);
    // All digits of the page's own cost, too.
    expect(full[index]).toBe(`Cost after iteration ${iteration}: ${costs[iteration]}`);
  });

  await page.getByRole("combobox", { name: "digits" }).selectOption("six");
  const six = await copied(page);
  expect(six).toEqual(
    flower_run.costs
      .slice(0, COMPARED)
      .map((cost, index) => `Cost after iteration ${index * 1000}: ${cost.toFixed(6)}`),
  );
  expect(await lines(page)).toEqual(six);
});

test("the step is chosen, kept on this device, and the view with it", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.step(2001);
  await show(page);
  const iterations = (texts: string[]) => texts.map((text) => Number(/\d+/.exec(text)?.[0]));
  expect(iterations(await copied(page))).toEqual(Array.from({ length: 21 }, (_, k) => 100 * k));
  await every(page, "10");
  expect(iterations(await copied(page))).toEqual(Array.from({ length: 201 }, (_, k) => 10 * k));
  await every(page, "1000");
  expect(iterations(await copied(page))).toEqual([0, 1000, 2000]);
  await page.reload();
  await backlight.await();
  await expect(list(page)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "every" })).toHaveValue("1000");
  await expect(page.locator('[data-fact="printed"]')).toHaveText(/Nothing is printed yet/);
  await ui.press("One iteration");
  await expect.poll(() => last(page)).toContain("Cost after iteration 0: 0.");
});

test("it follows training and its end, unless somebody has scrolled up", async ({
  backlight,
  page,
  ui,
}) => {
  await show(page);
  await every(page, "10");
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(500);
  const position = () =>
    list(page).evaluate(({ scrollTop, clientHeight, scrollHeight }) => ({
      scrollTop,
      missing: scrollHeight - clientHeight - scrollTop,
    }));
  await expect.poll(async () => (await position()).missing).toBeLessThan(2);
  expect((await position()).scrollTop).toBeGreaterThan(0);
  // Only what is in sight is on the page.
  expect((await lines(page)).length).toBeLessThan(20);

  await list(page).hover();
  await page.mouse.wheel(0, -100_000);
  await expect.poll(async () => (await position()).scrollTop).toBe(0);
  const seen = await ui.iteration();
  await expect.poll(() => ui.iteration()).toBeGreaterThan(seen + 100);
  expect((await position()).scrollTop).toBe(0);
  expect((await lines(page))[0]).toContain("Cost after iteration 0: ");

  await page.mouse.wheel(0, 10_000_000);
  await expect.poll(async () => (await position()).missing).toBeLessThan(2);
  await ui.press("Pause");
  await expect(ui.button("Play")).toBeVisible();
  const costs = await backlight.costs();
  const k = 10 * Math.floor((costs.length - 1) / 10);
  await expect.poll(() => last(page)).toBe(`Cost after iteration ${k}: ${costs[k]}`);
  await expect.poll(async () => (await position()).missing).toBeLessThan(2);

  // Another run has other costs.
  await ui.press("Reset");
  await expect(page.locator('[data-fact="printed"]')).toHaveText(/Nothing is printed yet/);
});

test("the list takes the room of the curve: nothing moves", async ({ backlight, page }) => {
  await backlight.step(300);
  const boxes = () =>
    page.locator(".result > *").evaluateAll((all) =>
      all.map((one) => {
        const { top, height } = one.getBoundingClientRect();
        return [top, height];
      }),
    );
  const before = await boxes();
  await show(page);
  await expect(list(page)).toBeVisible();
  expect(await boxes()).toEqual(before);
});
