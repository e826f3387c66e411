/** Which dimensions of the network stand behind the shapes of a mistake. */

import type { Operand } from "../protocol/mistakes";
import { type Dimension, type Dimensions, dimensionsOf, type Sizes, sizeOf } from "./dimensions";

/** The rows and columns with which an operand is drawn. */
export function dimensionsIn({ shape, tensor }: Operand, sizes: Sizes): Dimensions {
  if (tensor && shape.length === 2) {
    const [rows, columns] = dimensionsOf(tensor);
    return tensor.transposed ? [columns, rows] : [rows, columns];
  }
  return dimensionsOfShape(shape, sizes, tensor?.layer ?? 1);
}

/** Dimensions of these sizes, those of a layer first. A flat array is a row, a number a cell. */
export function dimensionsOfShape(shape: number[], sizes: Sizes, layer: number): Dimensions {
  const { layers_dims } = sizes;
  const near: Dimension[] = ["m", layer, layer - 1, layer + 1, "one"];
  const all: Dimension[] = [...near, ...layers_dims.keys()];
  const of = (size: number) =>
    all.find(
      (dimension) =>
        (typeof dimension === "string" || dimension in layers_dims) &&
        sizeOf(dimension, sizes) === size,
    ) ?? "one";
  const [rows = 1, columns = 1] = shape.length > 1 ? shape : [1, ...shape];
  return [rows === 1 ? "one" : of(rows), of(columns)];
}
