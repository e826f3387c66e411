import { expect, test } from "./helpers/test";
import { percent, range, written } from "./helpers/text";

/** The course's planar data notebook: one hidden layer of 4 tanh units. */
const NOTEBOOK = {
  layers_dims: [2, 4, 1],
  activation: "tanh",
  seed: 2,
  initialization: "small",
  learning_rate: 1.2,
  dataset: { name: "flower" },
} as const;
const NOTEBOOK_CONFIGURATION = { ...NOTEBOOK, layers_dims: [...NOTEBOOK.layers_dims] };

test("the flower trains to the notebook's costs, digit by digit", async ({ backlight }) => {
  await backlight.configure(NOTEBOOK_CONFIGURATION);
  await backlight.step(7001);
  const costs = await backlight.costs();
  expect(costs).toHaveLength(7001);
  const printed = costs.filter((_, k) => k % 1000 === 0).map((cost) => cost.toFixed(6));
  expect(printed).toEqual([
    "0.693048",
    "0.288083",
    "0.254385",
    "0.233864",
    "0.226792",
    "0.222644",
    "0.219731",
    "0.217504",
  ]);
});

test("the flower is learnt after 10000 iterations, and the page says so", async ({
  backlight,
  ui,
}) => {
  await backlight.configure(NOTEBOOK_CONFIGURATION);
  const { iteration, cost } = await backlight.step(10_000);
  expect(iteration).toBe(10_000);
  const { accuracy } = await backlight.state();
  expect(accuracy).toBeGreaterThanOrEqual(0.905);
  await expect(ui.fact("iteration")).toHaveText("10,000");
  await expect(ui.fact("cost")).toHaveText(written(cost, 6));
  await expect(ui.fact("accuracy")).toHaveText(percent(accuracy));
});

test("Play trains, Pause stops, and a second later nothing has changed", async ({
  backlight,
  page,
  ui,
}) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
  const seen = await ui.iteration();
  await expect.poll(() => ui.iteration()).toBeGreaterThan(seen);
  await ui.press("Pause");
  await expect(ui.button("Play")).toBeVisible();

  const state = await backlight.state();
  const matrices = await backlight.snapshot();
  expect(state.playing).toBe(false);
  await page.waitForTimeout(1000);
  expect(await backlight.state()).toEqual(state);
  expect(await backlight.snapshot()).toEqual(matrices);
  expect(await ui.iteration()).toBe(state.iteration);
});

test("what is on screen at a pause is the state of that very iteration", async ({
  backlight,
  ui,
}) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
  await ui.press("Pause");
  await expect(ui.button("Play")).toBeVisible();

  const { iteration, cost, accuracy } = await backlight.state();
  await expect(ui.fact("iteration")).toHaveText(iteration.toLocaleString("en"));
  await expect(ui.fact("cost")).toHaveText(written(cost ?? Number.NaN, 6));
  await expect(ui.fact("accuracy")).toHaveText(percent(accuracy));
  const matrices = Object.entries(await backlight.matrices());
  const ranges = matrices.map(([tensor, { magnitude }]) => [tensor, range(magnitude)]);
  await expect.poll(() => ui.texts("range")).toEqual(Object.fromEntries(ranges));
  // The same iteration reached by stepping has the same cost.
  await backlight.reset();
  expect(await backlight.step(iteration)).toEqual({ iteration, cost });
});

test("One iteration adds exactly one", async ({ backlight, ui }) => {
  for (const iteration of [1, 2, 3]) {
    await ui.press("One iteration");
    await expect(ui.fact("iteration")).toHaveText(`${iteration}`);
    expect((await backlight.state()).iteration).toBe(iteration);
    expect(await backlight.costs()).toHaveLength(iteration);
  }
});

test("One iteration while playing pauses after it", async ({ backlight, ui }) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(5);
  await ui.press("One iteration");
  await expect(ui.button("Play")).toBeVisible();
  const { iteration, playing } = await backlight.state();
  expect(playing).toBe(false);
  await expect(ui.fact("iteration")).toHaveText(iteration.toLocaleString("en"));
});

test("Reset brings back iteration 0 and the same weights", async ({ backlight, ui }) => {
  const before = await backlight.snapshot();
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(5);
  await ui.press("Reset");
  await expect(ui.fact("iteration")).toHaveText("0");
  await expect(ui.fact("cost")).toHaveText("–");
  await expect(ui.button("Play")).toBeVisible();
  expect(await backlight.snapshot()).toEqual(before);
  expect(await backlight.costs()).toEqual([]);
});

test("New seed draws other weights for the same layers_dims", async ({ backlight, ui }) => {
  const { seed, layers_dims } = await backlight.state();
  const { W1, X } = await backlight.snapshot();
  await ui.press("New seed");
  await expect(ui.field("seed")).not.toHaveValue(String(seed));
  const state = await backlight.state();
  expect(state.layers_dims).toEqual(layers_dims);
  await expect(ui.field("seed")).toHaveValue(String(state.seed));
  const after = await backlight.snapshot();
  expect(after.W1).not.toBe(W1);
  expect(after.X).toBe(X);
});

test("a learning rate changed while playing applies without a reset", async ({ backlight, ui }) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
  const before = (await backlight.state()).iteration;
  await ui.type("learning rate α", "0.01");
  await expect.poll(async () => (await backlight.state()).learning_rate).toBe(0.01);
  const { iteration, playing } = await backlight.state();
  expect(iteration).toBeGreaterThanOrEqual(before);
  expect(playing).toBe(true);
  await expect.poll(() => ui.iteration()).toBeGreaterThan(iteration);
  await ui.press("Pause");
});

test("a changed learning rate is in force from the very next update", async ({ backlight, ui }) => {
  await backlight.step(5);
  const W = await backlight.matrix("W", 1);
  await ui.type("learning rate α", "0.01");
  await ui.press("One iteration");
  await expect(ui.fact("iteration")).toHaveText("6");
  const dW = await backlight.matrix("dW", 1);
  const after = await backlight.matrix("W", 1);
  after.data.forEach((entry, k) => {
    expect(entry).toBeCloseTo((W.data[k] ?? 0) - 0.01 * (dW.data[k] ?? 0), 14);
  });
});

test("changed layers_dims begin anew with the same seed", async ({ backlight, ui }) => {
  await backlight.configure({ layers_dims: [2, 5, 3, 1] });
  const fresh = await backlight.snapshot();
  await backlight.configure({ layers_dims: [2, 4, 3, 1] });
  await backlight.step(50);
  await ui.type("Units of layer 1", "5");
  await expect(ui.fact("iteration")).toHaveText("0");
  await expect(ui.shape("W1")).toHaveText("(5, 2)");
  expect(await backlight.snapshot()).toEqual(fresh);
});
