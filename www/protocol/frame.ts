/** What the page shows, asked for and delivered. */

import type { Averaging, Cell, Matrix, Operation, Quantity, TensorStatus } from "./tensors";
import type { Trace, TraceRequest } from "./trace";

export type Theme = "light" | "dark";

/** A matrix on the page and the size of its picture in device pixels. */
export interface PictureRequest extends Quantity {
  /** Where on the page it stands: the same matrix may stand in two places. */
  place?: string;
  width: number;
  height: number;
  /** End of the colour scale; without it, the largest magnitude of an entry. */
  scale?: number;
}

/** Everything that the page shows at the moment. */
export interface View {
  theme: Theme;
  averaging: Averaging;
  pictures: PictureRequest[];
  /** The matrices whose numbers are shown, where they are small enough for them. */
  numbers: Quantity[];
  /** The entries whose equation is written out. */
  traces: TraceRequest[];
  /** The entry under the pointer. */
  pointer: Cell | null;
  /** Whether the rows of W[1] are shown as pictures. */
  weightImages: boolean;
  /** Side of the picture of the decision boundary in pixels; 0 where it is not shown. */
  boundary: number;
  /** Intervals of the histogram of predictions; 0 where it is not shown. */
  bins: number;
  /** The run whose costs the page has, and how many of them. */
  run: number;
  costs: number;
}

/** A painted matrix. */
export interface Picture {
  rows: number;
  columns: number;
  width: number;
  height: number;
  status: TensorStatus;
  /** End of the colour scale. */
  scale: number;
  min: number;
  max: number;
  /** Entries that are NaN or infinite. */
  not_finite: number;
  /** `width · height` RGBA pixels. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The operation in which a NaN or an infinity first appeared. */
export interface Divergence extends Operation {
  /** Counted from 0, as the costs are. */
  iteration: number;
}

/** How far training is. */
export interface Progress {
  /** Completed iterations. */
  iteration: number;
  /** Operations done of the iteration under way; all of them between two iterations. */
  progress: number;
  /** Of the last iteration that has computed it. */
  cost: number | null;
  divergence: Divergence | null;
}

/** The state of one moment, as far as the page shows it. */
export interface Frame extends Progress {
  /** Counts the beginnings: another run has other costs. */
  run: number;
  playing: boolean;
  /** Whether the next frame will differ: training goes on. */
  running: boolean;
  accuracy: number;
  /** Of the test set; null without one. */
  testAccuracy: number | null;
  /** Costs of the run from index `from` on. */
  costs: { from: number; values: Float64Array };
  /** In the order asked for; null where the last frame brought the same picture to the same place. */
  pictures: (Picture | null)[];
  /** In the order asked for; null where there are none, or too many. */
  numbers: (Matrix | null)[];
  /** In the order asked for; null where this iteration has not computed the entry. */
  traces: (Trace | null)[];
  pointerValue: number | null;
  weightImages: Picture[];
  boundary: Boundary | null;
  /** Examples of label 0, then of label 1, in each interval of A[L]. */
  histogram: Uint32Array | null;
}

/** A[L] over the plane of two inputs. */
export interface Boundary {
  /** Ranges of the two inputs. */
  x: [number, number];
  y: [number, number];
  size: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** A matrix with more entries than this is shown without its numbers. */
export const MAX_NUMBERS = 131072;
