/** A network trained on opened pictures: accuracy on both sets, the mislabelled test examples, the classes' names. */

import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { pixelsOf } from "../helpers/screen";
import { expect, test } from "../helpers/test";
import { percent } from "../helpers/text";

const FILES = ["train_images.h5", "test_images.h5"].map((name) =>
  fileURLToPath(new URL(`../../fixtures/files/${name}`, import.meta.url)),
);

const dialog = (page: Page) => page.locator("dialog.predictions");

test.beforeEach(async ({ page, ui }) => {
  await page.locator("input.file-input").first().setInputFiles(FILES);
  await page.locator('[data-action="accept"]').click();
  await expect(ui.shape("A0")).toHaveText("(48, 10)");
});

/** "67.5%" as a share. */
const share = (text: string | null) => Number(/([\d.]+)%/.exec(text ?? "")?.[1]) / 100;

test("accuracy on training and test set, and what of the test set is mislabelled", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.configure({ learning_rate: 0.0075 });
  await backlight.step(20);
  const fact = page.locator('[data-fact="test-accuracy"]');
  await expect(fact).toHaveText(/^test \d+(\.\d+)?%$/);
  const { accuracy } = await backlight.state();
  await expect(ui.fact("accuracy")).toHaveText(percent(accuracy));

  await page.locator('[data-action="predictions"]').click();
  await expect(dialog(page).locator('[data-fact="train-accuracy"]')).toHaveText(percent(accuracy));
  const onTest = dialog(page).locator('[data-fact="test-set-accuracy"]');
  await expect(onTest).toHaveText(((await fact.textContent()) ?? "").replace("test ", ""));
  const told = await dialog(page).locator('[data-fact="mislabelled"]').textContent();
  const [, wrong, m] =
    /^(\d+) of (\d+) examples of the test set are mislabelled\./.exec(told ?? "") ?? [];
  expect(Math.abs(1 - Number(wrong) / Number(m) - share(await onTest.textContent()))).toBeLessThan(
    0.001,
  );

  // As pictures, with the names that the file gives.
  const items = dialog(page).locator("li[data-example]");
  await expect(items).toHaveCount(Number(wrong));
  const text = (await items.first().textContent()) ?? "";
  const [, said, is] = /Prediction: (non-cat|cat)Class: (non-cat|cat)/.exec(text) ?? [];
  expect([said, is].sort()).toEqual(["cat", "non-cat"]);
  const a = Number(/A\[L\] = ([\d.]+)/.exec(text)?.[1]);
  expect(a > 0.5).toBe(said === "cat");
  const picture = await pixelsOf(items.first().locator("canvas"));
  expect(new Set(picture.data.map(String)).size).toBeGreaterThan(10);
  // An example of the test set has no column on the page.
  await expect(items.first().locator('[data-action="choose-example"]')).toHaveCount(0);
});

test("a picture of one's own is seen in colour", async ({ backlight, page }) => {
  await backlight.step(5);
  await page.locator('[data-action="predictions"]').click();
  const png = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 200;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.fillStyle = "rgb(200, 40, 10)";
    context.fillRect(0, 0, 200, 200);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  await page
    .locator('[data-input="picture"]')
    .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await expect(dialog(page).locator('[data-fact="own-class"]')).toHaveText(
    /^The network says: (non-cat|cat)$/,
  );
  const { data, height, width } = await pixelsOf(dialog(page).locator(".own-result canvas"));
  const { rows } = await backlight.matrix("A", 0);
  expect(3 * width * height).toBe(rows);
  expect(new Set(data.map(String))).toEqual(new Set(["200,40,10,255"]));
  await expect(dialog(page).locator('[data-action="invert"]')).toHaveCount(0);
});
