/** The known mistakes, in English. */

import type { DiagnosisKind } from "../../protocol/checking";
import type { MistakeParts, MistakeTexts } from "./texts";

/** A mistake that is made: "These are your numbers if …". */
const made = (name: string, what: (parts: MistakeParts) => string): MistakeTexts => ({
  name,
  sentence: (parts) => `These are your numbers if ${what(parts)}.`,
});
const iterations = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "iteration" : "iterations"}`;

export const mistakes: Record<DiagnosisKind, MistakeTexts> = {
  another_tensor: {
    name: "another matrix",
    sentence: ({ subject, wanted }) =>
      `These are the right numbers of ${subject}, but not of ${wanted}.`,
  },
  another_layer: {
    name: "another layer",
    sentence: ({ subject, wanted }) =>
      `These are the right numbers of ${subject}, which is another layer than ${wanted}.`,
  },
  another_iteration: {
    name: "another iteration",
    sentence: ({ iteration, now }) =>
      `These are the right numbers after ${iterations(iteration)}; the page is at ${iterations(now)}.`,
  },
  transposed: {
    name: "transposed",
    sentence: ({ wanted }) => `These are the right numbers of ${wanted}, but transposed.`,
  },
  another_seed: made("another seed", ({ seed }) => `the seed is ${seed}`),
  another_initialization: made(
    "another initialization",
    ({ rule }) => `W is drawn in another way${rule && ` (${rule})`}`,
  ),
  another_seed_and_initialization: made(
    "another seed and initialization",
    ({ seed, rule }) => `the seed is ${seed} and W is drawn in another way${rule && ` (${rule})`}`,
  ),
  seed_in_loop: made(
    "seeded in the loop",
    () =>
      "np.random.seed stands inside the loop over the layers, so that each layer begins with the same random numbers",
  ),
  random_bias: made("random b", () => "b is drawn at random; it should begin with zeros"),
  another_learning_rate: made(
    "another learning rate",
    ({ learningRate }) => `the learning rate is ${learningRate}`,
  ),
  another_activation: made(
    "another activation",
    () => "the hidden layers have another activation than here",
  ),
  activation_missing: made(
    "activation missing",
    ({ where }) => `the activation is left out${where}, so that A is Z`,
  ),
  X_not_scaled: made("X not scaled", () => "X is not divided by 255"),
  X_scaled_twice: made("X scaled twice", () => "X is divided by 255 twice"),
  transpose_added: made(
    "transpose too many",
    ({ where }) => `an operand is transposed that should not be${where}`,
  ),
  transpose_dropped: made("transpose missing", ({ where }) => `a transpose is missing${where}`),
  transpose_moved: made(
    "transpose on the other operand",
    ({ where }) => `the operands have changed places and the other one is transposed${where}`,
  ),
  swapped: made("operands swapped", ({ where }) => `the operands have changed places${where}`),
  star: made("* for np.dot", ({ where }) => `* stands where np.dot should${where}`),
  dot: made("np.dot for *", ({ where }) => `np.dot stands where * should${where}`),
  wrong_operand: made(
    "wrong operand",
    ({ where }) => `the matrix of the wrong layer is used${where}`,
  ),
  A_for_A_prev: made("A for A_prev", ({ where }) => `A[l] stands where A[l-1] should${where}`),
  X_for_A_prev: made("X for A_prev", ({ where }) => `X stands where A[l-1] should${where}`),
  Z_for_A_prev: made("Z for A_prev", ({ where }) => `Z[l-1] stands where A[l-1] should${where}`),
  dA_for_dZ: made("dA for dZ", ({ where }) => `dA stands where dZ should${where}`),
  bias_forgotten: made("b forgotten", ({ where }) => `b is not added${where}`),
  max: made(
    "np.max for np.maximum",
    ({ where }) => `np.max stands where np.maximum should${where}`,
  ),
  axis0: made(
    "axis=0 for axis=1",
    ({ where }) => `the sum runs down the columns (axis=0), not along the examples${where}`,
  ),
  no_keepdims: made("no keepdims", ({ where }) => `keepdims=True is missing${where}`),
  no_axis: made(
    "np.sum without axis",
    ({ where }) => `np.sum has no axis and adds up everything${where}`,
  ),
  no_mean: made("no 1/m", ({ where }) => `the sum is not divided by m${where}`),
  mean_doubled: made("1/m twice", ({ where }) => `the sum is divided by m twice${where}`),
  mean_in_dA: made(
    "1/m in dA[L] too",
    ({ where }) => `dA[L] is divided by m as well${where}; dW and db are already`,
  ),
  mean_moved: {
    name: "1/m in dA[L] instead",
    sentence: () =>
      "These are your numbers if 1/m stands in dA[L] instead of dW and db. That is no mistake: dW and db come out the same.",
  },
  wrong_m: made("wrong m", () => "m is the length of another axis, not the number of examples"),
  derivative_missing: made("g'(Z) missing", ({ where }) => `dA is not multiplied by g'(Z)${where}`),
  derivative_of_A: made(
    "g' taken of A",
    ({ where }) => `the derivative g' is taken at A instead of Z${where}`,
  ),
  derivative_of_Z: made(
    "Z where g' wants A",
    ({ where }) => `Z is put into the formula of g' that is written for A${where}`,
  ),
  wrong_derivative: made(
    "another derivative",
    ({ where }) => `the derivative of another function is used${where}`,
  ),
  sign: made("sign reversed", ({ where }) => `the sign is reversed${where}`),
  sign_inside: made(
    "one sign reversed",
    ({ where }) => `the sign of one of the two terms is reversed${where}`,
  ),
  dZ_for_dA: made(
    "dZ[L] for dA[L]",
    () =>
      "A[L] − Y stands for dA[L]; that is dZ[L] already, so the sigmoid's derivative counts twice",
  ),
  log_base: made(
    "another logarithm",
    () => "the cost takes another logarithm than the natural one, np.log",
  ),
  half_of_the_losses: made(
    "half of the losses",
    () => "one of the two terms of the loss is missing from the cost",
  ),
  update_sign: made("update added", ({ where }) => `the step is added, not subtracted${where}`),
  update_missing: made("no update", ({ where }) => `nothing is updated${where}`),
  update_doubled: made("updated twice", ({ where }) => `the step is taken twice${where}`),
  update_without_learning_rate: made(
    "no learning rate",
    ({ where }) => `the gradient is not multiplied by the learning rate${where}`,
  ),
  update_in_backward: made(
    "updated too early",
    () => "W is updated on the way back, before dA of the layer below has used it",
  ),
  in_place_transpose: made(
    "−= with the transpose",
    ({ where }) => `the transpose of the gradient is subtracted${where}`,
  ),
};
