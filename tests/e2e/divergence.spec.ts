import type { BacklightHandle } from "./helpers/backlight";
import { pixelsOf, type Screen } from "./helpers/screen";
import { expect, test } from "./helpers/test";

/** A learning rate with which the weights grow beyond all numbers. */
const TOO_LARGE = 1e80;

/** Plays until the run pauses by itself; returns what the notice says. */
async function playUntilDivergence(ui: Screen) {
  await ui.press("Play");
  await expect(ui.notice()).toBeVisible();
  await expect(ui.button("Play")).toBeVisible();
  const text = await ui.notice().innerText();
  const [, iteration, name, layer] = /iteration (\d+) in (\w+)\[(\d)\]/.exec(text) ?? [];
  return { iteration: Number(iteration), symbol: `${name}[${layer}]` };
}

const allFinite = async (backlight: BacklightHandle, name: string, layer: number) =>
  (await backlight.matrix(name as "W", layer)).data.every(Number.isFinite);

test.beforeEach(({ backlight }) =>
  backlight.configure({ learning_rate: TOO_LARGE, layers_dims: [2, 4, 4, 4, 1], seed: 1 }).then(),
);

test("a run that diverges pauses by itself and says so", async ({ backlight, page, ui }) => {
  const { iteration } = await playUntilDivergence(ui);
  await expect(page.getByRole("alert").filter({ hasText: "NaN or infinity" })).toBeVisible();
  const state = await backlight.state();
  expect(state.playing).toBe(false);
  expect(state.iteration).toBe(iteration + 1);
  await expect(ui.fact("iteration")).toHaveText(`${state.iteration}`);
});

for (const { seed, learning_rate } of [
  { seed: 1, learning_rate: 1e80 },
  { seed: 2, learning_rate: 1e40 },
]) {
  test(`the matrix that the notice names is the first that is not finite (α = ${learning_rate})`, async ({
    backlight,
    ui,
  }) => {
    const { layers_dims } = await backlight.configure({ seed, learning_rate });
    const L = layers_dims.length - 1;
    const { iteration, symbol } = await playUntilDivergence(ui);
    await backlight.reset();
    if (iteration > 0) await backlight.step(iteration);
    for (let named = false; !named; ) {
      const { operation, layer, iteration: completed } = await backlight.stepOperation();
      const name = operation === "cost" ? "losses" : operation;
      named = `${name}[${layer}]` === symbol;
      // dA[L] as the textbook writes it divides by 0 where the output is saturated; nothing follows.
      const isTextbook = operation === "dA" && layer === L;
      if (!isTextbook || named) {
        expect(await allFinite(backlight, name, layer), `${name}[${layer}]`).toBe(!named);
      }
      if (!named) expect(completed, "the iteration ends without a NaN").toBe(iteration);
    }
    await backlight.step(1); // the rest of the iteration
    await expect(ui.notice()).toContainText(`iteration ${iteration} in ${symbol}`);
  });
}

test("cells that are not finite have colours of their own and are counted", async ({
  backlight,
  ui,
}) => {
  await playUntilDivergence(ui);
  const COLOURS = { NaN: "230,0,190", Infinity: "255,214,0", "-Infinity": "0,190,130" };
  let seen = 0;
  for (const tensor of ["W1", "W2", "W3", "W4", "dW1", "dW2", "dW3", "dW4"]) {
    const [, name, layer] = /(\D+)(\d)/.exec(tensor) ?? [];
    const { data } = await backlight.matrix(name as "W", Number(layer));
    const pixels = await pixelsOf(ui.canvas(tensor));
    const broken = data.filter((entry) => !Number.isFinite(entry)).length;
    if (broken > 0) await expect(ui.range(tensor)).toHaveText(new RegExp(`^${broken} NaN`));
    expect(pixels.data, `${tensor}: one pixel an entry`).toHaveLength(data.length);
    data.forEach((entry, k) => {
      const colour = pixels.data[k]?.slice(0, 3).join();
      if (Number.isFinite(entry)) expect(Object.values(COLOURS)).not.toContain(colour);
      else expect(colour).toBe(COLOURS[String(entry) as keyof typeof COLOURS]);
    });
    seen += broken;
  }
  expect(seen).toBeGreaterThan(0);
});

test("the notice's button begins anew with a smaller learning rate", async ({
  backlight,
  page,
  ui,
}) => {
  await playUntilDivergence(ui);
  const button = page.getByRole("button", { name: /^Reset with α = / });
  const offered = Number((await button.innerText()).replace("Reset with α = ", ""));
  expect(offered).toBeGreaterThan(0);
  expect(offered).toBeLessThan(TOO_LARGE);
  await button.click();
  await expect(ui.notice()).toHaveCount(0);
  await expect(ui.fact("iteration")).toHaveText("0");
  const { learning_rate, iteration, playing } = await backlight.state();
  expect({ learning_rate, iteration, playing }).toEqual({
    learning_rate: offered,
    iteration: 0,
    playing: false,
  });
  expect(await allFinite(backlight, "W", 1)).toBe(true);
});

test("the notice's Reset begins anew, and its Dismiss only closes it", async ({
  backlight,
  ui,
}) => {
  await playUntilDivergence(ui);
  const { iteration } = await backlight.state();
  await ui.notice().getByRole("button", { name: "Dismiss" }).click();
  await expect(ui.notice()).toHaveCount(0);
  expect((await backlight.state()).iteration).toBe(iteration);
  await ui.press("Reset");
  await playUntilDivergence(ui);
  await ui.notice().getByRole("button", { name: "Reset", exact: true }).click();
  await expect(ui.notice()).toHaveCount(0);
  await expect(ui.fact("iteration")).toHaveText("0");
});

test("a dismissed notice does not come back by itself", async ({ backlight, ui }) => {
  await playUntilDivergence(ui);
  await ui.notice().getByRole("button", { name: "Dismiss" }).click();
  const { iteration } = await backlight.state();
  await ui.press("One iteration");
  await expect(ui.fact("iteration")).toHaveText(`${iteration + 1}`);
  await expect(ui.notice()).toHaveCount(0);
});

test("a run that has diverged can be played on by hand", async ({ backlight, ui }) => {
  const { iteration } = await playUntilDivergence(ui);
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(iteration + 5);
  await ui.press("Pause");
  await expect(ui.button("Play")).toBeVisible();
  expect((await backlight.state()).playing).toBe(false);
});
