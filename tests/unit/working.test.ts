import { describe, expect, test } from "vitest";
import type { Context } from "../../www/equations/tex";
import type { Averaging, OperationName } from "../../www/protocol/tensors";
import type { Trace, Working } from "../../www/protocol/trace";
import { workingText } from "../../www/ui/equation/working";
import { randomFrom, wholeFrom } from "./random";

const context = (averaging: Averaging, activation: "relu" | "tanh" = "relu"): Context => ({
  L: 3,
  activation,
  averaging,
});
const andMore = (count: number) => `… and ${count} more`;

/** The working of an entry; `total` and `value` stand behind it, not in it. */
function written(
  operation: OperationName,
  layer: number,
  working: Working,
  of: Context = context("dW"),
): string {
  const trace: Trace = { ...working, total: 77, value: 77 };
  return workingText({ operation, layer }, trace, of, andMore);
}

const product = (terms: [number, number][], more: Partial<Working> = {}): Working =>
  ({
    kind: "product",
    terms,
    count: terms.length,
    sum: terms.reduce((sum, [left, right]) => sum + left * right, 0),
    added: null,
    divisor: null,
    ...more,
  }) as Working;

const sum = (terms: number[], more: Partial<Working> = {}): Working =>
  ({
    kind: "sum",
    terms,
    count: terms.length,
    sum: terms.reduce((sum, term) => sum + term, 0),
    divisor: null,
    ...more,
  }) as Working;

const entry = (operands: number[], divisor: number | null = null): Working => ({
  kind: "entry",
  operands,
  divisor,
});

describe("the working of a product", () => {
  test("Z: each product, then b", () => {
    const working = product(
      [
        [0.5, 2],
        [0.25, 4],
      ],
      { added: 0.125 },
    );
    expect(written("Z", 1, working)).toBe("0.500 · 2.00 + 0.250 · 4.00 + 0.125 [b]");
  });

  test("Z: a negative number stands in brackets, in a product and behind a plus", () => {
    const working = product(
      [
        [-0.5, 2],
        [0.25, -4],
      ],
      { added: -0.125 },
    );
    expect(written("Z", 1, working)).toBe("(−0.500) · 2.00 + 0.250 · (−4.00) + (−0.125) [b]");
  });

  test("dA: the products alone", () => {
    const working = product([
      [0.5, -2],
      [0.25, 4],
    ]);
    expect(written("dA", 1, working)).toBe("0.500 · (−2.00) + 0.250 · 4.00");
  });

  test("dW: 1/m before the sum in brackets, and before what it comes to", () => {
    const working = product(
      [
        [0.5, 2],
        [0.25, 4],
      ],
      { count: 400, sum: 30, divisor: 400 },
    );
    expect(written("dW", 2, working)).toBe(
      "1/400 · (0.500 · 2.00 + 0.250 · 4.00 + … and 398 more) = 1/400 · 30.000",
    );
  });

  test("dW: a negative sum behind 1/m stands in brackets", () => {
    const working = product([[0.5, -2]], { sum: -30, count: 2, divisor: 400 });
    expect(written("dW", 2, working)).toContain(") = 1/400 · (−30.000)");
  });

  test("dW with the 1/m in dZ: the sum alone", () => {
    const working = product([[0.5, 2]], { count: 400, sum: 30 });
    expect(written("dW", 2, working, context("dZ"))).toBe("0.500 · 2.00 + … and 399 more");
  });
});

describe("the working of a sum", () => {
  test("db: 1/m before the terms in brackets, and before what they come to", () => {
    const working = sum([0.5, -0.25], { count: 7, sum: 3.5, divisor: 7 });
    expect(written("db", 1, working)).toBe(
      "1/7 · (0.500 + (−0.250) + … and 5 more) = 1/7 · 3.5000",
    );
  });

  test("db: the first term has no sign before it, so a negative one needs no brackets", () => {
    const working = sum([-0.5, 0.25], { divisor: 2 });
    expect(written("db", 1, working)).toBe("1/2 · (−0.500 + 0.250) = 1/2 · (−0.25000)");
  });

  test("db with the 1/m in dZ: the terms alone", () => {
    const working = sum([0.5, -0.25], { count: 7 });
    expect(written("db", 1, working, context("dZ"))).toBe("0.500 + (−0.250) + … and 5 more");
  });

  test("J: the mean of its losses, in either averaging", () => {
    for (const averaging of ["dW", "dZ"] as const) {
      const working = sum([0.5, 0.25], { count: 4, sum: 2, divisor: 4 });
      expect(written("cost", 3, working, context(averaging))).toBe(
        "1/4 · (0.500 + 0.250 + … and 2 more) = 1/4 · 2.0000",
      );
    }
  });
});

