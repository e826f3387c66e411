/** Every picture of the page as PNG and SVG, and every matrix as text. */

import type { Page, TestInfo } from "@playwright/test";
import { copiedBy, type Saved, save } from "../helpers/saved";
import { pixelsOf } from "../helpers/screen";
import { expect, test } from "../helpers/test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

interface Parsed {
  root: string;
  title: string;
  width: number;
  height: number;
  /** How often each element is there. */
  counts: Record<string, number>;
  texts: string[];
  /** The colours of the boxes in groups that are scaled: the cells. */
  cells: { fill: string; x: number; y: number; width: number }[];
  errors: number;
}

/** An SVG as the browser's parser of XML reads it. */
function parsed(page: Page, { bytes }: Saved): Promise<Parsed> {
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...file.querySelectorAll("*")];
    const counts: Record<string, number> = {};
    for (const { localName } of all) counts[localName] = (counts[localName] ?? 0) + 1;
    const number = (element: Element, name: string) => Number(element.getAttribute(name));
    return {
      root: file.documentElement.localName,
      title: file.querySelector("title")?.textContent ?? "",
      width: number(file.documentElement, "width"),
      height: number(file.documentElement, "height"),
      counts,
      texts: [...file.querySelectorAll("text")].map((one) => one.textContent ?? ""),
      cells: [...file.querySelectorAll("g[shape-rendering] > rect")].map((one) => ({
        fill: one.getAttribute("fill") ?? "",
        x: number(one, "x"),
        y: number(one, "y"),
        width: number(one, "width"),
      })),
      errors: file.querySelectorAll("parsererror").length,
    };
  }, bytes.toString("utf8"));
}

/** A PNG decoded: its size and how many colours it has. */
function decoded(page: Page, { bytes }: Saved) {
  return page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(
      context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer,
    );
    return { width: bitmap.width, height: bitmap.height, colours: new Set(pixels).size };
  }, bytes.toString("base64"));
}

/** Saves a picture in both forms; both are read, and are of one size but for the scale. */
async function pictures(page: Page, menu: string, item: string, info: TestInfo): Promise<Parsed> {
  const svg = await save(page, menu, `${item}-svg`, info);
  const png = await save(page, menu, `${item}-png`, info);
  await expect(page.locator(".toast")).toContainText(`Saved ${png.name}`);
  expect(svg.name).toMatch(new RegExp(`^backlight_[\\d-]+_seed\\d+_iteration\\d+_${item}\\.svg$`));
  expect(png.name).toBe(svg.name.replace(/svg$/, "png"));
  const read = await parsed(page, svg);
  expect(read.errors).toBe(0);
  expect(read.root).toBe("svg");
  expect(read.title).not.toBe("");
  const { colours, height, width } = await decoded(page, png);
  expect(Math.abs(width - 2 * read.width)).toBeLessThanOrEqual(1);
  expect(Math.abs(height - 2 * read.height)).toBeLessThanOrEqual(1);
  expect(colours).toBeGreaterThan(8);
  return read;
}

test("the open matrix: exact colours, symbol, shape, numbers and the scale", async ({
  backlight,
  page,
  ui,
}, info) => {
  await backlight.step(100);
  await ui.card("dW2").click();
  await expect(page.locator('[data-menu="picture-matrix"]')).toBeVisible();
  const svg = await pictures(page, "picture-matrix", "dW2", info);
  const { data } = await pixelsOf(ui.canvas("dW2"));
  // Neighbours of one colour are one box: laid out again, each cell has the page's colour.
  const colours = new Map<string, string>();
  for (const { fill, width, x, y } of svg.cells) {
    for (let column = x; column < x + width; column += 1) colours.set(`${y},${column}`, fill);
  }
  expect(colours.size).toBe(12);
  data.forEach(([red, green, blue], k) => {
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
    expect(colours.get(`${Math.floor(k / 4)},${k % 4}`), `cell ${k}`).toBe(`#${hex}`);
  });
  const matrix = await backlight.matrix("dW", 2);
  const scale = Math.max(...matrix.data.map(Math.abs)).toPrecision(3);
  expect(svg.texts).toEqual(expect.arrayContaining(["dW[2]", "(3, 4)", scale, `−${scale}`, "0"]));
  for (const entry of matrix.data.filter((entry) => Math.abs(entry) >= 1e-4)) {
    expect(svg.texts).toContain(entry.toPrecision(3).replace("-", "−"));
  }
  expect(svg.counts).toMatchObject({ linearGradient: 1 });
});

test("a matrix of many cells is one image, of few pixels a side", async ({
  backlight,
  page,
  ui,
}, info) => {
  await backlight.configure({ layers_dims: [64, 5, 1], dataset: { name: "digits" } });
  await backlight.step(2);
  await ui.card("Z1").click();
  const svg = await pictures(page, "picture-matrix", "Z1", info);
  expect(svg.counts.image).toBe(1);
  expect(svg.texts).toContain("(5, 1797)");
  // The input has no equation, and its picture can be had all the same.
  await ui.card("A0").click();
  await expect(page.locator("section.equation")).toHaveAttribute("data-equation", "A0");
  await pictures(page, "picture-matrix", "X", info);
});

