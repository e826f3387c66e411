import type { Locator, Page } from "@playwright/test";
import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import {
  DIGITS,
  FLOWER,
  Iteration,
  idOf,
  NETWORKS,
  notebookNameOf,
  type Operand,
  operandsOf,
  resultsOf,
} from "../helpers/iteration";
import { pixelsOf } from "../helpers/screen";
import { test as anew, expect } from "../helpers/test";

/** Milliseconds of a turn. */
const TURN = 400;

/** A transformation under which x and y have changed places, but for rounding. */
const SWAPPED = /^matrix3d\(\S+, 1, 0, 0, 1, \S+, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1\)$/;

/** The matrices that are products, and the two factors of each. */
function productsOf(network: (typeof NETWORKS)[number]) {
  const L = network.layers_dims.length - 1;
  return resultsOf(network).flatMap((tensor) => {
    const operands = operandsOf(idOf(tensor), L);
    const [left, above] = ["left", "above"].map((role) =>
      operands.find((operand) => operand.role === role),
    );
    return left && above ? [{ tensor, left, above }] : [];
  });
}

/** Where the picture of a part is on the screen, and the colours of its rulers as it is shown. */
function edgesOf(part: Locator) {
  return part.evaluate((part: HTMLElement) => {
    const heatmap = part.querySelector(".heatmap");
    const box = part.querySelector(".heatmap canvas")?.getBoundingClientRect();
    const frame = part.querySelector(".part-picture")?.getBoundingClientRect();
    if (!heatmap || !box || !frame) throw new Error("a part without a picture");
    const { borderLeftColor, borderTopColor } = getComputedStyle(heatmap);
    const [rows, columns] =
      part.dataset.transposed === "true"
        ? [borderTopColor, borderLeftColor]
        : [borderLeftColor, borderTopColor];
    const { x, y, width, height } = box;
    const ruler = { left: x - frame.x, top: y - frame.y };
    return { x, y, width, height, rows, columns, ruler };
  });
}

/** A pixel's red, green and blue. */
type Colour = [number, number, number];

/** What the screen shows at positions of the window. */
async function colours(page: Page, positions: { x: number; y: number }[]): Promise<Colour[]> {
  const png = (await page.screenshot({ scale: "css" })).toString("base64");
  // A page of its own decodes it: this one's policy need not allow data: URLs.
  const decoder = await page.context().newPage();
  const found = await decoder.evaluate(
    async ([png, positions]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      return positions.map(({ x, y }): [number, number, number] => {
        const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
        return [r, g, b];
      });
    },
    [png, positions] as const,
  );
  await decoder.close();
  return found;
}

