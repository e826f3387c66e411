/**
 * A dimension has one colour and one length, wherever it appears: n[0], n[1], …, m, and 1.
 * Lengths are in CSS pixels.
 */

import type { TensorName } from "../protocol/tensors";

/** A dimension of a matrix: the index l of n[l], the examples, or the 1 of b and Y. */
export type Dimension = number | "m" | "one";

/** The rows and columns of a matrix of layer l as dimensions. */
export function dimensionsOf(name: TensorName, layer: number, L: number): [Dimension, Dimension] {
  const rows: Dimension = layer === L && L > 0 ? layer : layer;
  switch (name) {
    case "W":
    case "dW":
      return [rows, layer - 1];
    case "b":
    case "db":
      return [rows, "one"];
    default:
      return [rows, "m"];
  }
}

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

/** Length of one unit, of the examples, and the room around a matrix. */
const UNIT = { largest: 15, smallest: 8 };
const EXAMPLES = { largest: 132, smallest: 56 };
/** A card is at least as wide as its label. */
export const CARD = { smallest: 52, gap: 18 };
/** Padding of a layer's frame on both sides. */
const LAYER_PADDING = 26;

/**
 * The largest lengths with which `layers_dims` fits into `available` pixels of width, where the layers
 * stand side by side (or, with `stacked`, each has the width for itself).
 */
export function fitLengths(layers_dims: number[], available: number, stacked: boolean): Lengths {
  for (let unit = UNIT.largest; unit > UNIT.smallest; unit -= 1) {
    const lengths = withExamples(layers_dims, unit, available, stacked);
    if (lengths.m >= EXAMPLES.smallest) return lengths;
  }
  const lengths = withExamples(layers_dims, UNIT.smallest, available, stacked);
  return { ...lengths, m: Math.max(lengths.m, EXAMPLES.smallest) };
}

function withExamples(dims: number[], unit: number, available: number, stacked: boolean): Lengths {
  const n = dims.map((size) => Math.round(unit * units(size)));
  const room = (length: number) => Math.max(length, CARD.smallest) + CARD.gap;
  const layerWidths = n.slice(1).map((_, index) => room(n[index] ?? 0) + room(unit) + LAYER_PADDING);
  const rest = stacked
    ? Math.max(...layerWidths) + 2 * CARD.gap
    : layerWidths.reduce((sum, width) => sum + width + 2 * CARD.gap, 0) + 2 * LAYER_PADDING;
  // Z and A of each layer; beside each other also X in front and Y behind.
  const matricesWithExamples = stacked ? 2 : 2 * layerWidths.length + 2;
  const m = Math.floor((available - rest) / matricesWithExamples);
  return { n, m: Math.min(m, EXAMPLES.largest), one: unit };
}

/** Up to 6 one unit each; above, two for each doubling, so that larger stays longer. */
function units(size: number): number {
  return size <= 6 ? size : Math.min(6 + 2 * Math.log2(size / 6), 14);
}
