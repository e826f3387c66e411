import katex from "katex";
import { describe, expect, test } from "vitest";
import { type Dimension, type Sizes, sizeOf } from "../../www/equations/dimensions";
import { type Equation, equationOf, partIn, resultPart } from "../../www/equations/equation";
import { operationOf, resultOf } from "../../www/equations/operations";
import { shapesOf } from "../../www/equations/shapes";
import { type Context, equationTex, slopeTex, symbolTex } from "../../www/equations/tex";
import type { Averaging, TensorId } from "../../www/protocol/tensors";
import { definitions, operandText } from "./operations";

const DEPTHS = [1, 2, 3, 4];
const NETWORKS: Record<number, Sizes> = {
  1: { layers_dims: [2, 1], m: 400 },
  2: { layers_dims: [5, 3, 1], m: 7 },
  3: { layers_dims: [2, 4, 3, 1], m: 400 },
  4: { layers_dims: [64, 5, 8, 6, 1], m: 9 },
};

/** The equation of a matrix that has one. */
function equation(id: TensorId, L: number): Equation {
  const found = equationOf(id, L);
  if (!found) throw new Error(`${id.name}[${id.layer}] has no equation`);
  return found;
}

const name = ({ name, layer }: TensorId) => `${name}[${layer}]`;
const equations = (L: number) => definitions(L).map(({ result }) => equation(result, L));
const products = (L: number) => equations(L).filter(({ form }) => form === "product");

/** Rows and columns of a matrix of the notation, in sizes. */
function shapeIn({ layers_dims: n, m }: Sizes, { name, layer: l }: TensorId): [number, number] {
  const rows = n[l] ?? Number.NaN;
  if (name === "W" || name === "dW") return [rows, n[l - 1] ?? Number.NaN];
  return [rows, name === "b" || name === "db" ? 1 : m];
}

describe.each(DEPTHS)("equationOf, in a network of %d layers", (L) => {
  test("the result is the matrix that was asked for, and it stands first", () => {
    for (const { result } of definitions(L)) {
      const { parts } = equation(result, L);
      expect(parts[0]?.quantity, name(result)).toEqual(result);
      expect(
        parts.map(({ role }) => role === "result"),
        name(result),
      ).toEqual(parts.map((_, index) => index === 0));
    }
  });

  test("the operands, their roles and their transposes are those of the definition", () => {
    for (const { result, operands } of definitions(L)) {
      const found = equation(result, L)
        .parts.slice(1)
        .map((part) => [part.role, operandText(part.quantity, part)]);
      expect(found, name(result)).toEqual(operands);
    }
  });

  test("the form is that of the definition", () => {
    for (const { result, form } of definitions(L)) {
      expect(equation(result, L).form, name(result)).toBe(form);
    }
  });

  test("an operand has its own shape, turned where it is transposed", () => {
    const sizes = NETWORKS[L] as Sizes;
    for (const { parts } of equations(L)) {
      for (const { quantity, transposed, dimensions } of parts) {
        const [rows, columns] = shapeIn(sizes, quantity);
        const taken = dimensions.map((dimension) => sizeOf(dimension, sizes));
        expect(taken, name(quantity)).toEqual(transposed ? [columns, rows] : [rows, columns]);
      }
    }
  });

  test("in a product the contracted dimensions are the same, and the result has the others", () => {
    for (const one of products(L)) {
      const [left, above] = [partIn(one, "left"), partIn(one, "above")];
      expect(left?.dimensions[1]).toBe(above?.dimensions[0]);
      expect(resultPart(one).dimensions).toEqual([left?.dimensions[0], above?.dimensions[1]]);
    }
  });

  test("what is added is a column as high as the result", () => {
    for (const one of products(L)) {
      const added = partIn(one, "added");
      if (added) expect(added.dimensions).toEqual([resultPart(one).dimensions[0], "one"]);
    }
  });

  test("element-wise operands have the shape of the result", () => {
    for (const { form, parts } of equations(L)) {
      if (form !== "elementwise" && form !== "cost") continue;
      for (const { dimensions } of parts) expect(dimensions).toEqual(parts[0]?.dimensions);
    }
  });

  test("what is summed has the rows of the result, and an example in each column", () => {
    for (const { form, parts } of equations(L)) {
      if (form !== "sum") continue;
      expect(parts[1]?.dimensions).toEqual([parts[0]?.dimensions[0], "m"]);
      expect(parts[0]?.dimensions[1]).toBe("one");
    }
  });

  test("X and Y are given: they have none", () => {
    expect(equationOf({ name: "A", layer: 0 }, L)).toBeNull();
    expect(equationOf({ name: "Y", layer: L }, L)).toBeNull();
  });
});