test("the whole equation, and the whole network", async ({ backlight, page, ui }, info) => {
  await backlight.step(20);
  await ui.card("dW2").click();
  await expect(page.locator('.equation .part[data-role="above"] canvas').first()).toBeVisible();
  const equation = await pictures(page, "picture-matrix", "dW2_equation", info);
  expect(equation.texts.join(" ")).toContain("Colour: 0 is neutral");
  // Two operands and the result; the transposed one is shown as such.
  expect(equation.cells.length).toBeGreaterThan(500);
  expect(equation.texts).toEqual(expect.arrayContaining(["ᵀ"]));
  const network = await pictures(page, "notebook", "network", info);
  expect(network.texts.filter((text) => text === "400").length).toBeGreaterThan(10);
  expect(network.counts.linearGradient).toBe(1);
});

test("the losses as bars", async ({ backlight, page, ui }, info) => {
  await backlight.step(20);
  await ui.card("losses3").click();
  await expect(page.locator(".loss-bars")).toBeVisible();
  const svg = await pictures(page, "picture-matrix", "losses_equation", info);
  // Vector: a box for every example.
  expect(svg.counts.image ?? 0).toBe(0);
  expect(svg.counts.rect).toBeGreaterThan(400);
});

test("the cost curve is a path with axes, linear and logarithmic", async ({
  backlight,
  page,
  ui,
}, info) => {
  await backlight.step(3000);
  await expect(ui.fact("iteration")).toHaveText("3,000");
  const linear = await pictures(page, "picture-cost", "cost", info);
  expect(linear.counts.image ?? 0).toBe(0);
  expect(linear.counts.path).toBeGreaterThan(8);
  expect(linear.texts).toEqual(expect.arrayContaining(["cost J", "0", "1,000", "2,000"]));
  await ui.toggle("log").click();
  const log = await pictures(page, "picture-cost", "cost", info);
  expect(log.texts).not.toContain("0.40");
  expect(log.texts).toEqual(expect.arrayContaining(["0.50", "1,000"]));
});

test("the decision boundary is an image with a circle for each example", async ({
  backlight,
  page,
}, info) => {
  await backlight.step(20);
  const svg = await pictures(page, "picture-boundary", "boundary", info);
  expect(svg.counts.image).toBe(1);
  expect(svg.counts.path).toBe(2 * 400); // fill and rim
  expect(svg.texts).toEqual(["decision boundary", "label 0", "label 1"]);
});

test("the histogram, and the rows of W[1] as pictures", async ({ backlight, page, ui }, info) => {
  await backlight.configure({ layers_dims: [64, 5, 1], dataset: { name: "digits" } });
  await backlight.step(20);
  const histogram = await pictures(page, "picture-histogram", "histogram", info);
  expect(histogram.texts).toEqual(expect.arrayContaining(["predictions by class", "label 1"]));
  await ui.card("W1").click();
  await expect(page.locator(".weight-images canvas")).toHaveCount(5);
  const rows = await pictures(page, "picture-W1_rows", "W1_rows", info);
  expect(rows.cells.length).toBeGreaterThan(200);
});

test("before the first iteration what is not computed is said to be so", async ({ page, ui }) => {
  await ui.card("dW2").click();
  await page.locator('[data-menu="picture-matrix"]').click();
  await page.locator('[data-item="dW2-svg"]').click();
  await expect(page.locator(".toast")).toContainText("the matrix dW[2] is not computed yet.");
  await page.locator('[data-action="copy-matrix"]').click();
  await expect(page.locator('.toast[data-kind="refused"]')).toBeVisible();
});

test("a matrix is copied as text that pastes into Python, with all digits", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.step(7);
  for (const [card, name, layer] of [
    ["dW2", "dW", 2],
    ["W1", "W", 1],
    ["Z3", "Z", 3],
    ["A0", "A", 0],
  ] as const) {
    await ui.card(card).click();
    await expect(page.locator("section.equation")).toHaveAttribute("data-equation", card);
    const text = await copiedBy(page, () => page.locator('[data-action="copy-matrix"]').click());
    const notebookName = card === "A0" ? "X" : card;
    const [, rows] =
      new RegExp(`^${notebookName} = np\\.array\\((\\[[^]*\\])\\)\\s*$`).exec(text) ?? [];
    expect(rows, text.slice(0, 80)).toBeDefined();
    // Floats of Python are numbers of JSON but for a point at their end.
    const entries = JSON.parse(rows?.replace(/(\d)\.(?=[,\]\s])/g, "$1") ?? "") as number[][];
    const matrix = await backlight.matrix(name, layer);
    expect(entries).toHaveLength(matrix.rows);
    expect(entries.flat()).toEqual(matrix.data);
  }
});

test("the menu is walked by keys, and gives the focus back", async ({ page, ui }) => {
  const button = page.locator('[data-menu="notebook"]');
  await expect(ui.card("W1")).toBeVisible();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Parameters .npz", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Costs .csv" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: /^Import parameters/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(page.getByRole("menu")).toBeHidden();
});
