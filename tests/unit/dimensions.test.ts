import { describe, expect, test } from "vitest";
import { dimensionsOf } from "../../www/equations/dimensions";
import type { TensorName } from "../../www/protocol/tensors";
import { colourOf, fitLengths, lengthOf } from "../../www/view/lengths";
import { randomFrom, wholeFrom } from "./random";

/** What the page's style adds to the lengths, in CSS pixels (www/styles/network.css). */
const CARD = { smallest: 64, around: 15 };
const LAYER = { around: 18, gap: 8 };

const card = (length: number) => Math.max(length + CARD.around, CARD.smallest);

/** The width that the layers take on the page. */
function widthOf(layers_dims: number[], available: number, stacked: boolean): number {
  const lengths = fitLengths(layers_dims, available, stacked);
  const cards = (names: TensorName[], layer: number) =>
    names.map((name) => card(lengthOf(dimensionsOf({ name, layer })[1], lengths)));
  const layers = layers_dims.map((_, layer) => {
    const widths = layer === 0 ? cards(["A"], 0) : cards(["W", "b", "Z", "A"], layer);
    return widths.reduce((sum, width) => sum + width, LAYER.around);
  });
  return stacked
    ? Math.max(...layers)
    : layers.reduce((sum, width) => sum + width, LAYER.gap * (layers.length - 1));
}

const WIDTHS = Array.from({ length: 158 }, (_, index) => 330 + 10 * index); // to 1900
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 12, 20, 64, 100, 1000, 12288];

/** Networks of 0 to 6 hidden layers, of many sizes. */
const NETWORKS = (() => {
  const random = randomFrom(1);
  const size = () => SIZES[wholeFrom(random, 0, SIZES.length - 1)] ?? 1;
  return Array.from({ length: 70 }, (_, index) => [
    size(),
    ...Array.from({ length: index % 7 }, size),
    1,
  ]);
})();

/** The cases in which it is not so. */
function wrongCases(
  isRight: (layers_dims: number[], available: number, stacked: boolean) => boolean,
): string[] {
  const wrong: string[] = [];
  for (const layers_dims of [[2, 4, 3, 1], [2, 1], ...NETWORKS]) {
    for (const available of WIDTHS) {
      for (const stacked of [false, true]) {
        if (isRight(layers_dims, available, stacked)) continue;
        wrong.push(`[${layers_dims}] in ${available}${stacked ? ", stacked" : ""}`);
      }
    }
  }
  return wrong;
}

describe("fitLengths", () => {
  test("every length is a positive whole number", () => {
    const wrong = wrongCases((layers_dims, available, stacked) => {
      const { n, m, one } = fitLengths(layers_dims, available, stacked);
      const positive = [...n, m, one].every((length) => Number.isInteger(length) && length > 0);
      return positive && n.length === layers_dims.length;
    });
    expect(wrong).toEqual([]);
  });

  test("a larger n is never shorter, and an equal one, the 1 of b too, is as long", () => {
    const wrong = wrongCases((layers_dims, available, stacked) => {
      const { n, one } = fitLengths(layers_dims, available, stacked);
      const sized = layers_dims
        .map((size, l) => ({ size, length: n[l] ?? Number.NaN }))
        .concat({ size: 1, length: one });
      return sized.every(
        (a) =>
          sized.every((b) => (a.size === b.size ? a.length === b.length : true)) &&
          sized.every((b) => (a.size < b.size ? a.length <= b.length : true)),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("up to 6, and from doubling to doubling, more units are longer", () => {
    const { n } = fitLengths([1, 2, 3, 4, 5, 6, 12, 24, 48, 1], 4000, false);
    const grown = n.slice(0, -1);
    expect(grown).toEqual([...new Set(grown)].sort((a, b) => a - b));
  });

  test("the network fits where the examples are above their smallest length", () => {
    let fitting = 0;
    const wrong = wrongCases((layers_dims, available, stacked) => {
      const smallest = fitLengths(layers_dims, 0, stacked).m;
      if (fitLengths(layers_dims, available, stacked).m <= smallest) return true;
      fitting += 1;
      return widthOf(layers_dims, available, stacked) <= available;
    });
    expect(wrong).toEqual([]);
    expect(fitting).toBeGreaterThan(1000);
  });

  test("a network that fits with room to spare is not made smaller", () => {
    for (const layers_dims of [
      [2, 1],
      [2, 4, 1],
      [2, 4, 3, 1],
    ]) {
      expect(fitLengths(layers_dims, 3000, false)).toEqual(fitLengths(layers_dims, 4000, false));
    }
  });

  test("the default network fits beside the panel of results at 1440 pixels", () => {
    expect(widthOf([2, 4, 3, 1], 1040, false)).toBeLessThanOrEqual(1040);
  });

  test("stacked, a layer of the default network fits at 360 pixels", () => {
    expect(widthOf([2, 4, 3, 1], 360 - 24, true)).toBeLessThanOrEqual(360 - 24);
  });
});

describe("dimensionsOf", () => {
  const rows = (name: TensorName, layer: number) => dimensionsOf({ name, layer })[0];
  const columns = (name: TensorName, layer: number) => dimensionsOf({ name, layer })[1];

  test("the shapes are those of the formulas", () => {
    const shapes: Record<TensorName, (l: number) => [unknown, unknown]> = {
      W: (l) => [l, l - 1],
      dW: (l) => [l, l - 1],
      b: (l) => [l, "one"],
      db: (l) => [l, "one"],
      Z: (l) => [l, "m"],
      dZ: (l) => [l, "m"],
      A: (l) => [l, "m"],
      dA: (l) => [l, "m"],
      Y: (l) => [l, "m"],
      losses: (l) => [l, "m"],
    };
    for (const [name, shape] of Object.entries(shapes)) {
      for (const layer of [1, 2, 3]) {
        expect(dimensionsOf({ name: name as TensorName, layer }), name).toEqual(shape(layer));
      }
    }
    expect(dimensionsOf({ name: "A", layer: 0 })).toEqual([0, "m"]);
  });

  test("edges that meet in a product share their length and their colour", () => {
    const lengths = fitLengths([2, 7, 3, 1], 1400, false);
    for (const l of [1, 2, 3]) {
      for (const [one, other] of [
        [columns("W", l), rows("A", l - 1)], // Z = W · A_prev
        [rows("W", l), rows("Z", l)],
        [columns("A", l - 1), columns("Z", l)],
        [columns("dZ", l), columns("A", l - 1)], // dW = dZ · A_prevᵀ
        [rows("dZ", l), rows("dW", l)],
        [rows("W", l), rows("dZ", l)], // dA_prev = Wᵀ · dZ
        [columns("W", l), rows("dA", l - 1)],
        [rows("b", l), rows("Z", l)],
        [columns("b", l), columns("db", l)],
      ] as const) {
        expect(lengthOf(one, lengths)).toBe(lengthOf(other, lengths));
        expect(colourOf(one)).toBe(colourOf(other));
      }
    }
  });

  test("neighbouring layers, m and 1 differ in colour", () => {
    for (let l = 0; l < 12; l += 1) {
      const colours = [l, l + 1, "m", "one"].map((dimension) =>
        colourOf(dimension as number | "m"),
      );
      expect(new Set(colours).size).toBe(4);
    }
  });
});
