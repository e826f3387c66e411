import type { Page } from "@playwright/test";
import { inked, pixelsOf } from "./helpers/screen";
import { expect, test } from "./helpers/test";

const DESK = { width: 1440, height: 900 };
const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 740 },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [DESK, ...PHONES]) {
    test.describe(`${viewport.width}×${viewport.height}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test("nothing scrolls sideways and no text is clipped", async ({ backlight, page, ui }) => {
        await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
        for (const layers_dims of [
          [2, 4, 3, 1],
          [2, 1],
          [2, 64, 64, 1],
        ]) {
          await backlight.configure({ layers_dims });
          await backlight.step(3);
          await expect(ui.fact("iteration")).toHaveText("3");
          const { scroll, client } = await widths(page);
          expect(scroll, `${layers_dims}`).toBeLessThanOrEqual(client);
          expect(await clipped(page), `${layers_dims}`).toEqual([]);
        }
        await ui.select("Data").selectOption("digits");
        await expect(ui.histogram()).toBeVisible();
        await expect(ui.shape("W1")).toHaveText("(64, 64)");
        const { scroll, client } = await widths(page);
        expect(scroll, "digits").toBeLessThanOrEqual(client);
        expect(await clipped(page), "digits").toEqual([]);
      });
    });
  }
}

test("three layers fit on a 1440×900 display, whole and without scrolling", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.configure({ layers_dims: [2, 4, 3, 1] });
  await backlight.step(1);
  await expect(ui.fact("iteration")).toHaveText("1");
  const layers = page.locator(".layers");
  const inside = await layers.evaluate(
    ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      scrollWidth - clientWidth,
      scrollHeight - clientHeight,
    ],
  );
  expect(inside, "the layers do not scroll").toEqual([0, 0]);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height, "the page does not scroll").toBeLessThanOrEqual(DESK.height);
  const cards = await ui.cards().all();
  expect(cards).toHaveLength(1 + 3 * 8 + 2);
  for (const card of cards) await expect(card).toBeInViewport({ ratio: 1 });
});

test("every card is drawn in the colours of its entries' signs", async ({ backlight, ui }) => {
  await backlight.step(1);
  await expect(ui.fact("iteration")).toHaveText("1");
  for (const [name, layer] of [
    ["W", 1],
    ["W", 2],
    ["b", 1],
    ["dW", 1],
    ["dW", 2],
  ] as const) {
    const { rows, cols, data } = await backlight.matrix(name, layer);
    const { width, height, data: pixels } = await pixelsOf(ui.canvas(`${name}${layer}`));
    expect([width, height], `${name}${layer}: one pixel an entry`).toEqual([cols, rows]);
    data.forEach((entry, k) => {
      const [red = 0, , blue = 0, alpha] = pixels[k] ?? [];
      expect(alpha).toBe(255);
      if (entry > 0) expect(red, `${name}${layer} at ${k}`).toBeGreaterThanOrEqual(blue);
      if (entry < 0) expect(blue, `${name}${layer} at ${k}`).toBeGreaterThanOrEqual(red - 8);
      expect(entry === 0 || red !== blue || Math.abs(entry) < 0.01).toBe(true);
    });
  }
});

test("X is drawn before the first iteration", async ({ page, ui }) => {
  await expect(ui.card("A0")).toHaveAttribute("data-status", "fresh");
  await expect.poll(() => inked(ui.canvas("A0"))).toBeGreaterThan(0);
  await expect(page.getByRole("img", { name: "X, shape (2, 400)" }).first()).toBeVisible();
});

test("a click on a card opens the matrix large", async ({ backlight, page, ui }) => {
  await backlight.step(1);
  const inspector = page.getByRole("region", { name: "The chosen matrix" });
  for (const [tensor, label] of [
    ["dW2", "dW[2], shape (3, 4)"],
    ["Z1", "Z[1], shape (4, 400)"],
    ["Y3", "Y, shape (1, 400)"],
    ["losses3", "losses, shape (1, 400)"],
  ] as const) {
    await ui.card(tensor).click();
    await expect(ui.card(tensor)).toHaveAttribute("aria-pressed", "true");
    const canvas = inspector.getByRole("img", { name: label });
    await expect(canvas).toBeVisible();
    await expect.poll(() => inked(canvas)).toBeGreaterThan(0);
  }
});

test.describe("the readout", () => {
  /** "dW2[1, 3] = −0.25" in parts. */
  async function reading(page: Page) {
    const text = await page.locator(".readout").innerText();
    const [, symbol, row, column, value] = /^(\w+)\[(\d+), (\d+)\] = (\S+)$/.exec(text) ?? [];
    return { symbol, row: Number(row), column: Number(column), value: value?.replace("−", "-") };
  }

  /** Points at the middle of a cell of a card. */
  async function point(page: Page, tensor: string, x: number, y: number) {
    const box = await page.locator(`.card[data-tensor="${tensor}"] canvas`).boundingBox();
    if (!box) throw new Error(`${tensor} has no box`);
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  }

  test("pointing at a cell shows its NumPy index and its exact value", async ({
    backlight,
    page,
    ui,
  }) => {
    await backlight.step(2);
    await expect(ui.fact("iteration")).toHaveText("2");
    for (const [name, layer] of [
      ["W", 1],
      ["dW", 2],
      ["b", 2],
      ["Z", 1],
      ["dZ", 3],
    ] as const) {
      const { rows, cols, data } = await backlight.matrix(name, layer);
      const [row, column] = [rows - 1, Math.floor(cols / 2)];
      await point(page, `${name}${layer}`, (column + 0.5) / cols, (row + 0.5) / rows);
      await expect(ui.readout()).toContainText(`${name}${layer}[${row}, ${column}] = `);
      expect((await reading(page)).value).toBe(String(data[row * cols + column]));
    }
    await point(page, "A0", 40.5 / 400, 0.25);
    await expect(ui.readout()).toContainText("X[0, 40] = ");
    await page.mouse.move(5, 5);
    await expect(ui.readout()).toBeEmpty();
  });

  test("it follows training while the pointer rests", async ({ backlight, page, ui }) => {
    await backlight.step(1);
    await expect(ui.card("W1")).toHaveAttribute("data-status", "fresh");
    await point(page, "W1", 0.25, 0.125);
    await expect(ui.readout()).toContainText("W1[0, 0] = ");
    const before = await reading(page);
    // Through the API: the pointer stays where it is.
    await page.evaluate(() => window.backlight?.play());
    await expect.poll(async () => (await reading(page)).value).not.toBe(before.value);
    await page.evaluate(() => window.backlight?.pause());
    const { data } = await backlight.matrix("W", 1);
    await expect(ui.readout()).toHaveText(`W1[0, 0] = ${data[0]}`.replace("-", "−"));
  });

  test("it stays within the window at the edge", async ({ backlight, page, ui }) => {
    await backlight.step(1);
    await expect(ui.card("dA3")).toHaveAttribute("data-status", "fresh");
    await point(page, "dA3", 0.98, 0.5);
    await expect(ui.readout()).toContainText("dA3[0, ");
    await point(page, "dA3", 0.95, 0.5);
    await expect(ui.readout()).toBeInViewport({ ratio: 1 });
  });
});

function widths(page: Page): Promise<{ scroll: number; client: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scroll: scrollWidth, client: clientWidth };
  });
}

/** Texts that stick out of the box they belong to, or that something cuts off. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (!text.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true }))
        continue;
      if (parent.closest("script, style, noscript, option, .readout, .katex-mathml")) continue;
      if (parent.clientWidth === 1 && parent.clientHeight === 1) continue; // for screen readers only
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      for (let box: HTMLElement | null = parent; box; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX === "auto" || overflowX === "scroll") break; // scrolls to its texts
        const holds = overflowX === "hidden" || box.matches("button, .card, .layer, .panel, body");
        const edges = box.getBoundingClientRect();
        if (holds && (left < edges.left - 0.5 || right > edges.right + 0.5)) {
          wrong.push(`"${text.textContent}" sticks out of ${box.className || box.tagName}`);
          break;
        }
      }
    }
    return wrong;
  });
}

test("the facts have room for a cost of many digits", async ({ backlight, page, ui }) => {
  await backlight.configure({
    layers_dims: [64, 16, 1],
    learning_rate: 1,
    dataset: { name: "digits", digit: 0 },
  });
  await backlight.step(1500);
  await expect(ui.fact("iteration")).toHaveText("1,500");
  await expect(ui.fact("cost")).toHaveText(/^0\.00\d{6,}$/);
  const over = await page
    .locator(".facts dd")
    .evaluateAll((facts) => facts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  expect(Math.max(...over)).toBeLessThanOrEqual(0);
});
