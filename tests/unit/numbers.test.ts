import { describe, expect, test } from "vitest";
import type { Matrix } from "../../www/protocol/tensors";
import { formatNumber } from "../../www/view/format";
import { drawNumbers, numbersFit, SMALLEST_CELL } from "../../www/view/numbers";
import { recorder } from "./drawing";

/** Entry [row, column] is row.column: 1.2 in row 1, column 2. */
const matrix = (rows: number, cols: number): Matrix => ({
  rows,
  cols,
  data: Float64Array.from(
    { length: rows * cols },
    (_, index) => Math.floor(index / cols) + (index % cols) / 10,
  ),
});
const INK = { dark: "dark", light: "light", isDark: (share: number) => share < 0.5 };

function drawn(
  shown: Matrix,
  [width, height]: [number, number],
  { transposed = false, scale = 1, ratio = 1 } = {},
) {
  const { context, drawn } = recorder(width, height);
  drawNumbers(context, shown, transposed, scale, INK, ratio);
  return drawn;
}

describe("numbersFit", () => {
  test("from the smallest cell on", () => {
    const { width, height } = SMALLEST_CELL;
    expect(numbersFit(4, 3, 3 * width, 4 * height)).toBe(true);
    expect(numbersFit(4, 3, 3 * width - 1, 4 * height)).toBe(false);
    expect(numbersFit(4, 3, 3 * width, 4 * height - 1)).toBe(false);
  });
});

describe("drawNumbers", () => {
  test("each entry stands in the middle of its cell", () => {
    const found = drawn(matrix(2, 3), [180, 60]).map(({ text, x, y }) => [text, x, y]);
    expect(found).toEqual([
      ["0", 30, 15],
      ["0.100", 90, 15],
      ["0.200", 150, 15],
      ["1.00", 30, 45],
      ["1.10", 90, 45],
      ["1.20", 150, 45],
    ]);
  });

  test("of the transpose, entry [row, column] stands in row `column` and column `row`", () => {
    const found = drawn(matrix(2, 3), [120, 90], { transposed: true });
    for (const { text, x, y } of found) {
      const [row, column] = [Math.floor(x / 60), Math.floor(y / 30)];
      expect(text).toBe(formatNumber(row + column / 10));
    }
    expect(found.length).toBe(6);
  });

  test("a number too long for its cell takes an exponent, and hides no other", () => {
    const entries = { rows: 1, cols: 2, data: Float64Array.of(-0.00014106, 0.364) };
    const found = drawn(entries, [2 * SMALLEST_CELL.width, 30]).map(({ text }) => text);
    expect(found).toEqual(["−0.0001", "0.36"]);
    const tiny = { rows: 1, cols: 2, data: Float64Array.of(-1.4e-12, 0.364) };
    expect(drawn(tiny, [2 * SMALLEST_CELL.width, 30])[0]?.text).toBe("−1e−12");
  });

  test("a narrower cell has a digit less", () => {
    expect(drawn(matrix(2, 2), [2 * 51, 60]).map(({ text }) => text)).toContain("1.1");
    expect(drawn(matrix(2, 2), [2 * 52, 60]).map(({ text }) => text)).toContain("1.10");
  });

  test("on a screen of two pixels to one it is the same, twice as large", () => {
    const [one, two] = [
      drawn(matrix(2, 2), [102, 60]),
      drawn(matrix(2, 2), [204, 120], { ratio: 2 }),
    ];
    expect(two.map(({ text, x, y }) => [text, x / 2, y / 2])).toEqual(
      one.map(({ text, x, y }) => [text, x, y]),
    );
    const size = ({ font }: { font: string }) => Number.parseFloat(font);
    expect(two.map(size)).toEqual(one.map((text) => 2 * size(text)));
  });

  test("the ink is chosen by the entry's share of the scale", () => {
    const styles = (scale: number) =>
      drawn(matrix(2, 2), [120, 60], { scale }).map(({ style }) => style);
    expect(styles(1)).toEqual(["dark", "dark", "light", "light"]);
    expect(styles(10)).toEqual(["dark", "dark", "dark", "dark"]);
  });

  test("on a scale of 0 every cell has the colour of 0", () => {
    const zeros = { rows: 1, cols: 2, data: new Float64Array(2) };
    const styles = drawn(zeros, [120, 30], { scale: 0 }).map(({ style }) => style);
    expect(styles).toEqual(["dark", "dark"]);
  });

  test("the longest number is no wider than its cell, or nothing is written", () => {
    for (let cell = 20; cell < 90; cell += 1) {
      const data = Float64Array.of(-1.234e-7, 0.5, -0.000123, 123456);
      for (const { text, font } of drawn({ rows: 2, cols: 2, data }, [2 * cell, 60])) {
        const size = Number.parseFloat(font);
        expect(size).toBeGreaterThanOrEqual(8.5);
        expect((text ?? "").length * 0.6 * size).toBeLessThanOrEqual(cell);
      }
    }
  });

  test("what was there before is gone", () => {
    const { context, drawn } = recorder(120, 60);
    drawNumbers(context, matrix(2, 2), false, 1, INK, 1);
    drawNumbers(context, matrix(1, 1), false, 1, INK, 1);
    expect(drawn.length).toBe(1);
  });
});