describe("operations", () => {
  test("the matrix that an operation computes leads back to it", () => {
    for (const { result } of definitions(3)) {
      const operation = operationOf(result);
      expect(operation && resultOf(operation)).toEqual(result);
    }
  });

  test("the cost computes the losses", () => {
    expect(resultOf({ operation: "cost", layer: 3 })).toEqual({ name: "losses", layer: 3 });
  });
});

// ---- TeX

const AVERAGINGS: Averaging[] = ["dW", "dZ"];
const context = (L: number, more: Partial<Context> = {}): Context => ({
  L,
  activation: "relu",
  averaging: "dW",
  ...more,
});

/** Every combination that a formula depends on. */
const CONTEXTS = DEPTHS.flatMap((L) =>
  AVERAGINGS.flatMap((averaging) =>
    (["relu", "tanh"] as const).map((activation) => ({ L, activation, averaging })),
  ),
);

/** The matrices with a layer that stand in a formula, in their order: "dZ2 A1". */
const symbolsIn = (tex: string) =>
  [...tex.matchAll(/(d?[WbZA])\^\{\[(\d+)\]\}/g)].map(([, symbol, layer]) => `${symbol}${layer}`);

const hasMean = (tex: string) => tex.includes("\\frac{1}{m}");
const tex = (id: TensorId, of: Context) => equationTex(equation(id, of.L), of);

describe("equationTex", () => {
  test("KaTeX typesets every equation", () => {
    for (const of of CONTEXTS) {
      for (const one of equations(of.L)) {
        const formula = equationTex(one, of);
        expect(() => katex.renderToString(formula, { throwOnError: true }), formula).not.toThrow();
      }
    }
  });

  test("it has the numbers of the layers that the definition has", () => {
    for (const of of CONTEXTS) {
      for (const { result, operands, form } of definitions(of.L)) {
        if (form === "cost") continue; // an example's y and a, without a layer
        const withLayer = operands
          .map(([, operand]) => operand.replace(/\.\w+| T/g, ""))
          .filter((operand) => !operand.startsWith("Y"));
        const expected = [`${result.name}${result.layer}`, ...withLayer];
        const found = symbolsIn(tex(result, of));
        expect([...new Set(found)], name(result)).toEqual([...new Set(expected)]);
      }
    }
  });

  test("the operands stand in the order of the definition", () => {
    const in3 = context(3);
    expect(symbolsIn(tex({ name: "Z", layer: 2 }, in3))).toEqual(["Z2", "W2", "A1", "b2"]);
    expect(symbolsIn(tex({ name: "dA", layer: 1 }, in3))).toEqual(["dA1", "W2", "dZ2"]);
    expect(symbolsIn(tex({ name: "dW", layer: 3 }, in3))).toEqual(["dW3", "dZ3", "A2"]);
    expect(symbolsIn(tex({ name: "b", layer: 1 }, in3))).toEqual(["b1", "b1", "db1"]);
  });

  test("exactly the transposed operands carry a T", () => {
    for (const of of CONTEXTS) {
      for (const one of equations(of.L)) {
        const turned = one.parts
          .filter(({ transposed }) => transposed)
          .map(({ quantity }) => `${quantity.name}${quantity.layer}`);
        const found = [
          ...equationTex(one, of).matchAll(/\{(\w+)\^\{\[(\d+)\]\}\}\^\{\\(?:top|mathsf T)\}/g),
        ].map(([, symbol, layer]) => `${symbol}${layer}`);
        expect(found, name(resultOf(one))).toEqual(turned);
      }
    }
  });

  test("in the course's form the 1/m stands in dW, db and J alone", () => {
    for (const L of DEPTHS) {
      for (const one of equations(L)) {
        const expected = ["dW", "db", "cost"].includes(one.operation);
        expect(hasMean(equationTex(one, context(L))), name(resultOf(one))).toBe(expected);
      }
    }
  });

  test("the 1/m in dZ enters with dA[L], and J keeps its own", () => {
    for (const L of DEPTHS) {
      for (const one of equations(L)) {
        const isOutput = one.operation === "dA" && one.layer === L;
        const found = hasMean(equationTex(one, context(L, { averaging: "dZ" })));
        expect(found, name(resultOf(one))).toBe(isOutput || one.operation === "cost");
      }
    }
  });

  test("the output layer's activation is the sigmoid, the others' is the chosen one", () => {
    const of = (layer: number, activation: "relu" | "tanh") =>
      tex({ name: "A", layer }, context(3, { activation }));
    for (const activation of ["relu", "tanh"] as const) {
      expect(of(3, activation)).toContain("\\sigma");
      expect(of(2, activation)).not.toContain("\\sigma");
    }
    expect(of(2, "relu")).toContain("\\max");
    expect(of(2, "tanh")).toContain("\\tanh");
  });

  test("db is summed over the examples", () => {
    expect(tex({ name: "db", layer: 2 }, context(3))).toContain("\\sum_{i=1}^{m} dZ^{[2]}");
  });
});

