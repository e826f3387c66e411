/** Operations and the matrices that they compute. */

import type { Operation, TensorId } from "../protocol/tensors";

/** The matrix that an operation computes. */
export function resultOf({ operation, layer }: Operation): TensorId {
  return { name: operation === "cost" ? "losses" : operation, layer };
}

/** The operation that computes a matrix; null for X and Y, which are given. */
export function operationOf({ name, layer }: TensorId): Operation | null {
  if (name === "Y" || (name === "A" && layer === 0)) return null;
  return { operation: name === "losses" ? "cost" : name, layer };
}
