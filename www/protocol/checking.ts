/** What "check my numbers" gives and takes: numbers that a notebook printed beside those of the run. Types only. */

import type { Activation, Initialization } from "./configuration";
import type { Operation, TensorName } from "./tensors";

/** What the run that is checked against is made from. X and Y go beside it, as numbers row by row. */
export interface CheckedConfiguration {
  layers_dims: number[];
  learning_rate: number;
  seed: number;
  initialization: Initialization | "imported";
  activation: Activation;
}

/** α of the updates from an iteration on. */
export interface LearningRate {
  iteration: number;
  learning_rate: number;
}

/** The state of the run, as the trainer's checkpoint has it. */
export interface CheckedCheckpoint {
  /** Entries of W[1], b[1], …, W[L], b[L] at the beginning of the iteration, each row by row. */
  parameters: Float64Array;
  /** The costs of the iterations before it. */
  costs: Float64Array;
  /** Operations of it that are done. */
  progress: number;
  applied_learning_rate: number;
  learning_rates: LearningRate[];
  /** The parameters that the run began with, where they were imported. */
  initial: Float64Array | null;
}

/** What a pasted array can be: a matrix of a layer, the cost, or a list of costs (both of layer L). */
export interface Subject {
  name: TensorName | "cost" | "costs";
  layer: number;
}

/** One pasted array or number, and what became of it. */
export interface Check {
  /** The text before it, as it was written; empty where there is none. */
  label: string;
  /** The variable in that text (`W1` of `parameters["W1"]`), if there is one. */
  name: string | null;
  /** Where it begins in the text, both from 1; 0 for an array of a file. */
  line: number;
  column: number;
  /**
   * - `agrees`: every printed entry is the right one at the printed digits, and the shape is right;
   * - `differs`: the shape is right, some entries are not;
   * - `wrong_shape`: the matrix that its name says has another shape (the numbers may be right: see `arrangement`);
   * - `not_computed`: costs of iterations that the run has not come to;
   * - `unrecognised`: no name that is known, and no matrix of such a shape.
   */
  status: "agrees" | "differs" | "wrong_shape" | "not_computed" | "unrecognised";
  /** What it was taken for; null where it is unrecognised. */
  subject: Subject | null;
  /** How that was found. */
  found_by: "name" | "value" | null;
  /** What else of the same shape it could be, the best agreement first; only where there was no name. */
  candidates: Candidate[];
  /** The shape that was pasted; null for an axis abbreviated with `...` of which only the edges are known. */
  shape: (number | null)[];
  /** The shape of the right matrix: `[rows, columns]`; of costs `[count]`; of the cost `[]`. */
  expected_shape: number[];
  /** How the pasted entries were laid on the right ones; null where they cannot be. */
  arrangement: "same" | "transposed" | "flattened" | null;
  /** Printed entries, and how many of them agree. */
  entries: number;
  agreeing: number;
  /** |pasted − expected| where it is largest; null where nothing was compared. NaN differs by NaN. */
  largest_difference: number | null;
  /** The entries, where there are not too many; null where nothing was compared. */
  cells: Cells | null;
  /** The first differences in reading order, at most 20: there even where `cells` is null. */
  differences: Difference[];
  /** The operation whose equation explains the first entry that differs; null for X, Y and where nothing differs. */
  operation: Operation | null;
  /** For `costs`: the iteration of each entry. */
  iterations: number[] | null;
  /** What made the pasted numbers, the simplest first; several fit equally (with m = 1, say). Empty where none fits. */
  diagnoses: Diagnosis[];
  /** Mistakes that were not tried from the first iteration on, as that would have taken too long. */
  untried: DiagnosisKind[];
}

export interface Candidate {
  subject: Subject;
  /** Printed entries that agree with it. */
  agreeing: number;
}

/** The printed entries, row by row: `rows.length * columns.length` numbers in each list. */
export interface Cells {
  /** Which rows and columns of the right matrix were printed, from 0: all, or the edges around `...`. */
  rows: number[];
  columns: number[];
  pasted: number[];
  expected: number[];
  /** 1 where it agrees at the printed digits, 0 where it differs. */
  agrees: number[];
}

export interface Difference {
  /** In the right matrix, from 0. */
  row: number;
  column: number;
  pasted: number;
  expected: number;
  /** pasted − expected. */
  difference: number;
}

/** A known mistake. */
export type DiagnosisKind =
  // The numbers are right, and are those of something else.
  | "another_tensor"
  | "another_layer"
  | "another_iteration"
  | "transposed"
  // How the run began, or what with.
  | "another_seed"
  | "another_initialization"
  | "another_seed_and_initialization"
  | "seed_in_loop"
  | "random_bias"
  | "another_learning_rate"
  | "another_activation"
  | "activation_missing"
  | "X_not_scaled"
  | "X_scaled_twice"
  // Operands.
  | "transpose_added"
  | "transpose_dropped"
  | "transpose_moved"
  | "swapped"
  | "star"
  | "dot"
  | "wrong_operand"
  | "A_for_A_prev"
  | "X_for_A_prev"
  | "Z_for_A_prev"
  | "dA_for_dZ"
  | "bias_forgotten"
  | "max"
  // Sums.
  | "axis0"
  | "no_keepdims"
  | "no_axis"
  // Factors.
  | "no_mean"
  | "mean_doubled"
  | "mean_in_dA"
  | "mean_moved"
  | "wrong_m"
  // The activations' derivatives.
  | "derivative_missing"
  | "derivative_of_A"
  | "derivative_of_Z"
  | "wrong_derivative"
  // The cost and its derivative.
  | "sign"
  | "sign_inside"
  | "dZ_for_dA"
  | "log_base"
  | "half_of_the_losses"
  // The update.
  | "update_sign"
  | "update_missing"
  | "update_doubled"
  | "update_without_learning_rate"
  | "update_in_backward"
  | "in_place_transpose";

export interface Diagnosis {
  kind: DiagnosisKind;
  /** The operation in whose line the mistake is (of the highest layer, where it is in several); null for others. */
  operation: Operation | null;
  /** The layers in whose lines it is; empty where it is not in a layer's line. */
  layers: number[];
  /** The mistaken lines of NumPy, and the right ones: one or more lines each, with "\n" between them. */
  wrong: string;
  right: string;
  /**
   * - `start`: the mistake was there in all iterations;
   * - `iteration`: only in this one, all before it were right (in the first iteration the two are the same);
   * - `nowhere`: there is no mistake in the computation, the numbers are those of something else.
   */
  since: "start" | "iteration" | "nowhere";
  /** Of `another_seed…`: the seed that reproduces the numbers. */
  seed: number | null;
  /** Of `another_…initialization`: how W was drawn, one of the presets or as the line of NumPy says. */
  initialization: Initialization | null;
  /** Of `another_iteration`: the number of completed iterations at which the numbers are right. */
  iteration: number | null;
  /** Of `another_tensor` and `another_layer`: what the numbers are. */
  subject: Subject | null;
  learning_rate: number | null;
  /** How many of the pasted arrays that differ it reproduces, and how many differ. */
  explained: number;
  differing: number;
  /** Whether the pasted arrays that were right come out right with it too. */
  consistent: boolean;
}
