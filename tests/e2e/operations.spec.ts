import type { Page } from "@playwright/test";
import { inked } from "./helpers/screen";
import { expect, test } from "./helpers/test";

/** An iteration of [2, 4, 3, 1], operation by operation, by the symbols of the list. */
const ORDER = [
  ["Z[1]", "A[1]", "Z[2]", "A[2]", "Z[3]", "A[3]", "losses"],
  ["dA[3]", "dZ[3]", "dW[3]", "db[3]", "dA[2]", "dZ[2]", "dW[2]", "db[2]"],
  ["dA[1]", "dZ[1]", "dW[1]", "db[1]", "W[1]", "b[1]", "W[2]", "b[2]", "W[3]", "b[3]"],
].flat();
const COUNT = ORDER.length;

/** The card of a symbol: "dZ3" for "dZ[3]". */
const cardOf = (symbol: string) => (symbol === "losses" ? "losses3" : symbol.replace(/[[\]]/g, ""));

const isUpdate = (symbol: string) => symbol.startsWith("W") || symbol.startsWith("b");

test.beforeEach(({ backlight }) => backlight.configure({ layers_dims: [2, 4, 3, 1] }).then());

test("the operations of an iteration are listed in their order", async ({ page }) => {
  const listed = await page.getByRole("navigation").getByRole("button").all();
  const names = await Promise.all(listed.map((button) => button.getAttribute("aria-label")));
  expect(names).toEqual(ORDER);
});

test("the operations are done in their order", async ({ backlight }) => {
  const done: string[] = [];
  for (let k = 0; k < COUNT; k += 1) {
    const { operation, layer } = await backlight.stepOperation();
    done.push(operation === "cost" ? "losses" : `${operation}[${layer}]`);
  }
  expect(done).toEqual(ORDER);
});

test("each press of One operation computes, draws and chooses its matrix", async ({ page, ui }) => {
  test.setTimeout(60_000);
  for (const [index, symbol] of ORDER.entries()) {
    const tensor = cardOf(symbol);
    const done = index + 1;
    if (!isUpdate(symbol)) {
      expect((await progress(page)).absent, `${symbol} before`).toContain(tensor);
    }
    await ui.press("One operation");
    const { absent: _, ...shown } = await settled(page, done);
    expect(shown, `after ${symbol}`).toEqual({
      title: `operation ${done} of ${COUNT}`,
      done,
      chosen: [tensor],
      current: [tensor],
      currentInList: [symbol],
    });
    await expect(ui.card(tensor), symbol).toHaveAttribute("data-status", "fresh");
    await expect.poll(() => inked(ui.canvas(tensor)), symbol).toBeGreaterThan(0);
  }
});

/** What the page shows of the iteration under way. */
function progress(page: Page) {
  return page.evaluate(() => {
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    return {
      title: document.querySelector(".operations")?.getAttribute("aria-label"),
      done: document.querySelectorAll('.operation[data-done="true"]').length,
      chosen: all('.card[aria-pressed="true"]', "data-tensor"),
      current: all('.card[data-current="true"]', "data-tensor"),
      currentInList: all('.operation[data-current="true"]', "aria-label"),
      absent: all('.card[data-status="absent"]', "data-tensor"),
    };
  });
}

/** The same once that many operations are shown as done. */
async function settled(page: Page, done: number) {
  await expect.poll(async () => (await progress(page)).done).toBe(done);
  return progress(page);
}

test("the last operation completes the iteration", async ({ backlight, ui }) => {
  for (let k = 0; k < COUNT - 1; k += 1) await backlight.stepOperation();
  await expect(ui.fact("iteration")).toHaveText("0");
  await ui.press("One operation");
  await expect(ui.fact("iteration")).toHaveText("1");
  expect((await backlight.state()).iteration).toBe(1);
});

test("the cost appears with its operation", async ({ backlight, ui }) => {
  for (let k = 0; k < ORDER.indexOf("losses"); k += 1) await backlight.stepOperation();
  await expect(ui.fact("cost")).toHaveText("–");
  await ui.press("One operation");
  await expect(ui.fact("cost")).not.toHaveText("–");
});

test("an operation of the next iteration fades what is not computed yet", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.step(1);
  await expect(page.locator('.card[data-status="stale"]')).toHaveCount(0);
  await ui.press("One operation");
  await expect(ui.card("Z1")).toHaveAttribute("data-status", "fresh");
  const rest = ORDER.slice(1).filter((symbol) => !isUpdate(symbol));
  for (const symbol of rest) {
    await expect(ui.card(cardOf(symbol)), symbol).toHaveAttribute("data-status", "stale");
  }
  const opacity = (tensor: string) =>
    ui
      .card(tensor)
      .locator(".heatmap")
      .evaluate((element) => Number(getComputedStyle(element).opacity));
  expect(await opacity("Z1")).toBe(1);
  expect(await opacity("A1")).toBeLessThan(0.6);
});

test("an iteration in single operations is bit-identical to a whole one", async ({
  backlight,
  ui,
}) => {
  await backlight.step(3);
  const { cost } = await backlight.step(1);
  const whole = await backlight.snapshot();
  await backlight.reset();
  await backlight.step(3);
  for (let k = 0; k < COUNT; k += 1) await backlight.stepOperation();
  expect(await backlight.snapshot()).toEqual(whole);
  expect((await backlight.costs()).at(-1)).toBe(cost);
  await expect(ui.fact("iteration")).toHaveText("4");
});

test("One iteration completes an iteration that is under way", async ({ backlight, ui }) => {
  await backlight.step(1);
  const whole = await backlight.snapshot();
  await backlight.reset();
  for (let k = 0; k < 9; k += 1) await backlight.stepOperation();
  await ui.press("One iteration");
  await expect(ui.fact("iteration")).toHaveText("1");
  expect(await backlight.snapshot()).toEqual(whole);
});
