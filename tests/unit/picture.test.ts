import { describe, expect, test } from "vitest";
import { entryAt } from "../../www/view/picture";
import { randomFrom, wholeFrom } from "./random";

describe("entryAt", () => {
  const size = { rows: 3, columns: 4 };

  test.each([
    [0, 0, 0, 0],
    [0.24, 0, 0, 0],
    [0.25, 0, 0, 1],
    [0, 0.34, 1, 0],
    [0.999, 0.999, 2, 3],
  ])("(%d, %d) is the entry [%d, %d]", (x, y, row, column) => {
    expect(entryAt(x, y, size)).toEqual({ row, column });
  });

  test.each([
    [1, 1, 2, 3], // the far edges belong to the last entries
    [1.5, 0.5, 1, 3],
    [-0.1, -3, 0, 0],
  ])("(%d, %d), on the rim or outside, is [%d, %d]", (x, y, row, column) => {
    expect(entryAt(x, y, size)).toEqual({ row, column });
  });

  test("the middle of an entry is that entry, in a matrix of any size", () => {
    const random = randomFrom(3);
    for (let round = 0; round < 2000; round += 1) {
      const rows = wholeFrom(random, 1, 2000);
      const columns = wholeFrom(random, 1, 13_000);
      const row = wholeFrom(random, 0, rows - 1);
      const column = wholeFrom(random, 0, columns - 1);
      const at = entryAt((column + 0.5) / columns, (row + 0.5) / rows, { rows, columns });
      expect(at).toEqual({ row, column });
    }
  });
});
