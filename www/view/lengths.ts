/**
 * A dimension has one colour and one length, wherever it appears: n[0], n[1], …, m, and 1.
 * Lengths are in CSS pixels.
 */

import type { Dimension } from "../equations/dimensions";

/** The number of colours for n[l]; a deeper network begins again with the first. */
export const HUES = 8;

/** The CSS colour of a dimension. */
export function colourOf(dimension: Dimension): string {
  return typeof dimension === "number" ? `var(--n${dimension % HUES})` : `var(--${dimension})`;
}

/** The length of every dimension of a network on the page. */
export interface Lengths {
  /** n[0], …, n[L]. */
  n: number[];
  m: number;
  one: number;
}

export function lengthOf(dimension: Dimension, lengths: Lengths): number {
  if (dimension === "m") return lengths.m;
  return dimension === "one" ? lengths.one : (lengths.n[dimension] ?? lengths.one);
}

/** Lengths of one unit and of the examples. */
const UNIT = { largest: 14, comfortable: 10, smallest: 5 };
const EXAMPLES = { largest: 132, smallest: 56 };

/** Room that the page's style takes: around a matrix in its card, in a layer, between two layers. */
const CARD = { smallest: 64, around: 15 };
const LAYER = { around: 18, gap: 8 };

/**
 * The largest lengths with which `layers_dims` fits into `available` pixels of width, where the layers
 * stand side by side (or, with `stacked`, one below the other); where none fits, lengths to scroll.
 */
export function fitLengths(layers_dims: number[], available: number, stacked: boolean): Lengths {
  const fitted = (unit: number) => withUnit(layers_dims, unit, available, stacked);
  for (let unit = UNIT.largest; unit >= UNIT.smallest; unit -= 1) {
    const lengths = fitted(unit);
    if (lengths.m >= EXAMPLES.smallest) return lengths;
  }
  // It has to be scrolled anyway, so its cells may be of a comfortable size.
  return { ...fitted(UNIT.comfortable), m: EXAMPLES.smallest };
}

/** The lengths with this unit, the examples taking what is left. */
function withUnit(dims: number[], unit: number, available: number, stacked: boolean): Lengths {
  const n = dims.map((size) => Math.round(unit * units(size)));
  const card = (length: number) => Math.max(length + CARD.around, CARD.smallest);
  // W and b take their width; Z and A (in front, X) are as long as the examples.
  const layers = n.slice(0, -1).map((n_prev) => card(n_prev) + card(unit) + LAYER.around);
  const input = LAYER.around + LAYER.gap;
  const taken = stacked
    ? Math.max(...layers)
    : layers.reduce((sum, width) => sum + width + LAYER.gap, input);
  const matrices = stacked ? 2 : 2 * layers.length + 1;
  const m = Math.floor((available - taken) / matrices) - CARD.around;
  return { n, m: Math.min(m, EXAMPLES.largest), one: unit };
}

/** Up to 6 one unit each; above, two for each doubling, so that larger stays longer. */
export function units(size: number): number {
  return size <= 6 ? size : Math.min(6 + 2 * Math.log2(size / 6), 14);
}
