/** What the page saves, run and read by real Python. */

import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestInfo } from "@playwright/test";
import type { BacklightHandle } from "../helpers/backlight";
import { save } from "../helpers/saved";
import { expect, test } from "../helpers/test";

const SCRIPT = fileURLToPath(new URL("../helpers/run_saved.py", import.meta.url));
const FILES = fileURLToPath(new URL("../../fixtures/files", import.meta.url));
const PYTHON = process.env.PYTHON ?? "target/venv/bin/python";

interface Ran {
  costs: number[];
  printed: string;
}

function python<T>(path: string): T {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, path], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

/** Both programs of the run, executed, have the page's costs. */
async function expectSameCosts(
  backlight: BacklightHandle,
  page: Parameters<typeof save>[0],
  info: TestInfo,
  beside: string[] = [],
): Promise<void> {
  const costs = await backlight.costs();
  for (const what of ["script", "run"] as const) {
    const { path } = await save(page, "notebook", what, info);
    for (const file of beside) copyFileSync(join(FILES, file), join(dirname(path), file));
    const ran = python<Ran>(path);
    expect(ran.costs).toHaveLength(costs.length);
    for (const [k, cost] of costs.entries()) {
      const got = ran.costs[k] ?? Number.NaN;
      expect(Math.abs(got / cost - 1), `cost ${k}: ${got}, page ${cost}`).toBeLessThan(1e-9);
    }
    expect(ran.printed).toContain("Cost after iteration 0: ");
  }
}

test("a run with a changed learning rate runs in Python", async ({ backlight, page }, info) => {
  await backlight.configure({ layers_dims: [2, 4, 3, 1], seed: 3, learning_rate: 0.075 });
  await backlight.step(120);
  await backlight.configure({ learning_rate: 0.2 });
  await backlight.step(81);
  await expectSameCosts(backlight, page, info);
});

test("a run on pictures runs in Python", async ({ backlight, page }, info) => {
  await backlight.configure({
    layers_dims: [64, 8, 1],
    activation: "tanh",
    initialization: "he",
    dataset: { name: "digits", m: 300, digit: 3 },
  });
  await backlight.step(60);
  await expectSameCosts(backlight, page, info);
});

test("a run on files of one's own, from imported parameters, runs in Python", async ({
  backlight,
  page,
}, info) => {
  const data = ["train_images.h5", "test_images.h5"];
  await page
    .locator("input.file-input")
    .first()
    .setInputFiles(data.map((name) => join(FILES, name)));
  await page.locator('[data-action="accept"]').click();
  await expect.poll(async () => (await backlight.state()).dataset.name).toBe("opened");
  await backlight.step(30);
  const { path, name } = await save(page, "notebook", "parameters", info);
  await page.locator('[data-input="parameters"]').setInputFiles(path);
  await expect.poll(async () => (await backlight.state()).initialization).toBe("imported");
  await backlight.step(50);
  expect(name).toMatch(/\.npz$/);
  await expectSameCosts(backlight, page, info, data);
});

test("np.load reads every matrix, to the last bit", async ({ backlight, page }, info) => {
  await backlight.step(7);
  const { path } = await save(page, "notebook", "matrices", info);
  const arrays = python<Record<string, { shape: number[]; data: number[] }>>(path);
  for (const l of [1, 2, 3]) {
    for (const of of ["W", "b", "Z", "A", "dA", "dZ", "dW", "db"] as const) {
      const { rows, cols, data } = await backlight.matrix(of, l);
      expect(arrays[`${of}${l}`], `${of}${l}`).toEqual({ shape: [rows, cols], data });
    }
  }
  const X = await backlight.matrix("A", 0);
  expect(arrays.X?.data).toEqual(X.data);
});
