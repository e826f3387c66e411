/** The dimensions of every matrix. */

import type { TensorId } from "../protocol/tensors";

/** A dimension of a matrix: the index l of n[l], the examples, or the 1 of b. */
export type Dimension = number | "m" | "one";

/** The rows and columns of a matrix. */
export type Dimensions = [rows: Dimension, columns: Dimension];

/** The rows and columns of a matrix of layer l as dimensions. */
export function dimensionsOf({ name, layer }: TensorId): Dimensions {
  switch (name) {
    case "W":
    case "dW":
      return [layer, layer - 1];
    case "b":
    case "db":
      return [layer, "one"];
    default:
      return [layer, "m"];
  }
}

/** The sizes of a network's dimensions. */
export interface Sizes {
  layers_dims: number[];
  m: number;
}

/** How many entries a dimension has. */
export function sizeOf(dimension: Dimension, { layers_dims, m }: Sizes): number {
  if (dimension === "m") return m;
  return dimension === "one" ? 1 : (layers_dims[dimension] ?? 1);
}
