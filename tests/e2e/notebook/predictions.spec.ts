/** Accuracy, the mislabelled examples, and a picture of one's own. */

import type { Locator, Page } from "@playwright/test";
import type { BacklightHandle, ConfigurationInput } from "../helpers/backlight";
import { pixelsOf } from "../helpers/screen";
import { expect, test } from "../helpers/test";
import { percent } from "../helpers/text";

const DIGITS: ConfigurationInput = {
  layers_dims: [64, 5, 1],
  initialization: "course",
  seed: 3,
  learning_rate: 0.075,
  dataset: { name: "digits", m: 1797, digit: 0 },
};

const dialog = (page: Page): Locator => page.locator("dialog.predictions");
const open = (page: Page) => page.locator('[data-action="predictions"]').click();

/** The examples that are wrong, by A[L] and Y as the page has them. */
async function wrong(backlight: BacklightHandle): Promise<number[]> {
  const { layers_dims } = await backlight.state();
  const L = layers_dims.length - 1;
  // A[L] is of the parameters before the last update: a forward pass more makes it that of now.
  const A = await forward(backlight, L);
  const Y = await backlight.labels();
  return A.flatMap((a, i) => ((a > 0.5 ? 1 : 0) === Y[i] ? [] : [i]));
}

/** A[L] with the parameters of now, worked out from W, b and X. */
async function forward(backlight: BacklightHandle, L: number): Promise<number[]> {
  let A = await backlight.matrix("A", 0);
  for (let l = 1; l <= L; l += 1) {
    const [W, b] = [await backlight.matrix("W", l), await backlight.matrix("b", l)];
    const cols = A.cols;
    const data = Array.from({ length: W.rows * cols }, (_, at) => {
      const [j, i] = [Math.floor(at / cols), at % cols];
      let z = b.data[j] ?? 0;
      for (let k = 0; k < W.cols; k += 1) {
        z += (W.data[j * W.cols + k] ?? 0) * (A.data[k * cols + i] ?? 0);
      }
      return l === L ? 1 / (1 + Math.exp(-z)) : Math.max(0, z);
    });
    A = { rows: W.rows, cols, data };
  }
  return A.data;
}

/** A ring as a PNG, dark on light or light on dark, as wide as high or wider. */
function ring(page: Page, ink: string, paper: string, width = 160): Promise<Buffer> {
  return page
    .evaluate(
      ([ink, paper, width]) => {
        const canvas = document.createElement("canvas");
        canvas.width = width;
        canvas.height = 160;
        const context = canvas.getContext("2d") as CanvasRenderingContext2D;
        context.fillStyle = paper;
        context.fillRect(0, 0, width, 160);
        context.strokeStyle = ink;
        context.lineWidth = 22;
        context.beginPath();
        context.ellipse(width / 2, 80, 36, 60, 0, 0, 2 * Math.PI);
        context.stroke();
        return canvas.toDataURL("image/png").split(",")[1] ?? "";
      },
      [ink, paper, width] as const,
    )
    .then((text) => Buffer.from(text, "base64"));
}

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('[data-input="picture"]').setInputFiles({ name, mimeType, buffer });

test("the mislabelled digits are shown as pictures, with what the network says", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.configure(DIGITS);
  await backlight.step(100);
  const examples = await wrong(backlight);
  expect(examples.length).toBeGreaterThan(5);
  await open(page);
  const { accuracy } = await backlight.state();
  await expect(dialog(page).locator('[data-fact="train-accuracy"]')).toHaveText(percent(accuracy));
  await expect(dialog(page).locator('[data-fact="mislabelled"]')).toContainText(
    `${examples.length} of 1,797 examples of the training set are mislabelled.`,
  );
  const items = dialog(page).locator("li[data-example]");
  await expect(items).toHaveCount(examples.length);
  const shown = await items.evaluateAll((all) =>
    all.map((one) => Number((one as HTMLElement).dataset.example)),
  );
  expect(shown).toEqual(examples);

  // Each is the picture in its column of X, and says both classes.
  const X = await backlight.matrix("A", 0);
  const Y = await backlight.labels();
  const a = await forward(backlight, 2);
  for (const [index, example] of examples.slice(0, 4).entries()) {
    const { data, height, width } = await pixelsOf(items.nth(index).locator("canvas"));
    expect([width, height]).toEqual([8, 8]);
    data.forEach(([red, green, blue], pixel) => {
      const value = X.data[pixel * X.cols + example] ?? Number.NaN;
      expect([red, green, blue]).toEqual(Array(3).fill(Math.round(255 * value)));
    });
    const name = (label: number) => (label === 1 ? "digit 0" : "not digit 0");
    const y = Y[example] ?? 0;
    await expect(items.nth(index)).toContainText(`Prediction: ${name(1 - y)}`);
    await expect(items.nth(index)).toContainText(`Class: ${name(y)}`);
    await expect(items.nth(index)).toContainText(`A[L] = ${(a[example] ?? 0).toPrecision(3)}`);
  }

  // A click chooses the example: its column stands out in every matrix.
  await items.nth(1).locator('[data-action="choose-example"]').click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".example-column").first()).toBeVisible();
  await expect(ui.field("Example")).toHaveValue(String(examples[1]));
  await expect(ui.histogram()).toBeVisible();
});

test("points are a table, Escape closes it, and the focus returns", async ({ backlight, page }) => {
  await backlight.step(200);
  const examples = await wrong(backlight);
  await open(page);
  const rows = dialog(page).locator("tr[data-example]");
  await expect(rows).toHaveCount(Math.min(examples.length, 60));
  await expect(rows.first()).toHaveAttribute("data-example", String(examples[0]));
  await expect(dialog(page).locator('[data-input="picture"]')).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('[data-action="predictions"]')).toBeFocused();
});

