import type { Matrix } from "../protocol/tensors";

/** A matrix that a module hands over. */
interface Tensor {
  rows: number;
  columns: number;
  take(): Float64Array;
  free(): void;
}

/** Its entries, and its end. */
export function taken(tensor: Tensor): Matrix {
  const { rows, columns } = tensor;
  const data = tensor.take();
  tensor.free();
  return { rows, cols: columns, data };
}
