/** The operations of an iteration, as the notation has them: what each computes, and from what. */

import type { OperationName, Quantity, TensorId } from "../../www/protocol/tensors";

/** A result and its operands as text: "dW2", "W1.used", "W3.used T" for a transpose. */
export interface Defined {
  result: TensorId;
  form: "product" | "elementwise" | "sum" | "cost";
  /** By its role; the operands of one role in their order. */
  operands: [role: string, operand: string][];
}

/** Every operation of a network of L layers by its definition. */
export function definitions(L: number): Defined[] {
  const layers = Array.from({ length: L }, (_, index) => index + 1);
  return [
    ...layers.flatMap((l) => (["Z", "A", "dA", "dZ", "dW", "db", "W", "b"] as const).map(at(l))),
    at(L)("cost" as const),
  ];
  function at(l: number) {
    return (operation: OperationName) => defined(operation, l, L);
  }
}

function defined(operation: OperationName, l: number, L: number): Defined {
  const result: TensorId = { name: operation === "cost" ? "losses" : operation, layer: l };
  const [form, ...operands] = ((): [Defined["form"], ...[string, string][]] => {
    switch (operation) {
      case "Z": // W[l]·A[l-1] + b[l], as they were before this iteration's update
        return ["product", ["left", `W${l}.used`], ["above", `A${l - 1}`], ["added", `b${l}.used`]];
      case "A": // g(Z[l])
        return ["elementwise", ["operand", `Z${l}`]];
      case "cost": // -(y log a + (1-y) log(1-a)), and their mean
        return ["cost", ["operand", `Y${l}`], ["operand", `A${l}`]];
      case "dA": // -(Y/A[L] - (1-Y)/(1-A[L])), W[l+1]ᵀ·dZ[l+1]
        return l === L
          ? ["elementwise", ["operand", `Y${l}`], ["operand", `A${l}`]]
          : ["product", ["left", `W${l + 1}.used T`], ["above", `dZ${l + 1}`]];
      case "dZ": // dA[l] * g'(Z[l])
        return ["elementwise", ["operand", `dA${l}`], ["operand", `Z${l}.slope`]];
      case "dW": // 1/m · dZ[l]·A[l-1]ᵀ
        return ["product", ["left", `dZ${l}`], ["above", `A${l - 1} T`]];
      case "db": // 1/m · Σᵢ dZ[l]⁽ⁱ⁾
        return ["sum", ["operand", `dZ${l}`]];
      default: // W[l] - α dW[l]
        return [
          "elementwise",
          ["operand", `${operation}${l}.used`],
          ["operand", `d${operation}${l}`],
        ];
    }
  })();
  return { result, form, operands };
}

/** An operand as the definitions write it. */
export function operandText(
  { name, layer, of }: Quantity,
  { transposed }: { transposed: boolean },
): string {
  return `${name}${layer}${of ? `.${of}` : ""}${transposed ? " T" : ""}`;
}
