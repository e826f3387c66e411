/** How long the dimensions are in an equation: as large as there is room for, so that numbers fit. */

import { type Dimension, type Sizes, sizeOf } from "../equations/dimensions";
import { type Lengths, lengthOf, units } from "./lengths";

/** CSS pixels of one unit, the largest first; with the first, three digits stand in a cell. */
const UNITS = [54, 48, 43, 36, 30, 24, 19, 15, 12, 9, 7, 5];

/** CSS pixels of many examples. */
const EXAMPLES = [260, 230, 200, 175, 150, 125, 100, 80, 64];

/** What is as long as this is long enough: numbers fit, and columns can be told apart. */
const ENOUGH = { unit: 43, many: 190, examples: 100 };

/** What has to stand side by side, and one above the other. */
export interface Arrangement {
  columns: Dimension[];
  rows: Dimension[];
}

/**
 * The best lengths with which an arrangement fits into a room of CSS pixels; where nothing fits, the
 * smallest.
 */
export function fitArrangement(
  { columns, rows }: Arrangement,
  sizes: Sizes,
  room: { width: number; height: number },
): Lengths {
  const distinct = [...new Set([...columns, ...rows])];
  let best = withLengths(sizes, UNITS.at(-1) ?? 1, EXAMPLES.at(-1) ?? 1);
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const unit of UNITS) {
    for (const examples of EXAMPLES) {
      const lengths = withLengths(sizes, unit, examples);
      const total = (dimensions: Dimension[]) =>
        dimensions.reduce<number>((sum, dimension) => sum + lengthOf(dimension, lengths), 0);
      if (total(columns) > room.width || total(rows) > room.height) continue;
      const worth = distinct.reduce<number>((sum, dimension) => {
        const length = lengthOf(dimension, lengths);
        const enough = Math.min(ENOUGH.unit * sizeOf(dimension, sizes), ENOUGH.many);
        // Columns of examples that are too close to be told apart weigh more than small cells.
        const isCramped = dimension === "m" && length < Math.min(ENOUGH.examples, enough);
        const cramped = isCramped ? 3 * Math.log(length / ENOUGH.examples) : 0;
        // Beyond what is enough a little more is still a little better.
        return sum + Math.log(Math.min(length, enough)) + cramped + length / 1e5;
      }, 0);
      if (worth > bestWorth) {
        best = lengths;
        bestWorth = worth;
      }
    }
  }
  return best;
}

function withLengths(sizes: Sizes, unit: number, examples: number): Lengths {
  const m = sizeOf("m", sizes);
  return {
    n: sizes.layers_dims.map((size) => Math.round(unit * units(size))),
    m: m <= 6 ? Math.min(unit * m, examples) : examples,
    one: unit,
  };
}
