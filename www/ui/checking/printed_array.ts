/** A matrix as `print` of NumPy shows it, with its default options. */

import type { Matrix } from "../../protocol/tensors";
import { fixed, floatRepr } from "../../view/python";

/** Entries from which on NumPy leaves out the middle, and rows and columns that it keeps at each edge. */
const THRESHOLD = 1000;
const EDGE = 3;
/** Digits behind the point. */
const PRECISION = 8;
/** Characters of a line. */
const LINE_WIDTH = 75;

/** The text of `print(matrix)`. */
export function printedArray({ rows, cols, data }: Matrix): string {
  const isShort = rows * cols <= THRESHOLD;
  const [shownRows, shownColumns] = [shown(rows, isShort), shown(cols, isShort)];
  const entries = shownRows.flatMap((row) =>
    row === null
      ? []
      : shownColumns.flatMap((column) => (column === null ? [] : [data[row * cols + column] ?? 0])),
  );
  const format = formatOf(entries);
  const line = (row: number | null) => {
    if (row === null) return "...";
    const words = shownColumns.map((column) =>
      column === null ? "..." : format(data[row * cols + column] ?? 0),
    );
    return `[${wrapped(words)}]`;
  };
  return `[${shownRows.map(line).join("\n ")}]`;
}

/** The indices of an axis that are printed; null for those left out. */
function shown(length: number, isShort: boolean): (number | null)[] {
  const all = Array.from({ length }, (_, index) => index);
  if (isShort || length <= 2 * EDGE) return all;
  return [...all.slice(0, EDGE), null, ...all.slice(-EDGE)];
}

/** The words of a row; a long row goes on in the next line, under its first entry. */
function wrapped(words: string[]): string {
  const lines: string[] = [];
  let line = "  ";
  for (const word of words) {
    if (line.length + word.length > LINE_WIDTH && line.length > 2) {
      lines.push(line.trimEnd());
      line = "  ";
    }
    line += `${word} `;
  }
  lines.push(line.slice(0, -1)); // but the padding of the last word is kept
  return lines.join("\n").slice(2);
}

/** All entries have as many digits behind the point, and are as wide. */
function formatOf(entries: number[]): (entry: number) => string {
  const finite = entries.filter(Number.isFinite);
  const magnitudes = finite.map(Math.abs).filter((entry) => entry > 0);
  const largest = Math.max(...magnitudes, 0);
  const smallest = Math.min(...magnitudes, Number.POSITIVE_INFINITY);
  const isScientific =
    magnitudes.length > 0 && (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000);
  const writeFinite = isScientific ? scientific(finite) : positional(finite);
  const write = (entry: number) => (Number.isFinite(entry) ? writeFinite(entry) : floatRepr(entry)); // nan, inf
  const width = Math.max(...entries.map((entry) => write(entry).length));
  return (entry) => write(entry).padStart(width);
}

function positional(entries: number[]): (entry: number) => string {
  const kept = Math.max(...entries.map((entry) => decimalsOf(shortest(entry))));
  // Where fewer digits tell the number from its neighbours, spaces stand for the others.
  return (entry) => {
    const text = shortest(entry);
    return text.padEnd(text.length + kept - decimalsOf(text));
  };
}

/** A number in as few decimals as tell it from its neighbours, at most {@link PRECISION}. */
function shortest(entry: number): string {
  const text = fixed(entry, PRECISION);
  return text.replace(/0+$/, "");
}

function decimalsOf(text: string): number {
  return text.length - text.indexOf(".") - 1;
}

function scientific(entries: number[]): (entry: number) => string {
  const parts = (entry: number) => {
    const [mantissa = "", exponent = "0"] = entry.toExponential(PRECISION).split("e");
    return { mantissa: mantissa.replace(/0+$/, ""), exponent: Number(exponent) };
  };
  const kept = Math.max(...entries.map((entry) => decimalsOf(parts(entry).mantissa)));
  return (entry) => {
    const { mantissa, exponent } = parts(entry);
    const sign = exponent < 0 ? "-" : "+";
    const digits = mantissa.padEnd(mantissa.length + kept - decimalsOf(mantissa), "0");
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  };
}
