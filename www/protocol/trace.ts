/** Where an entry comes from. */

import type { Averaging, Operation } from "./tensors";

/** An entry of an operation's result: row and column, or the cost itself. */
export interface TraceRequest extends Operation {
  cell: [row: number, column: number] | "cost";
  /** Where the 1/m stands for this one, whatever the page is set to. */
  averaging?: Averaging;
}

/** The numbers in an equation for one entry. */
export type Working =
  /** (Σ left·right + added) / divisor. */
  | {
      kind: "product";
      terms: [number, number][];
      count: number;
      sum: number;
      added: number | null;
      divisor: number | null;
    }
  /** Σ / divisor. */
  | { kind: "sum"; terms: number[]; count: number; sum: number; divisor: number | null }
  /**
   * One entry of each operand. A: z. Losses: y, a. dA[L]: y, a, a(1−a), a−y. dZ: da, g'(z), and in
   * the last layer y, a. Updates: θ, dθ, α.
   */
  | { kind: "entry"; operands: number[]; divisor: number | null };

/** How an entry came about: what the working comes to, and the entry. */
export type Trace = Working & { total: number; value: number };

/** Terms that are written out; the others are counted. */
export const SHOWN_TERMS = 4;
