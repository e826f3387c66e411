/** Numbers that stand in the cells of an enlarged matrix. */

import type { Matrix } from "../protocol/tensors";
import { formatExponent, formatNumber } from "./format";

/** A cell smaller than this, in CSS pixels, shows no number. */
export const SMALLEST_CELL = { width: 42, height: 18 };

/** A cell at least this wide, in CSS pixels, shows three digits, else two. */
const WIDE_CELL = 52;

/** CSS pixels of the font, and the width of a monospaced character in its size. */
const FONT = { largest: 12, smallest: 8.5, advance: 0.61 };

/** Whether numbers fit into the cells of a matrix shown at a size in CSS pixels. */
export function numbersFit(rows: number, columns: number, width: number, height: number): boolean {
  return width / columns >= SMALLEST_CELL.width && height / rows >= SMALLEST_CELL.height;
}

/** A number in at most so many characters if it can be: with fewer digits, else with an exponent. */
function shortened(value: number, digits: number, room: number): string {
  const texts = [digits, 1].map((count) => formatNumber(value, count));
  return texts.find((text) => text.length <= room) ?? formatExponent(value);
}

/**
 * Writes each entry of a matrix, or of its transpose, into its cell; ink is chosen to stand out from
 * the cell's colour.
 */
export function drawNumbers(
  context: CanvasRenderingContext2D,
  matrix: Matrix,
  transposed: boolean,
  scale: number,
  ink: { dark: string; light: string; isDark: (value: number) => boolean },
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  const { cols, rows } = matrix;
  const cell = {
    width: width / (transposed ? rows : cols),
    height: height / (transposed ? cols : rows),
  };
  const digits = cell.width >= WIDE_CELL * pixelRatio ? 3 : 2;
  const room = Math.floor((cell.width - 2) / (FONT.smallest * pixelRatio * FONT.advance));
  const texts = Array.from(matrix.data, (value) => shortened(value, digits, room));
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  const size = Math.min(FONT.largest * pixelRatio, (cell.width - 2) / (longest * FONT.advance));
  if (size < FONT.smallest * pixelRatio) return;
  context.font = `${size}px ui-monospace, monospace`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  matrix.data.forEach((value, index) => {
    const stored = [index % cols, Math.floor(index / cols)];
    const [column = 0, row = 0] = transposed ? stored.reverse() : stored;
    context.fillStyle = ink.isDark(scale > 0 ? value / scale : 0) ? ink.dark : ink.light;
    context.fillText(texts[index] ?? "", (column + 0.5) * cell.width, (row + 0.5) * cell.height);
  });
}
