/** The classic mistakes in an equation, and what NumPy makes of them. */

import type { TensorId } from "./tensors";

/** What is done wrong. */
export type MistakeKind =
  | "transpose_added"
  | "transpose_dropped"
  | "transpose_moved"
  | "swapped"
  | "star"
  | "dot"
  | "flat"
  | "axis0"
  | "no_axis"
  | "no_keepdims"
  | "no_mean"
  | "wrong_operand"
  | "max"
  | "in_place_transpose"
  | "in_place_no_keepdims";

export interface Mistake {
  kind: MistakeKind;
  /** The operand it is made with, as the notebook names it. */
  of: string | null;
  /** The line that makes the mistaken operand, where one does. */
  setup: string | null;
  /** The mistaken line. */
  statement: string;
  outcome: Outcome;
  /** The operation that fails, or the one that the mistake changed. */
  at: { operator: string; operands: Operand[] };
}

export type Outcome =
  /** NumPy's exception and its very words. */
  | { kind: "error"; exception: string; message: string }
  /** NumPy is silent. */
  | {
      kind: "shape";
      shape: number[];
      expected: number[];
      verdict: "wrong_shape" | "wrong_values" | "harmless";
    };

/** An operand of the operation. */
export interface Operand {
  code: string;
  shape: number[];
  /** The matrix of the network that it is, or whose transpose. */
  tensor: (TensorId & { transposed: boolean }) | null;
  /** The axis that does not fit. */
  clash: number | null;
}
