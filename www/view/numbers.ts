/** Numbers that stand in the cells of an enlarged matrix. */

import type { Matrix } from "../protocol/tensors";
import { formatNumber } from "./format";

/** A cell smaller than this, in CSS pixels, shows no number. */
export const SMALLEST_CELL = { width: 46, height: 18 };

/** Writes each entry into its cell; ink is chosen to stand out from the cell's colour. */
export function drawNumbers(
  context: CanvasRenderingContext2D,
  matrix: Matrix,
  scale: number,
  ink: { dark: string; light: string; isDark: (value: number) => boolean },
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  const cell = { width: width / matrix.cols, height: height / matrix.rows };
  const fits =
    cell.width >= SMALLEST_CELL.width * pixelRatio &&
    cell.height >= SMALLEST_CELL.height * pixelRatio;
  if (!fits) return;
  context.font = `${12 * pixelRatio}px ui-monospace, monospace`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  matrix.data.forEach((value, index) => {
    const column = index % matrix.cols;
    const row = Math.floor(index / matrix.cols);
    context.fillStyle = ink.isDark(scale > 0 ? value / scale : 0) ? ink.dark : ink.light;
    context.fillText(formatNumber(value), (column + 0.5) * cell.width, (row + 0.5) * cell.height);
  });
}
