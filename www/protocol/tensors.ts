/** The names of the matrices and operations, spelled as in the formulas. */

/** A matrix of a layer; `Y` and `losses` are of the last layer, `A` of layer 0 is X. */
export type TensorName = "W" | "b" | "Z" | "A" | "Y" | "losses" | "dA" | "dZ" | "dW" | "db";

/** A matrix: its name and its layer. */
export interface TensorId {
  name: TensorName;
  layer: number;
}

/** What an operation computes; `W` and `b` are the updates. */
export type OperationName = "Z" | "A" | "cost" | "dA" | "dZ" | "dW" | "db" | "W" | "b";

/** One operation of an iteration. */
export interface Operation {
  operation: OperationName;
  /** From 1 to L. */
  layer: number;
}

/** Whether the iteration under way has computed a matrix, an earlier one has, or none yet. */
export type TensorStatus = "fresh" | "stale" | "absent";

/** A matrix, row by row. */
export interface Matrix {
  rows: number;
  cols: number;
  data: Float64Array;
}

/** One entry of a matrix, counted from 0 as in NumPy. */
export interface Cell extends TensorId {
  row: number;
  column: number;
}
