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

/** One operation of an iteration. Each has its equation, and one matrix as its result. */
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

/**
 * A matrix that can be looked at: one of a layer, or with `of` one that an equation makes on its way.
 *
 * - `used`: W or b as this iteration used it, before its update;
 * - `slope` (of Z): g'(Z);
 * - `column`: the column of example `index`;
 * - `outer` (of dW): what example `index` adds to m·dW, dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ;
 * - `partial` (of dW): what the first `index` examples add to m·dW;
 * - `mistake`: what NumPy gets with the mistake `index` of the equation.
 */
export interface Quantity extends TensorId {
  of?: "used" | "slope" | "column" | "outer" | "partial" | "mistake";
  index?: number;
  /** Where the 1/m stands for this one, whatever the page is set to. */
  averaging?: Averaging;
}

/** Where the 1/m of the cost's mean stands: in dW and db as in the course, or in dZ and dA. */
export type Averaging = "dW" | "dZ";

/** One entry of a matrix, counted from 0 as in NumPy. */
export interface Cell extends Quantity {
  row: number;
  column: number;
}
