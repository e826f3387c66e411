/** What the network says of the examples, and of a picture of one's own. */

export type ExampleSet = "train" | "test";

export interface Predictions {
  /** The test set where there is one, else the training set. */
  set: ExampleSet;
  /** Examples in it. */
  m: number;
  /** Those of which the network says the wrong label, in their order: at most {@link MAX_MISLABELLED}. */
  mislabelled: Prediction[];
  /** How many there are in all. */
  wrong: number;
}

export interface Prediction {
  /** Counted from 0. */
  example: number;
  /** A[L]: right of 0.5 the network says 1. */
  a: number;
  /** Its label. */
  y: 0 | 1;
}

/** Pictures of one size, one behind the other. */
export interface ExampleImages {
  width: number;
  height: number;
  /** RGBA. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface Classified {
  a: number;
}

export const MAX_MISLABELLED = 60;
