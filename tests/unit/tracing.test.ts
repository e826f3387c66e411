import { describe, expect, test } from "vitest";
import { type Equation, equationOf, type Part, resultPart } from "../../www/equations/equation";
import { QUESTIONS } from "../../www/i18n/why/answer";
import type { TensorName } from "../../www/protocol/tensors";
import { questionsOf } from "../../www/ui/equation/questions_of";
import { lightsAt, traceAt } from "../../www/ui/equation/tracing";
import { derivativeOf } from "../../www/ui/shared/badge";
import { definitions } from "./operations";

const DEPTHS = [1, 2, 3, 4];
const equations = (L: number) =>
  definitions(L).map(({ result }) => equationOf(result, L) as Equation);
const all = DEPTHS.flatMap(equations);

describe("traceAt", () => {
  const at = (part: Part) => ({ part, row: 2, column: 5 });

  test("an entry of the result is written out, of every equation", () => {
    for (const one of all) {
      const { operation, layer } = one;
      expect(traceAt(one, at(resultPart(one)))).toEqual({ operation, layer, cell: [2, 5] });
    }
  });

  test("element-wise, an operand's entry is that of the result", () => {
    for (const one of all) {
      if (one.form !== "elementwise" && one.form !== "cost") continue;
      for (const part of one.parts) expect(traceAt(one, at(part))?.cell).toEqual([2, 5]);
    }
  });

  test("an operand's entry of a product or a sum takes part in many results: none is written", () => {
    for (const one of all) {
      if (one.form !== "product" && one.form !== "sum") continue;
      for (const part of one.parts.slice(1)) expect(traceAt(one, at(part))).toBeNull();
    }
  });

  test("where nothing is looked at, nothing is written and nothing is lit", () => {
    for (const one of all) {
      expect(traceAt(one, null)).toBeNull();
      expect(lightsAt(one, null).size).toBe(0);
    }
  });
});

describe("questionsOf", () => {
  test("every equation raises one, and none twice", () => {
    for (const L of DEPTHS) {
      for (const one of equations(L)) {
        const questions = questionsOf(one, L);
        expect(questions.length).toBeGreaterThan(0);
        expect(new Set(questions).size).toBe(questions.length);
      }
    }
  });

  test.each(DEPTHS)("in a network of %d layers every question is raised somewhere", (L) => {
    const raised = new Set(equations(L).flatMap((one) => questionsOf(one, L)));
    expect([...raised].sort()).toEqual([...QUESTIONS].sort());
  });

  test("each transpose is asked about where it stands", () => {
    for (const L of DEPTHS) {
      for (const one of equations(L)) {
        const turns = one.parts.some(({ transposed }) => transposed);
        expect(questionsOf(one, L).includes("transposes")).toBe(turns);
      }
    }
  });

  test("dA[L] is asked about at the output layer alone", () => {
    expect(questionsOf({ operation: "dA", layer: 3 }, 3)).toContain("dAL");
    expect(questionsOf({ operation: "dA", layer: 2 }, 3)).not.toContain("dAL");
  });
});

describe("derivativeOf", () => {
  test.each(["dW", "db"] as const)("%s is of the cost, wherever the 1/m stands", (name) => {
    expect(derivativeOf(name, "dW")).toBe("averaged");
    expect(derivativeOf(name, "dZ")).toBe("summed"); // of what is averaged already
  });

  test.each(["dZ", "dA"] as const)(
    "%s is of the losses, with the 1/m in it of the cost",
    (name) => {
      expect(derivativeOf(name, "dW")).toBe("perExample");
      expect(derivativeOf(name, "dZ")).toBe("averaged");
    },
  );

  test.each(["W", "b", "Z", "A", "Y", "losses"] as TensorName[])("%s is no derivative", (name) => {
    expect(derivativeOf(name, "dW")).toBeNull();
    expect(derivativeOf(name, "dZ")).toBeNull();
  });
});
