/** The initialisations of the course's notebooks, by their names. */

import { readFileSync } from "node:fs";
import { expect, test } from "../helpers/test";

interface Preset {
  initialization: "small" | "course" | "he" | "zeros";
  seed: number;
  parameters: Record<string, number[][]>;
}

const FIXTURE = new URL("../../fixtures/presets.json", import.meta.url);
const { layers_dims, presets } = JSON.parse(readFileSync(FIXTURE, "utf8")) as {
  layers_dims: number[];
  presets: Preset[];
};

/** How the page writes each of them. */
const TEXTS: Record<string, string> = {
  "small 1": "initialize_parameters: randn * 0.01, seed 1",
  "course 1": "initialize_parameters_deep: randn / sqrt(n_prev), seed 1",
  "course 3": "initialize_parameters_deep: randn / sqrt(n_prev), seed 3",
  "he 3": "initialize_parameters_he: randn * sqrt(2 / n_prev), seed 3",
  zeros: "initialize_parameters_zeros",
};

const keyOf = ({ initialization, seed }: Preset) =>
  initialization === "zeros" ? initialization : `${initialization} ${seed}`;

test("the presets carry the notebook's names", async ({ ui }) => {
  const options = ui.select("initialization").locator("option");
  const found = await options.evaluateAll((all) =>
    all.map((one) => [(one as HTMLOptionElement).value, one.textContent]),
  );
  expect(Object.fromEntries(found)).toEqual(TEXTS);
  expect(presets.map(keyOf)).toEqual(Object.keys(TEXTS));
});

test("each sets initialization and seed at once, and W as NumPy draws it", async ({
  backlight,
  ui,
}) => {
  await backlight.configure({ layers_dims, seed: 3 });
  for (const preset of presets) {
    await ui.select("initialization").selectOption({ label: TEXTS[keyOf(preset)] as string });
    await expect(ui.select("initialization")).toHaveValue(keyOf(preset));
    await expect
      .poll(async () => (await backlight.state()).initialization)
      .toBe(preset.initialization);
    const seed = preset.initialization === "zeros" ? 3 : preset.seed;
    expect((await backlight.state()).seed).toBe(seed);
    await expect(ui.field("seed")).toHaveValue(String(seed));
    for (const [name, rows] of Object.entries(preset.parameters)) {
      const { data } = await backlight.matrix(name[0] as "W" | "b", Number(name.slice(1)));
      const expected = rows.flat();
      expect(data, name).toHaveLength(expected.length);
      data.forEach((entry, k) => {
        const wanted = expected[k] ?? Number.NaN;
        expect(Math.abs(entry - wanted), `${keyOf(preset)} ${name}[${k}]`).toBeLessThanOrEqual(
          4e-16 * Math.abs(wanted),
        );
      });
    }
  }
});

test("another seed stands with the function's name, and the zeros have none", async ({
  backlight,
  ui,
}) => {
  const select = ui.select("initialization");
  const shown = () => select.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text);
  await select.selectOption("he 3");
  await ui.type("seed", "12");
  await expect.poll(shown).toBe("initialize_parameters_he: randn * sqrt(2 / n_prev), seed 12");
  await backlight.configure({ initialization: "small", seed: 2 });
  await expect.poll(shown).toBe("initialize_parameters: randn * 0.01, seed 2");
  await select.selectOption("zeros");
  await expect.poll(shown).toBe("initialize_parameters_zeros");
  expect((await backlight.state()).seed).toBe(2);
  await expect(select.locator("option")).toHaveCount(5);
});

test("the control row does not wrap at 1440 pixels", async ({ page, ui }) => {
  const tops = await page
    .locator(".controls > .group")
    .last()
    .locator(":scope > *")
    .evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ bottom, top }) => (top + bottom) / 2),
    );
  expect(tops.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(6);
  await expect(ui.button("New seed")).toBeInViewport({ ratio: 1 });
});
