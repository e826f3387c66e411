import { describe, expect, test } from "vitest";
import { type Dimension, type Sizes, sizeOf } from "../../www/equations/dimensions";
import { type Equation, equationOf, partIn, resultPart } from "../../www/equations/equation";
import { type Arrangement, fitArrangement } from "../../www/view/equation_lengths";
import { type Lengths, lengthOf } from "../../www/view/lengths";
import { numbersFit } from "../../www/view/numbers";
import { definitions } from "./operations";
import { randomFrom, wholeFrom } from "./random";

const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 20, 64, 100, 1000, 12288];
const EXAMPLES = [1, 2, 5, 6, 7, 10, 50, 209, 400, 1797];

/** Networks of 0 to 6 hidden layers, of many sizes and numbers of examples. */
const NETWORKS: Sizes[] = (() => {
  const random = randomFrom(4);
  const from = (sizes: number[]) => sizes[wholeFrom(random, 0, sizes.length - 1)] ?? 1;
  return Array.from({ length: 14 }, (_, index) => ({
    layers_dims: [from(UNITS), ...Array.from({ length: index % 7 }, () => from(UNITS)), 1],
    m: from(EXAMPLES),
  }));
})();

const ROOMS = [160, 300, 450, 620, 1400].flatMap((width) =>
  [60, 150, 270, 340].map((height) => ({ width, height })),
);

/** How the page lays an equation out: Falk's scheme, else side by side and one below the other. */
function arrangements(equation: Equation): Arrangement[] {
  const result = resultPart(equation);
  const [left, above] = [partIn(equation, "left"), partIn(equation, "above")];
  if (left && above) {
    const added = partIn(equation, "added") ? (["m"] as const) : [];
    const columns = [left.dimensions[1], result.dimensions[1], ...added];
    return [{ columns, rows: [above.dimensions[0], result.dimensions[0]] }];
  }
  const columns = equation.parts.map(({ dimensions }) => dimensions[1]);
  const rows = equation.parts.map(({ dimensions }) => dimensions[0]);
  return [
    { columns, rows: rows.slice(0, 1) },
    { columns: columns.slice(0, 1), rows },
  ];
}

const CASES = NETWORKS.flatMap((sizes) => {
  const L = sizes.layers_dims.length - 1;
  return definitions(L).flatMap(({ result }) =>
    arrangements(equationOf(result, L) as Equation).flatMap((arrangement) => {
      const smallest = fitArrangement(arrangement, sizes, { width: 0, height: 0 });
      return ROOMS.map((room) => {
        const lengths = fitArrangement(arrangement, sizes, room);
        return { arrangement, sizes, room, lengths, smallest };
      });
    }),
  );
});

const total = (dimensions: Dimension[], lengths: Lengths) =>
  dimensions.reduce<number>((sum, dimension) => sum + lengthOf(dimension, lengths), 0);

/** The cases in which it is not so. */
function wrongCases(isRight: (lengths: Lengths, of: (typeof CASES)[number]) => boolean): string[] {
  return CASES.filter((one) => !isRight(one.lengths, one)).map(({ arrangement, sizes, room }) =>
    JSON.stringify({ arrangement, sizes, room }),
  );
}

describe("fitArrangement", () => {
  test("every length is a positive whole number", () => {
    const wrong = wrongCases(({ n, m, one }, { sizes }) => {
      const positive = [...n, m, one].every((length) => Number.isInteger(length) && length > 0);
      return positive && n.length === sizes.layers_dims.length;
    });
    expect(wrong).toEqual([]);
  });

  test("what can fit into the room fits, and what cannot is as small as it can be", () => {
    let fitting = 0;
    const wrong = wrongCases((lengths, { arrangement: { columns, rows }, room, smallest }) => {
      const fits = (of: Lengths) =>
        total(columns, of) <= room.width && total(rows, of) <= room.height;
      if (!fits(smallest)) return JSON.stringify(lengths) === JSON.stringify(smallest);
      fitting += 1;
      return fits(lengths);
    });
    expect(wrong).toEqual([]);
    expect(fitting).toBeGreaterThan(CASES.length / 2);
  });

  test("dimensions of one size, the 1 of b too, are as long as each other", () => {
    const wrong = wrongCases(({ n, one }, { sizes: { layers_dims } }) => {
      const sized = [...layers_dims.map((size, l) => [size, n[l]]), [1, one]];
      return new Set(sized.map(String)).size === new Set(sized.map(([size]) => size)).size;
    });
    expect(wrong).toEqual([]);
  });

  test("more units are never shorter", () => {
    const wrong = wrongCases(({ n, one }, { sizes: { layers_dims } }) => {
      const sized = layers_dims.map((size, l) => ({ size, length: n[l] ?? Number.NaN }));
      const sorted = [...sized, { size: 1, length: one }].sort((a, b) => a.size - b.size);
      return sorted.every(({ length }, index) => length >= (sorted[index - 1]?.length ?? 0));
    });
    expect(wrong).toEqual([]);
  });

  test("of up to 6 units each is as long as the 1 of b", () => {
    const wrong = wrongCases(({ n, one }, { sizes: { layers_dims } }) =>
      layers_dims.every((size, l) => size > 6 || n[l] === size * one),
    );
    expect(wrong).toEqual([]);
  });

  test("in a larger room not everything is shorter", () => {
    const larger = { width: 2000, height: 1200 };
    const wrong = wrongCases((lengths, { arrangement, sizes }) => {
      const inLarger = fitArrangement(arrangement, sizes, larger);
      const used = [...arrangement.columns, ...arrangement.rows];
      return used.some((one) => lengthOf(one, inLarger) >= lengthOf(one, lengths));
    });
    expect(wrong).toEqual([]);
  });

  test("where there is room to spare, the numbers of up to 6 units stand in their cells", () => {
    const sizes = { layers_dims: [2, 4, 6, 1], m: 400 };
    for (const { result } of definitions(3)) {
      for (const arrangement of arrangements(equationOf(result, 3) as Equation)) {
        const lengths = fitArrangement(arrangement, sizes, { width: 2000, height: 1200 });
        const height = lengthOf(2, lengths);
        const width = lengthOf(1, lengths);
        const fit = numbersFit(sizeOf(2, sizes), sizeOf(1, sizes), width, height);
        expect(fit, `${result.name}[${result.layer}]`).toBe(true);
      }
    }
  });

  test("a few examples are as long as as many units", () => {
    const sizes = { layers_dims: [2, 4, 3, 1], m: 4 };
    const lengths = fitArrangement({ columns: [1, "m"], rows: [1, 2] }, sizes, {
      width: 2000,
      height: 1200,
    });
    expect(lengths.m).toBe(lengths.n[1]);
  });
});
