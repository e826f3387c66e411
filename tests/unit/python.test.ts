import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { arrayLiteral, costsCsv, fixed, floatRepr, printedCost } from "../../www/view/python";

interface Fixture {
  /** Of the texts of a float that follow its bits and its repr. */
  decimals: number[];
  floats: [bits: string, repr: string, ...fixed: string[]][];
  printed: { cost: string; iteration: number; full: string; six: string }[];
  array: { text: string; shape: [number, number]; entries: string[] }[];
}

/** What Python itself writes. */
const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/python_text.json", import.meta.url), "utf8"),
) as Fixture;

function numberOf(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

test("the fixture has enough", () => {
  expect(fixture.floats.length).toBeGreaterThan(2000);
  expect(fixture.decimals).toEqual([0, 1, 6, 20]);
});

test("floatRepr is Python's repr", () => {
  const wrong = fixture.floats.filter(([bits, repr]) => floatRepr(numberOf(bits)) !== repr);
  expect(wrong).toEqual([]);
});

test.each(fixture.decimals)("fixed is Python's %%.%if", (decimals) => {
  const k = fixture.decimals.indexOf(decimals);
  const wrong = fixture.floats
    .map(([bits, , ...texts]) => [bits, texts[k], fixed(numberOf(bits), decimals)])
    .filter(([, expected, got]) => got !== expected);
  expect(wrong).toEqual([]);
});

test.each(fixture.printed)("the cost of iteration $iteration is printed as $full", (line) => {
  const cost = numberOf(line.cost);
  expect(printedCost(line.iteration, cost, "full")).toBe(line.full);
  expect(printedCost(line.iteration, cost, "six")).toBe(line.six);
});

describe("arrayLiteral", () => {
  test.each(fixture.array)("Python reads the entries of $text", ({ text, shape, entries }) => {
    const [rows, cols] = shape;
    expect(arrayLiteral({ rows, cols, data: Float64Array.from(entries, numberOf) })).toBe(text);
  });

  test("takes the entries of a view alone", () => {
    const data = new Float64Array([9, 1, 2, 9]).subarray(1, 3);
    expect(arrayLiteral({ rows: 2, cols: 1, data })).toBe("np.array([[1.0],\n          [2.0]])");
  });
});

describe("costsCsv", () => {
  test("has a line for each iteration, from 0", () => {
    expect(costsCsv(Float64Array.of(0.6930497356599891, 1e-5, Number.NaN))).toBe(
      "iteration,cost\n0,0.6930497356599891\n1,1e-05\n2,nan\n",
    );
  });

  test("has its heading alone before the first iteration", () => {
    expect(costsCsv(new Float64Array())).toBe("iteration,cost\n");
  });
});
