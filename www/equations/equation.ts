/** What an equation is made of: its matrices, and how they are put together. */

import type { Operation, Quantity, TensorId, TensorName } from "../protocol/tensors";
import { type Dimensions, dimensionsOf } from "./dimensions";
import { operationOf, resultOf } from "./operations";

/** How the entries of the result come from those of the operands. */
export type Form =
  /** Row · column, in Falk's scheme; `added` is broadcast over the columns. */
  | "product"
  /** The entries at the same place. */
  | "elementwise"
  /** A whole row. */
  | "sum"
  /** Elementwise losses, then their mean. */
  | "cost";

/**
 * - `result`; `operand` of an element-wise equation or a sum;
 * - `left` and `above`: where Falk's scheme puts the two operands of a product;
 * - `added`: the column that is added to every column of a product.
 */
export type Role = "result" | "operand" | "left" | "above" | "added";

/** A matrix of an equation. */
export interface Part {
  role: Role;
  quantity: Quantity;
  /** Whether the equation takes its transpose. */
  transposed: boolean;
  /** As the equation takes it: of the transpose, where it is one. */
  dimensions: Dimensions;
}

export interface Equation extends Operation {
  form: Form;
  /** The result is the first. */
  parts: Part[];
}

/** The equation of a matrix in a network of L layers; null for X and Y, which are given. */
export function equationOf(id: TensorId, L: number): Equation | null {
  const operation = operationOf(id);
  if (!operation) return null;
  const [form, ...operands] = madeFrom(operation, L);
  return { ...operation, form, parts: [part("result", resultOf(operation)), ...operands] };
}

function madeFrom({ operation, layer: l }: Operation, L: number): [Form, ...Part[]] {
  const of = (role: Role, name: TensorName, layer = l) => part(role, { name, layer });
  const used = (role: Role, name: TensorName, layer = l) =>
    part(role, { name, layer, of: "used" as const });
  switch (operation) {
    case "Z":
      return ["product", used("left", "W"), of("above", "A", l - 1), used("added", "b")];
    case "A":
      return ["elementwise", of("operand", "Z")];
    case "cost":
      return ["cost", of("operand", "Y"), of("operand", "A")];
    case "dA":
      return l === L
        ? ["elementwise", of("operand", "Y"), of("operand", "A")]
        : ["product", turned(used("left", "W", l + 1)), of("above", "dZ", l + 1)];
    case "dZ":
      return [
        "elementwise",
        of("operand", "dA"),
        part("operand", { name: "Z", layer: l, of: "slope" }),
      ];
    case "dW":
      return ["product", of("left", "dZ"), turned(of("above", "A", l - 1))];
    case "db":
      return ["sum", of("operand", "dZ")];
    case "W":
      return ["elementwise", used("operand", "W"), of("operand", "dW")];
    case "b":
      return ["elementwise", used("operand", "b"), of("operand", "db")];
  }
}

function part(role: Role, quantity: Quantity): Part {
  return { role, quantity, transposed: false, dimensions: dimensionsOf(quantity) };
}

function turned(part: Part): Part {
  const [rows, columns] = part.dimensions;
  return { ...part, transposed: true, dimensions: [columns, rows] };
}

/** The result of an equation. */
export function resultPart({ parts }: Equation): Part {
  return parts[0] as Part;
}

/** The part in a role, if the equation has one. */
export function partIn({ parts }: Equation, role: Role): Part | undefined {
  return parts.find((one) => one.role === role);
}