test.describe("the scheme", () => {
  for (const network of NETWORKS) {
    test(`shared edges have one length, one place and one colour on ${network.title}`, async ({
      backlight,
      page,
    }) => {
      await Iteration.of(backlight, network, 1);
      const view = new EquationView(page);
      for (const { tensor, left, above } of productsOf(network)) {
        await view.open(tensor);
        const [ofResult, ofLeft, ofAbove] = await Promise.all([
          edgesOf(view.result()),
          edgesOf(view.operand(left)),
          edgesOf(view.operand(above)),
        ]);
        const near = (a: number, b: number, what: string) =>
          expect(Math.abs(a - b), `${tensor}, ${what}: ${a} and ${b}`).toBeLessThanOrEqual(1);
        near(ofLeft.y, ofResult.y, "the rows begin level");
        near(ofLeft.height, ofResult.height, "length of the rows");
        near(ofAbove.x, ofResult.x, "the columns begin in line");
        near(ofAbove.width, ofResult.width, "length of the columns");
        near(ofLeft.width, ofAbove.height, "length of the edge summed over");
        expect(ofLeft.x + ofLeft.width, `${tensor}, at the left`).toBeLessThan(ofResult.x);
        expect(ofAbove.y + ofAbove.height, `${tensor}, above`).toBeLessThan(ofResult.y);
        expect(ofLeft.rows, `${tensor}, colour of the rows`).toBe(ofResult.rows);
        expect(ofAbove.columns, `${tensor}, colour of the columns`).toBe(ofResult.columns);
        expect(ofLeft.columns, `${tensor}, colour of the edge summed over`).toBe(ofAbove.rows);
        for (const { ruler } of [ofLeft, ofAbove, ofResult]) {
          expect(ruler, `${tensor}, rulers at the left and above`).toEqual({ left: 3, top: 3 });
        }
      }
    });
  }

  test("the turned operand shows the transpose, cell by cell and ruler by ruler", async ({
    backlight,
    page,
  }) => {
    for (const [network, tensor] of [
      [FLOWER, "dA1"],
      [DIGITS, "dA1"],
    ] as const) {
      const iteration = await Iteration.of(backlight, network, 2);
      const view = new EquationView(page);
      const operand = operandsOf(idOf(tensor), iteration.L)[0] as Operand;
      await view.open(tensor);
      await view.pointAway();
      const picture = view.picture(view.operand(operand));
      const { rows, cols } = iteration.matrix(operand, true);
      await expect.poll(async () => (await pixelsOf(picture)).width, SOON).toBe(cols);
      const stored = (await pixelsOf(picture)).data.map(([r, g, b]) => [r, g, b]);
      // The numbers stand in the middle of the cells, so near a corner.
      const cells = stored.map((_, k) => ({ row: Math.floor(k / cols), column: k % cols }));
      const positions = await Promise.all(
        cells.map(async ({ row, column }) => {
          const corner = { row: column - 0.35, column: row - 0.35 };
          return view.middle(picture, { rows: cols, cols: rows }, corner);
        }),
      );
      expect(await colours(page, positions), network.title).toEqual(stored);
    }
  });

  for (const network of NETWORKS) {
    test(`pointing at the turned operand reads the entry as it is stored on ${network.title}`, async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network, 2);
      const view = new EquationView(page);
      for (const { tensor, left, above } of productsOf(network)) {
        const operand = [left, above].find(({ transposed }) => transposed);
        if (!operand) continue;
        await view.open(tensor);
        const { rows, cols } = iteration.matrix(operand, operand.used);
        for (const cell of [
          { row: 0, column: Math.floor(0.99 * (cols - 1)) },
          { row: rows - 1, column: 0 },
        ]) {
          const shown = { row: cell.column, column: cell.row };
          const size = { rows: cols, cols: rows };
          const picture = view.picture(view.operand(operand));
          const value = await view.valueAt(picture, notebookNameOf(operand), size, cell, shown);
          expect(value, `${tensor}: ${notebookNameOf(operand)}`).toBe(
            iteration.entry(operand, cell.row, cell.column, operand.used),
          );
        }
      }
    });
  }

  test("nothing turns with reduced motion, not even again", async ({ backlight, page }) => {
    await Iteration.of(backlight, FLOWER, 1);
    const view = new EquationView(page);
    for (const tensor of ["dW2", "dA1"]) {
      await view.open(tensor);
      const turn = view.panel.locator('.part[data-transposed="true"] .turn');
      const running = () => turn.evaluate((element) => element.getAnimations().length);
      await expect(turn).toHaveCount(1);
      expect(await running()).toBe(0);
      await view.panel.locator('[data-action="turn"]').click();
      expect(await running()).toBe(0);
    }
  });
});

anew.describe("the turn", () => {
  /** Clicks, and takes the turns that this starts; waits for their end. */
  function turnsAfter(page: Page, button: string) {
    return page.evaluate(async (button) => {
      const before = new Set(document.getAnimations());
      document.querySelector<HTMLElement>(button)?.click();
      const selector = '.equation .part[data-transposed="true"] .turn';
      const find = () => {
        const turns = [...document.querySelectorAll(selector)];
        return turns.flatMap((turn) => turn.getAnimations()).filter((one) => !before.has(one));
      };
      const limit = performance.now() + 2000;
      while (find().length === 0 && performance.now() < limit) {
        await new Promise(requestAnimationFrame);
      }
      const found = find();
      const turns = found.map(({ effect }) => ({
        tensor: (effect as KeyframeEffect).target?.closest<HTMLElement>(".part")?.dataset.tensor,
        duration: effect?.getTiming().duration,
        iterations: effect?.getTiming().iterations,
        transforms: (effect as KeyframeEffect).getKeyframes().map(({ transform }) => transform),
      }));
      await Promise.all(found.map(({ finished }) => finished));
      const turned = document.querySelector(selector);
      return { turns, afterwards: turned ? getComputedStyle(turned).transform : "" };
    }, button);
  }

  for (const network of NETWORKS) {
    anew(
      `the transposed operand turns about its diagonal, and again on request, on ${network.title}`,
      async ({ backlight, page }) => {
        await Iteration.of(backlight, network, 1);
        const view = new EquationView(page);
        await view.open("Z1");
        const [strip, button] = ['.operation[aria-label="dW[1]"]', '[data-action="turn"]'];
        for (const click of [strip, button]) {
          const { turns, afterwards } = await turnsAfter(page, click);
          const about = (degrees: number) => `rotate3d(1, 1, 0, ${degrees}deg)`;
          const transforms = [about(0), about(180)];
          expect(turns).toEqual([{ tensor: "X", duration: TURN, iterations: 1, transforms }]);
          // x and y have changed places.
          expect(afterwards).toMatch(SWAPPED);
        }
      },
    );
  }

  anew("a product without a transpose has nothing to turn", async ({ backlight, page }) => {
    await Iteration.of(backlight, FLOWER, 1);
    const view = new EquationView(page);
    await view.open("Z2");
    await expect(view.panel.locator('.part[data-transposed="true"]')).toHaveCount(0);
    await expect(view.panel.locator('[data-action="turn"]')).toHaveCount(0);
  });
});