describe("the terms of a working", () => {
  const random = randomFrom(5);
  const number = () => 2 * random() - 1;
  const cases = Array.from({ length: 200 }, () => {
    const shown = wholeFrom(random, 1, 4);
    return { shown, count: shown + wholeFrom(random, 0, 400) };
  }).concat([1, 2, 3, 4].map((shown) => ({ shown, count: shown })));

  test("those that are not shown are counted", () => {
    for (const { shown, count } of cases) {
      const terms = Array.from({ length: shown }, number);
      const pairs = terms.map((term): [number, number] => [term, number()]);
      for (const working of [sum(terms, { count }), product(pairs, { count, divisor: 8 })]) {
        const rest = /… and (\d+) more/.exec(written("dW", 1, working))?.[1];
        expect(rest).toBe(count > shown ? String(count - shown) : undefined);
      }
    }
  });

  test("no number follows a sign with a minus of its own", () => {
    for (const { shown, count } of cases) {
      const terms = Array.from({ length: shown }, number);
      const pairs = terms.map((term): [number, number] => [term, number()]);
      const workings: [OperationName, Working][] = [
        ["db", sum(terms, { count, divisor: 400 })],
        ["dW", product(pairs, { count, divisor: 400 })],
        ["Z", product(pairs, { count, added: number() })],
        ["W", entry([number(), number(), 0.075])],
      ];
      for (const [operation, working] of workings) {
        expect(written(operation, 1, working)).not.toMatch(/[+·−b] −/);
      }
    }
  });
});

describe("the working of an entry", () => {
  test("A: the activation of z", () => {
    const of = (z: number, layer: number, activation: "relu" | "tanh") =>
      written("A", layer, entry([z]), context("dW", activation));
    expect(of(-1.5, 1, "relu")).toBe("max(0, −1.500)");
    expect(of(1.5, 2, "tanh")).toBe("tanh(1.500)");
    expect(of(1.5, 3, "tanh")).toBe("σ(1.500) = 1 / (1 + e^(−1.500))");
    expect(of(-1.5, 3, "relu")).toBe("σ(−1.500) = 1 / (1 + e^1.500)");
  });

  test("a loss: y and a in the formula", () => {
    expect(written("cost", 3, entry([1, 0.25]))).toBe(
      "−(1.00 · log 0.2500 + (1 − 1.00) · log(1 − 0.2500))",
    );
  });

  test("dA[L]: the formula, and the term that the label picks", () => {
    const of = (y: number) => written("dA", 3, entry([y, 0.25, 0.1875, 0.25 - y]));
    expect(of(1)).toBe("−(1.00/0.2500 − (1 − 1.00)/(1 − 0.2500)) = −1/0.2500");
    expect(of(0)).toBe("−(0/0.2500 − (1 − 0)/(1 − 0.2500)) = 1/(1 − 0.2500)");
  });

  test("dA[L] with the 1/m in dZ: 1/m before both", () => {
    const of = (y: number) =>
      written("dA", 3, entry([y, 0.25, 0.1875, 0.25 - y], 400), context("dZ"));
    expect(of(1)).toBe("−1/400 · (1.00/0.2500 − (1 − 1.00)/(1 − 0.2500)) = −1/400 · 1/0.2500");
    expect(of(0)).toBe("−1/400 · (0/0.2500 − (1 − 0)/(1 − 0.2500)) = 1/400 · 1/(1 − 0.2500)");
  });

  test("dZ of a hidden layer: da times the slope", () => {
    expect(written("dZ", 1, entry([-0.5, 0.25]))).toBe("−0.5000 · 0.2500");
  });

  test("dZ[L]: da times the slope, which is a − y", () => {
    expect(written("dZ", 3, entry([-4, 0.1875, 1, 0.25]))).toBe(
      "−4.000 · 0.1875 = (a − y) = (0.2500 − 1.00)",
    );
  });

  test("dZ[L] with the 1/m in dZ: a − y over m", () => {
    expect(written("dZ", 3, entry([-0.01, 0.1875, 1, 0.25], 400), context("dZ"))).toBe(
      "−0.01000 · 0.1875 = 1/400 · (a − y) = 1/400 · (0.2500 − 1.00)",
    );
  });

  test("an update: the parameter less α times its gradient, in brackets where it is negative", () => {
    expect(written("W", 1, entry([0.5, 0.25, 0.075]))).toBe("0.5000 − 0.0750 · 0.2500");
    expect(written("b", 1, entry([-0.5, -0.25, 0.075]))).toBe("−0.5000 − 0.0750 · (−0.2500)");
  });

  test("what is not finite is written as such", () => {
    expect(written("A", 1, entry([Number.NaN]))).toBe("max(0, NaN)");
    expect(written("Z", 1, product([[Number.NEGATIVE_INFINITY, 1]], { added: 0 }))).toBe(
      "(−∞) · 1.00 + 0 [b]",
    );
  });
});
