import { describe, expect, test } from "vitest";
import { formatExact, formatNumber } from "../../www/view/format";
import { randomFrom } from "./random";

/** The number that a text stands for. */
const read = (text: string) => Number(text.replaceAll("−", "-"));

/** Numbers of every magnitude, and those at which the writing changes. */
const VALUES = (() => {
  const random = randomFrom(2);
  const any = Array.from(
    { length: 20_000 },
    () => (1 + 9 * random()) * 10 ** (600 * random() - 300),
  );
  const usual = Array.from({ length: 20_000 }, () => random() * 10 ** (16 * random() - 8));
  const edges = [1e-4, 1e-3, 1, 10, 100, 999.5, 1000, 1e5, 999_999, 999_999.5, 1e6, 1e7, 1e21]
    .concat([1e-99, 1e-100, 1e99, 1e100, 1e300, 1e-12, 5e-324])
    .flatMap((edge) => [edge, edge * (1 - 2 ** -52), edge * (1 + 2 ** -52)]);
  const all = [...any, ...usual, ...edges].filter((value) => Number.isFinite(value) && value > 0);
  return all.flatMap((value) => [value, -value]);
})();

describe("formatNumber", () => {
  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
    [0, "0"],
    [-0, "0"],
    [0.0412, "0.0412"],
    [-1.73, "−1.73"],
    [1.2e-7, "1.20e−7"],
    [1e-12, "1.00e−12"],
    [-1e-12, "−1.00e−12"],
    [999_999.5, "1000000"],
    [1, "1.00"],
    [100, "100"],
    [0.5, "0.500"],
  ])("%d is %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test("1e300 is written with its exponent", () => {
    expect(read(formatNumber(1e300))).toBe(1e300);
    expect(formatNumber(1e300).length).toBeLessThanOrEqual(8);
  });

  test.each([2, 3, 4, 6])("with %d digits it is right in each of them", (digits) => {
    const wrong = VALUES.filter((value) => {
      // An exponent of three digits takes the place of one of the number's.
      const longExponent = Math.abs(value) >= 1e99 || Math.abs(value) < 1e-98;
      const kept = longExponent ? Math.max(digits - 1, 1) : digits;
      const error = Math.abs(read(formatNumber(value, digits)) / value - 1);
      const isSubnormal = Math.abs(value) < 2.3e-308;
      return error > 0.5000001 * 10 ** (1 - kept) && !isSubnormal;
    });
    expect(wrong).toEqual([]);
  });

  test.each([2, 3, 4, 6])("with %d digits it is short", (digits) => {
    const longest = VALUES.map((value) => formatNumber(value, digits)).reduce((a, b) =>
      b.length > a.length ? b : a,
    );
    expect(longest.length, longest).toBeLessThanOrEqual(digits + 6); // −0.000123, −1.23e−12
  });

  test("a minus is the typographic one, before the number and in the exponent", () => {
    const wrong = VALUES.filter((value) => !/^−?\d+(\.\d+)?(e−?\d+)?$/.test(formatNumber(value)));
    expect(wrong).toEqual([]);
  });
});

describe("formatExact", () => {
  test("the number comes back bit for bit", () => {
    expect(VALUES.filter((value) => !Object.is(read(formatExact(value)), value))).toEqual([]);
  });

  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
    [-0, "0"],
    [-0.1, "−0.1"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e-12, "1e−12"],
  ])("%d is %s", (value, text) => {
    expect(formatExact(value)).toBe(text);
  });
});
