/** What goes out to the notebook, and the parameters that come from it. */

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { choose, save } from "../helpers/saved";
import { expect, test } from "../helpers/test";

const toast = (page: Page) => page.locator(".toast");

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('[data-input="parameters"]')
    .setInputFiles({ name, mimeType: "application/zip", buffer });
}

test("parameters go out as .npz and come in again, bit for bit", async ({
  backlight,
  page,
  ui,
}, info) => {
  await backlight.configure({ layers_dims: [2, 4, 3, 1], seed: 3, initialization: "course" });
  await backlight.step(100);
  const { name, bytes } = await save(page, "notebook", "parameters", info);
  expect(name).toBe("backlight_2-4-3-1_seed3_iteration100_parameters.npz");
  await expect(toast(page)).toContainText(`Saved ${name}`);
  const at100 = await backlight.snapshot();
  const { cost } = await backlight.step(1);
  const next = await backlight.snapshot();

  // Other layers are there when the file comes in.
  await backlight.configure({ layers_dims: [2, 6, 1], seed: 8 });
  await bring(page, name, bytes);
  await expect(toast(page)).toContainText(`Training starts from the parameters of ${name}`);
  await expect(ui.fact("iteration")).toHaveText("0");
  const state = await backlight.state();
  expect(state.layers_dims).toEqual([2, 4, 3, 1]);
  expect(state.initialization).toBe("imported");
  const back = await backlight.snapshot();
  for (const l of [1, 2, 3]) {
    expect(back[`W${l}`], `W${l}`).toBe(at100[`W${l}`]);
    expect(back[`b${l}`], `b${l}`).toBe(at100[`b${l}`]);
  }
  // Training goes on from there, every matrix as it would have been.
  expect((await backlight.step(1)).cost).toBe(cost);
  expect(await backlight.snapshot()).toEqual(next);

  // They can be chosen again, and left.
  const select = ui.select("initialization");
  await expect(select).toHaveValue("imported");
  await expect(select.locator("option", { hasText: "imported parameters (.npz)" })).toHaveCount(1);
  await select.selectOption("course 3");
  await expect.poll(async () => (await backlight.state()).initialization).toBe("course");
  await select.selectOption("imported");
  await expect.poll(async () => (await backlight.snapshot()).W1).toBe(at100.W1);

  const again = await save(page, "notebook", "parameters", info);
  expect(again.name).toBe("backlight_2-4-3-1_imported_iteration0_parameters.npz");
});

test("all matrices go out as .npz: those that are computed", async ({ backlight, page }, info) => {
  const before = await save(page, "notebook", "matrices", info);
  expect(before.name).toBe("backlight_2-4-3-1_seed3_iteration0_matrices.npz");
  expect(names(before.bytes)).toEqual(["X", "Y", "W1", "W2", "W3", "b1", "b2", "b3"].sort());
  await backlight.step(5);
  const { bytes, name } = await save(page, "notebook", "matrices", info);
  expect(name).toBe("backlight_2-4-3-1_seed3_iteration5_matrices.npz");
  const layers = [1, 2, 3].flatMap((l) =>
    ["W", "b", "Z", "A", "dA", "dZ", "dW", "db"].map((of) => `${of}${l}`),
  );
  expect(names(bytes)).toEqual(["X", "Y", "losses", ...layers].sort());
  // The same file is one of parameters, too.
  const W1 = (await backlight.snapshot()).W1;
  await bring(page, name, bytes);
  await expect(toast(page)).toContainText("Training starts from the parameters");
  expect((await backlight.snapshot()).W1).toBe(W1);
});

test("the costs go out as a table", async ({ backlight, page }, info) => {
  await backlight.step(50);
  const { bytes, name } = await save(page, "notebook", "costs", info);
  expect(name).toBe("backlight_2-4-3-1_seed3_iteration50_costs.csv");
  const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\n");
  expect(head).toBe("iteration,cost");
  const costs = await backlight.costs();
  expect(lines.map((line) => line.split(",").map(Number))).toEqual(
    costs.map((cost, iteration) => [iteration, cost]),
  );
});

