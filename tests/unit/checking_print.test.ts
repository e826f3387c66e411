import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printedArray } from "../../www/ui/checking/printed_array";

interface Printed {
  shape: [number, number];
  entries: (number | string)[];
  text: string;
}

/** Matrices, and what `print` of NumPy makes of them. */
const { arrays }: { arrays: Printed[] } = JSON.parse(
  readFileSync(new URL("../fixtures/printed_arrays.json", import.meta.url), "utf8"),
);

/** What JSON has no number for. */
const NOT_FINITE: Record<string, number> = { nan: Number.NaN, inf: Infinity, "-inf": -Infinity };

describe("a matrix is printed as NumPy does it", () => {
  test.each(arrays)("$shape: $text", ({ shape: [rows, cols], entries, text }) => {
    const number = (entry: number | string) =>
      typeof entry === "number" ? entry : (NOT_FINITE[entry] as number);
    const data = Float64Array.from(entries, number);
    expect(printedArray({ rows, cols, data })).toBe(text.trimEnd());
  });
});
