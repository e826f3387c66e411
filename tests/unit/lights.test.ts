import { describe, expect, test } from "vitest";
import { type Sizes, sizeOf } from "../../www/equations/dimensions";
import { type Equation, equationOf, type Part, resultPart } from "../../www/equations/equation";
import { type Light, lightsOf } from "../../www/equations/lights";
import { definitions } from "./operations";
import { randomFrom } from "./random";

/** A matrix as it is stored, row by row. */
type Rows = number[][];
type Entry = { row: number; column: number };

const NETWORKS: Record<number, Sizes> = {
  1: { layers_dims: [3, 1], m: 4 },
  2: { layers_dims: [2, 3, 1], m: 4 },
  3: { layers_dims: [2, 4, 3, 1], m: 5 },
  4: { layers_dims: [3, 2, 4, 3, 1], m: 2 },
};

// ---- the equations in plain arithmetic

const T = (a: Rows): Rows => (a[0] ?? []).map((_, column) => a.map((row) => at(row, column)));
const dot = (a: Rows, b: Rows): Rows =>
  a.map((row) => T(b).map((column) => row.reduce((sum, x, k) => sum + x * at(column, k), 0)));
const each = (f: (...entries: number[]) => number, a: Rows, b: Rows = a): Rows =>
  a.map((row, j) => row.map((x, i) => f(x, at(b[j] ?? [], i))));
const at = (row: number[], index: number) => row[index] ?? Number.NaN;

/** What an equation makes of its operands, taken as they are stored. */
function computed({ operation, layer }: Equation, L: number, operands: Rows[]): Rows {
  const [first = [], second = [], third = []] = operands;
  switch (operation) {
    case "Z":
      return dot(first, second).map((row, j) => row.map((z) => z + at(third[j] ?? [], 0)));
    case "A":
      return each(Math.tanh, first);
    case "cost":
      return each((y, a) => -(y * Math.log(a) + (1 - y) * Math.log(1 - a)), first, second);
    case "dA":
      return layer === L
        ? each((y, a) => -(y / a - (1 - y) / (1 - a)), first, second)
        : dot(T(first), second);
    case "dZ":
      return each((da, slope) => da * slope, first, second);
    case "dW":
      return each((sum) => sum / 4, dot(first, T(second)));
    case "db":
      return first.map((row) => [row.reduce((sum, dz) => sum + dz, 0) / 4]);
    default:
      return each((theta, gradient) => theta - 0.1 * gradient, first, second);
  }
}

// ---- which entries depend on which, found by changing them

const entriesOf = (rows: number, columns: number): Entry[] =>
  Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  }));

/** The shape of a part as it is stored. */
function stored({ dimensions, transposed }: Part, sizes: Sizes): [number, number] {
  const [rows, columns] = dimensions.map((dimension) => sizeOf(dimension, sizes));
  return transposed ? [columns ?? 0, rows ?? 0] : [rows ?? 0, columns ?? 0];
}

const text = ({ row, column }: Entry) => `${row},${column}`;

/** The entries that a light falls on. */
function lit(light: Light | undefined, [rows, columns]: [number, number]): string[] {
  if (!light) return [];
  const fallsOn = (entry: Entry) =>
    (light.row === null || light.row === entry.row) &&
    (light.column === null || light.column === entry.column);
  return entriesOf(rows, columns).filter(fallsOn).map(text);
}

interface Dependence {
  equation: Equation;
  operand: Part;
  entry: Entry;
  /** The entries of the result whose value changes with it. */
  changes: string[];
}

/** For each entry of each operand of each equation, what it changes in the result. */
function dependences(L: number): Dependence[] {
  const sizes = NETWORKS[L] as Sizes;
  const random = randomFrom(L);
  return definitions(L).flatMap(({ result }) => {
    const equation = equationOf(result, L) as Equation;
    const operands = equation.parts.slice(1);
    const matrices = operands.map((part) => {
      const [rows, columns] = stored(part, sizes);
      return Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => 0.2 + 0.6 * random()),
      );
    });
    const before = computed(equation, L, matrices);
    return operands.flatMap((operand, index) =>
      entriesOf(...stored(operand, sizes)).map((entry) => {
        const changed = structuredClone(matrices);
        const row = changed[index]?.[entry.row] ?? [];
        row[entry.column] = at(row, entry.column) + 0.1;
        const after = computed(equation, L, changed);
        const changes = entriesOf(before.length, before[0]?.length ?? 0)
          .filter(({ row, column }) => before[row]?.[column] !== after[row]?.[column])
          .map(text);
        return { equation, operand, entry, changes };
      }),
    );
  });
}

