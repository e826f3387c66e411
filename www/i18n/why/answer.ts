/** The form of the answers to "why?". */

/** The questions, in the order of the contents list. */
export const QUESTIONS = [
  "transposes",
  "layers_dims",
  "bias",
  "dAL",
  "loss_or_cost",
  "one_over_m",
] as const;

export type Question = (typeof QUESTIONS)[number];

/** The network that is on the page: the answers speak of its own shapes. */
export interface Context {
  layers_dims: number[];
  L: number;
  m: number;
  /** The layer that an answer takes as its example: the last but one of a deep network, else 1. */
  l: number;
}

/**
 * What is drawn live, of layer `l` or of the output layer:
 *
 * - `dW`: dZ[l], A[l−1]ᵀ and dW[l] in Falk's scheme, with coloured edges and shapes;
 * - `dA_prev`: W[l]ᵀ, dZ[l] and dA[l−1] in the same way (of layer 2, if l is 1 and there is one);
 * - `entry`: the sum for the largest entry of dW[l] written out with its numbers;
 * - `dims`: n[0], …, n[L] in a row, and between each two neighbours W[l] with its shape;
 * - `broadcast`: b[l] as one solid column and its m − 1 ghost copies, beside Z[l];
 * - `output`: for one example of label 0 and one of label 1: y, a, the term that survives, dA and a − y;
 * - `losses`: the m losses as bars with their mean J as a line;
 * - `mean`: the first examples' dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ as small matrices, an ellipsis, and their mean dW[l].
 */
export type Figure =
  | "dW"
  | "dA_prev"
  | "entry"
  | "dims"
  | "broadcast"
  | "output"
  | "losses"
  | "mean";

/** A paragraph in which $…$ is TeX and `…` is code; a formula in TeX on a line of its own; a live picture. */
export type Block = { text: string } | { formula: string } | { figure: Figure };

export interface Answer {
  /** The question as a learner asks it. $…$ is TeX. */
  title: string;
  /** The answer, at most a screen. */
  blocks: (context: Context) => Block[];
  /** One thing to try on the page, and the button that takes one there. */
  task: string;
  go: string;
}