test("while training runs it stands still until Refresh, and a pause brings it up to date", async ({
  backlight,
  page,
}) => {
  await open(page);
  await expect(dialog(page).locator('[data-action="refresh"]')).toHaveCount(0);
  await page.evaluate(() => window.backlight?.play());
  const text = () => dialog(page).locator('[data-fact="train-accuracy"]').textContent();
  await expect(dialog(page).locator('[data-action="refresh"]')).toBeVisible();
  const accuracyOfNow = async () => (await backlight.state()).accuracy;
  await expect.poll(accuracyOfNow).toBeGreaterThan(0.75);
  const before = await text();
  await expect.poll(accuracyOfNow).toBeGreaterThan(0.8);
  expect(await text()).toBe(before);
  await dialog(page).locator('[data-action="refresh"]').click();
  await expect.poll(text).not.toBe(before);
  await page.evaluate(() => window.backlight?.pause());
  const { accuracy } = await backlight.state();
  await expect.poll(text).toBe(percent(accuracy));
  await expect(dialog(page).locator('[data-action="refresh"]')).toHaveCount(0);
});

test.describe("a picture of one's own", () => {
  test.beforeEach(async ({ backlight, page }) => {
    await backlight.configure(DIGITS);
    await backlight.step(300);
    await open(page);
  });

  const says = (page: Page) => dialog(page).locator('[data-fact="own-class"]');
  const a = async (page: Page) =>
    Number(await dialog(page).locator('[data-fact="own-a"]').textContent());
  const seen = (page: Page) => pixelsOf(dialog(page).locator(".own-result canvas"));

  test("is cut to its middle, resized to 8 × 8 and classified", async ({ backlight, page }) => {
    await choose(page, "zero.png", "image/png", await ring(page, "#ffffff", "#000000"));
    await expect(says(page)).toHaveText("The network says: digit 0");
    const { data, height, width } = await seen(page);
    expect([width, height]).toEqual([8, 8]);
    // What A[L] comes to with the very pixels that are shown.
    const x = data.map(([grey]) => grey / 255);
    const expected = await page.evaluate(async (x) => {
      const backlight = window.backlight;
      if (!backlight) return Number.NaN;
      let A = x;
      for (const l of [1, 2]) {
        const [W, b] = [await backlight.matrix("W", l), await backlight.matrix("b", l)];
        A = Array.from({ length: W.rows }, (_, j) => {
          const row = W.data.subarray(j * W.cols, (j + 1) * W.cols);
          const z = row.reduce((sum, w, k) => sum + w * (A[k] ?? 0), b.data[j] ?? 0);
          return l === 2 ? 1 / (1 + Math.exp(-z)) : Math.max(0, z);
        });
      }
      return A[0] ?? Number.NaN;
    }, x);
    expect(await a(page)).toBeCloseTo(expected, 5);
    expect(expected).toBeGreaterThan(0.5);

    // Wider than high: the sides are cut off, and the same ring is seen.
    await choose(page, "wide.png", "image/png", await ring(page, "#ffffff", "#000000", 480));
    await expect(dialog(page).locator('img[alt="wide.png"]')).toBeVisible();
    expect((await seen(page)).data).toEqual(data);

    // Training changes what is said of it.
    await backlight.step(200);
    await expect.poll(() => a(page)).not.toBeCloseTo(expected, 5);
  });

  test("light and dark can be swapped", async ({ page }) => {
    await choose(page, "ink.png", "image/png", await ring(page, "#000000", "#ffffff"));
    await expect(says(page)).toHaveText("The network says: not digit 0");
    const before = (await seen(page)).data;
    await dialog(page).locator('[data-action="invert"]').check();
    await expect(says(page)).toHaveText("The network says: digit 0");
    const after = (await seen(page)).data;
    after.forEach(([grey], k) => {
      expect(grey).toBe(255 - (before[k]?.[0] ?? 0));
    });
  });

  test("can be pasted and dropped", async ({ page }) => {
    const base64 = (await ring(page, "#ffffff", "#000000")).toString("base64");
    const transfer = async (kind: "paste" | "drop", name: string) =>
      page.evaluate(
        ({ base64, kind, name }) => {
          const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], name, { type: "image/png" }));
          const target = document.querySelector("dialog.predictions") ?? document.body;
          const event =
            kind === "paste"
              ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true })
              : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
          target.dispatchEvent(event);
        },
        { base64, kind, name },
      );
    await transfer("paste", "pasted.png");
    await expect(dialog(page).locator('img[alt="pasted.png"]')).toBeVisible();
    await transfer("drop", "dropped.png");
    await expect(dialog(page).locator('img[alt="dropped.png"]')).toBeVisible();
    await expect(says(page)).toHaveText("The network says: digit 0");
  });

  test("that is none, or is broken, gets a message that says so", async ({ backlight, page }) => {
    const problem = dialog(page).locator(".own-problem");
    await choose(page, "notes.txt", "text/plain", Buffer.from("no picture"));
    await expect(problem).toHaveText(/^notes\.txt: expected a picture .*, got text\/plain\.$/);
    await choose(page, "half.png", "image/png", Buffer.from("\x89PNG broken"));
    await expect(problem).toHaveText(/^half\.png: this picture cannot be read/);
    const good = await ring(page, "#ffffff", "#000000");
    await choose(page, "good.png", "image/png", good);
    await expect(problem).toHaveCount(0);
    // Points of a plane are no pictures.
    await backlight.configure({ layers_dims: [2, 4, 1], dataset: { name: "flower" } });
    await expect(problem).toHaveText(/^good\.png: the network is not trained on pictures/);
  });
});