describe("slopeTex and symbolTex", () => {
  test("KaTeX typesets every slope and every symbol", () => {
    for (const of of CONTEXTS) {
      const formulas = equations(of.L).flatMap(({ layer, parts }) => [
        slopeTex(layer, of),
        ...parts.flatMap(({ quantity }) => [symbolTex(quantity), symbolTex(quantity, true)]),
      ]);
      for (const formula of formulas) {
        expect(() => katex.renderToString(formula, { throwOnError: true }), formula).not.toThrow();
      }
    }
  });

  test("the slope is that of the layer's activation", () => {
    expect(slopeTex(3, context(3))).toContain("a\\,(1 - a)");
    expect(slopeTex(2, context(3, { activation: "tanh" }))).toContain("1 - a^2");
    expect(slopeTex(2, context(3))).toContain("z > 0");
  });

  test("a symbol has its layer, g' around a slope, and T on a transpose", () => {
    expect(symbolTex({ name: "dW", layer: 2 })).toBe("dW^{[2]}");
    expect(symbolTex({ name: "Z", layer: 1, of: "slope" })).toBe("g'(Z^{[1]})");
    expect(symbolTex({ name: "A", layer: 1 }, true)).toMatch(/A\^\{\[1\]\}.*(T|\\top)/);
    expect(symbolTex({ name: "Y", layer: 3 })).toBe("Y");
  });
});

// ---- shapes

/** The line of shapes as it stands on the page. */
function shapeLine(id: TensorId, L: number, averaging: Averaging): string {
  const sizes = NETWORKS[L] as Sizes;
  const number = (dimension: Dimension) => sizeOf(dimension, sizes);
  return shapesOf(equation(id, L), averaging)
    .map((token) =>
      typeof token === "string" ? token : `(${number(token[0])}, ${number(token[1])})`,
    )
    .join(" ");
}

describe("shapesOf", () => {
  test.each([
    ["Z", 2, "(3, 400) = (3, 4) · (4, 400) + (3, 1)"],
    ["dW", 2, "(3, 4) = 1/m (3, 400) · (400, 4)"],
    ["db", 2, "(3, 1) = 1/m Σ (3, 400)"],
    ["dA", 1, "(4, 400) = (4, 3) · (3, 400)"],
    ["dZ", 1, "(4, 400) = (4, 400) * (4, 400)"],
    ["A", 1, "(4, 400) = g (4, 400)"],
    ["W", 1, "(4, 2) = (4, 2) − α (4, 2)"],
    ["b", 3, "(1, 1) = (1, 1) − α (1, 1)"],
    ["losses", 3, "() = 1/m Σ (1, 400)"],
  ] as const)("of %s[%d] on [2, 4, 3, 1], 400 examples: %s", (name, layer, line) => {
    expect(shapeLine({ name, layer }, 3, "dW")).toBe(line);
  });

  test("with the 1/m in dZ it is gone from dW and db", () => {
    expect(shapeLine({ name: "dW", layer: 2 }, 3, "dZ")).toBe("(3, 4) = (3, 400) · (400, 4)");
    expect(shapeLine({ name: "db", layer: 2 }, 3, "dZ")).toBe("(3, 1) = Σ (3, 400)");
  });

  test("every equation's line names the shape of each of its matrices, result first", () => {
    for (const L of DEPTHS) {
      for (const averaging of AVERAGINGS) {
        for (const one of equations(L)) {
          if (one.form === "cost") continue; // J is a number
          const found = shapesOf(one, averaging).filter((token) => typeof token !== "string");
          expect(found).toEqual(one.parts.map(({ dimensions }) => dimensions));
        }
      }
    }
  });
});
