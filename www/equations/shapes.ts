/** The line of shapes under a formula: (4, 3) = (4, 400) · (400, 3). */

import type { Averaging } from "../protocol/tensors";
import type { Dimensions } from "./dimensions";
import { type Equation, type Part, partIn, resultPart } from "./equation";

/** A shape, or what stands between two of them. */
export type ShapeToken = Dimensions | string;

/** The shapes of an equation, result first. */
export function shapesOf(equation: Equation, averaging: Averaging): ShapeToken[] {
  const { form, operation } = equation;
  const shape = (part: Part | undefined): ShapeToken[] => (part ? [part.dimensions] : []);
  const result = resultPart(equation).dimensions;
  const operands = equation.parts.filter(({ role }) => role === "operand");
  const [first, second] = operands;
  switch (form) {
    case "product": {
      const mean = operation === "dW" && averaging === "dW" ? ["1/m"] : [];
      const product = [
        ...shape(partIn(equation, "left")),
        "·",
        ...shape(partIn(equation, "above")),
      ];
      const added = partIn(equation, "added");
      return [result, "=", ...mean, ...product, ...(added ? ["+", added.dimensions] : [])];
    }
    case "sum":
      return [result, "=", averaging === "dW" ? "1/m Σ" : "Σ", ...shape(first)];
    case "cost":
      return ["()", "=", "1/m Σ", result];
    case "elementwise": {
      if (operation === "A") return [result, "=", "g", ...shape(first)];
      if (operation === "dA")
        return [result, "= −(", ...shape(first), "/", ...shape(second), "− …)"];
      const between = operation === "dZ" ? "*" : "− α";
      return [result, "=", ...shape(first), between, ...shape(second)];
    }
  }
}
