/** The course's image network: 2,500 iterations on files of the course's size, cost for cost as NumPy has them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConfigurationInput } from "../helpers/backlight";
import { expect, test } from "../helpers/test";

interface ImageRun {
  configuration: ConfigurationInput;
  iterations: number;
  every: number;
  m: number;
  test_m: number;
  costs: number[];
  accuracy: number;
  test_accuracy: number;
}

const FIXTURE = new URL("../../fixtures/image_run.json", import.meta.url);
const numpy = JSON.parse(readFileSync(FIXTURE, "utf8")) as ImageRun;

const FOLDER = process.env.COURSE_FILES ?? "target/course-files";
const FILES = ["train_images.h5", "test_images.h5"].map((name) => join(FOLDER, name));

test("2,500 iterations on pictures give NumPy's costs, live, and pause at once", async ({
  backlight,
  page,
  ui,
}) => {
  test.setTimeout(600_000);
  await page.locator("input.file-input").first().setInputFiles(FILES);
  await page.locator('[data-action="accept"]').click();
  await expect(ui.shape("A0")).toHaveText(`(12288, ${numpy.m})`);
  await backlight.configure(numpy.configuration);
  await expect(ui.shape("W1")).toHaveText("(20, 12288)");

  // It runs live, and pauses at once.
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(2);
  await ui.press("Pause");
  await expect(ui.button("Play")).toBeVisible();
  const paused = (await backlight.costs()).length;
  expect(paused).toBeLessThan(numpy.iterations / 2);
  await expect(ui.fact("iteration")).toHaveText(String(paused));
  expect((await backlight.costs()).length).toBe(paused);

  // The page's own frames go on while it trains.
  const rest = backlight.step(numpy.iterations - paused);
  const before = await ui.iteration();
  await expect.poll(() => ui.iteration()).toBeGreaterThan(before + 10);
  expect(await page.evaluate(framesUntilNextIteration)).toBeGreaterThan(0);
  await rest;
  await expect(ui.fact("iteration")).toHaveText(numpy.iterations.toLocaleString("en"));

  const costs = await backlight.costs();
  const printed = costs.filter((_, k) => k % numpy.every === 0 || k === numpy.iterations - 1);
  expect(printed).toHaveLength(numpy.costs.length);
  for (const [index, expected] of numpy.costs.entries()) {
    const got = printed[index] ?? Number.NaN;
    expect(Math.abs(got / expected - 1), `cost ${index}: ${got}, NumPy ${expected}`).toBeLessThan(
      1e-9,
    );
  }
  expect((await backlight.state()).accuracy).toBe(numpy.accuracy);
  await expect(page.locator('[data-fact="test-accuracy"]')).toContainText(
    numpy.test_accuracy.toLocaleString("en", { style: "percent", minimumFractionDigits: 1 }),
  );
});

/** Frames of the page until the number of iterations that it shows is another. */
function framesUntilNextIteration(): Promise<number> {
  const shown = () => document.querySelector('[data-fact="iteration"]')?.textContent;
  const first = shown();
  let frames = 0;
  return new Promise((resolve) => {
    const next = () => {
      if (shown() !== first) resolve(frames);
      else requestAnimationFrame(next);
      frames += 1;
    };
    requestAnimationFrame(next);
  });
}