test("the run goes out as a script and as a notebook", async ({ backlight, page }, info) => {
  await backlight.configure({
    layers_dims: [2, 5, 1],
    seed: 7,
    initialization: "he",
    activation: "tanh",
    learning_rate: 0.3,
    dataset: { name: "moons", m: 120 },
  });
  await backlight.step(300);
  await page.locator('[data-cost-view="printed"]').click();
  await page.getByRole("combobox", { name: "every" }).selectOption("10");
  const script = await save(page, "notebook", "script", info);
  expect(script.name).toBe("backlight_2-5-1_seed7_iteration300.py");
  const notebook = await save(page, "notebook", "run", info);
  expect(notebook.name).toBe("backlight_2-5-1_seed7_iteration300.ipynb");
  const { cells, nbformat } = JSON.parse(notebook.bytes.toString("utf8")) as {
    cells: { cell_type: string; source: string | string[] }[];
    nbformat: number;
  };
  expect(nbformat).toBe(4);
  const code = cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => [source].flat().join(""))
    .join("\n");
  for (const text of [script.bytes.toString("utf8"), code]) {
    expect(text).toContain("import numpy as np");
    expect(text).toMatch(/layers_dims\s*=\s*\[2, 5, 1\]/);
    expect(text).toMatch(/\b0\.3\b/);
    expect(text).toMatch(/\b300\b/);
    expect(text).toMatch(/seed\(7\)|seed\s*=\s*7/);
    expect(text).toMatch(/tanh/);
    expect(text).toMatch(/%\s*10\b|every\s*=\s*10\b/);
  }
});

test("a file that has no parameters, or does not fit, is refused and nothing is lost", async ({
  backlight,
  page,
  ui,
}, info) => {
  await backlight.step(12);
  const { bytes } = await save(page, "notebook", "parameters", info);
  const before = await backlight.snapshot();
  const refused = page.locator('.toast[data-kind="refused"]');
  const file = (name: string) =>
    readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url));

  await bring(page, "notes.npz", Buffer.from("no zip at all"));
  await expect(refused).toContainText("notes.npz");
  await bring(page, "split.npz", file("split.npz"));
  await expect(refused).toContainText("W1");
  await bring(page, "half.npz", bytes.subarray(0, bytes.length / 2));
  await expect(refused).toContainText("half.npz");
  await expect(ui.fact("iteration")).toHaveText("12");
  expect(await backlight.snapshot()).toEqual(before);

  // n[0] has to be the number of inputs.
  await backlight.configure({ layers_dims: [64, 3, 1], dataset: { name: "digits" } });
  await bring(page, "parameters.npz", bytes);
  await expect(refused).toContainText("64");
  expect((await backlight.state()).layers_dims).toEqual([64, 3, 1]);
});

test("a saved file can be had again while training runs", async ({ page, ui }, info) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
  const { name } = await save(page, "notebook", "parameters", info);
  expect(Number(/iteration(\d+)_/.exec(name)?.[1])).toBeGreaterThan(0);
  await expect(ui.button("Pause")).toBeVisible();
  await choose(page, "notebook", "costs");
  await expect(toast(page)).toContainText("_costs.csv");
});

/** The names of the arrays in an .npz file, from the directory of the zip. */
function names(bytes: Buffer): string[] {
  const found: string[] = [];
  for (
    let at = bytes.indexOf("PK\u0001\u0002");
    at >= 0;
    at = bytes.indexOf("PK\u0001\u0002", at + 4)
  ) {
    const length = bytes.readUInt16LE(at + 28);
    found.push(bytes.toString("utf8", at + 46, at + 46 + length).replace(/\.npy$/, ""));
  }
  return found.sort();
}

test("while it plays, a file's name says the iteration that it is of", async ({
  backlight,
  page,
  ui,
}, info) => {
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(100);
  const { bytes, name } = await save(page, "notebook", "script", info);
  const [, iteration] = /_iteration(\d+)\.py$/.exec(name) ?? [];
  expect(bytes.toString("utf8")).toContain(`num_iterations = ${iteration}\n`);
  expect((await backlight.state()).iteration).toBeGreaterThan(Number(iteration));
});