describe.each([1, 2, 3, 4])("lightsOf, in a network of %d layers", (L) => {
  const sizes = NETWORKS[L] as Sizes;
  const all = dependences(L);
  const name = ({ operation, layer }: Equation) => `${operation}[${layer}]`;

  test("the shape of what the arithmetic gives is that of the result", () => {
    for (const { equation, changes } of all) {
      const [rows, columns] = stored(resultPart(equation), sizes);
      const possible = entriesOf(rows, columns).map(text);
      expect(changes.length, name(equation)).toBeGreaterThan(0);
      expect(possible, name(equation)).toEqual(expect.arrayContaining(changes));
    }
  });

  test("an operand's entry lights exactly the results that change with it", () => {
    for (const { equation, operand, entry, changes } of all) {
      const result = resultPart(equation);
      const light = lightsOf(equation, operand, entry).get(result);
      const where = `${name(equation)}: ${operand.quantity.name}[${text(entry)}]`;
      expect(lit(light, stored(result, sizes)), where).toEqual(changes);
    }
  });

  test("a result's entry lights exactly the operands' entries that it changes with", () => {
    for (const equation of new Set(all.map((one) => one.equation))) {
      const result = resultPart(equation);
      for (const entry of entriesOf(...stored(result, sizes))) {
        const lights = lightsOf(equation, result, entry);
        for (const operand of equation.parts.slice(1)) {
          const expected = all
            .filter((one) => one.operand === operand && one.changes.includes(text(entry)))
            .map((one) => text(one.entry));
          const where = `${name(equation)}[${text(entry)}]: ${operand.quantity.name}`;
          expect(lit(lights.get(operand), stored(operand, sizes)), where).toEqual(expected);
        }
      }
    }
  });

  test("the entry that is pointed at is lit itself", () => {
    for (const equation of new Set(all.map((one) => one.equation))) {
      for (const part of equation.parts) {
        for (const entry of entriesOf(...stored(part, sizes))) {
          expect(lightsOf(equation, part, entry).get(part), name(equation)).toEqual(entry);
        }
      }
    }
  });

  test("from one operand of a product the others stay dark", () => {
    for (const { equation, operand, entry } of all) {
      if (equation.form !== "product") continue;
      const lights = lightsOf(equation, operand, entry);
      expect([...lights.keys()], name(equation)).toEqual([resultPart(equation), operand]);
    }
  });

  test("element-wise, all matrices are lit at the same entry", () => {
    for (const { equation, operand, entry } of all) {
      if (equation.form !== "elementwise" && equation.form !== "cost") continue;
      const lights = [...lightsOf(equation, operand, entry).values()];
      expect(lights, name(equation)).toEqual(equation.parts.map(() => entry));
    }
  });
});

describe("lightsOf, by the formulas", () => {
  const lights = (name: "Z" | "dA" | "dW" | "db", layer: number, entry: Entry) => {
    const equation = equationOf({ name, layer }, 3) as Equation;
    const lit = lightsOf(equation, resultPart(equation), entry);
    return equation.parts.slice(1).map((part) => lit.get(part));
  };

  test("Z[j, i]: row j of W, column i of A_prev, entry j of b", () => {
    expect(lights("Z", 2, { row: 1, column: 7 })).toEqual([
      { row: 1, column: null },
      { row: null, column: 7 },
      { row: 1, column: 0 },
    ]);
  });

  test("dW[j, k]: row j of dZ, and of A_prev, which is transposed, its stored row k", () => {
    expect(lights("dW", 2, { row: 1, column: 3 })).toEqual([
      { row: 1, column: null },
      { row: 3, column: null },
    ]);
  });

  test("dA_prev[k, i]: of W, which is transposed, its stored column k, and column i of dZ", () => {
    expect(lights("dA", 1, { row: 3, column: 7 })).toEqual([
      { row: null, column: 3 },
      { row: null, column: 7 },
    ]);
  });

  test("db[j]: row j of dZ", () => {
    expect(lights("db", 2, { row: 1, column: 0 })).toEqual([{ row: 1, column: null }]);
  });

  test("an entry of A_prev, stored as [k, i], lights column k of dW", () => {
    const equation = equationOf({ name: "dW", layer: 2 }, 3) as Equation;
    const [result, , above] = equation.parts as [Part, Part, Part];
    const light = lightsOf(equation, above, { row: 3, column: 99 }).get(result);
    expect(light).toEqual({ row: null, column: 3 });
  });
});
