/** A matrix with its symbol, its shape, its numbers where there is room, and the scale of its colours. */

import type { Matrix } from "../../protocol/tensors";
import { formatNumber } from "../format";
import { drawNumbers, numbersFit } from "../numbers";
import { recorded } from "./context";
import type { Font, Item, Scene, Text } from "./scene";

export interface MatrixPicture {
  title: string;
  /** In plain text, "dW[2]": what stands in brackets is raised. */
  symbol: string;
  rows: number;
  columns: number;
  /** Cells as painted, perhaps fewer than the matrix has. */
  painted: { width: number; height: number; pixels: Uint8ClampedArray };
  /** End of the colour scale, and the smallest and the largest entry. */
  scale: number;
  range: string;
  numbers: Matrix | null;
  /** Which ink stands out from a cell, by its share of the scale. */
  ink: { dark: string; light: string; isDark: (share: number) => boolean };
  legend: string[];
  colours: { ground: string; ink: string; soft: string; rows: string; columns: string };
}

/** The longer side of the heatmap, the largest cell, and the room around. */
const LONGEST = 640;
const CELL = 60;
const SHORTEST = 40;
const AROUND = { x: 20, top: 56, bottom: 76 };
const LEGEND = { width: 180, height: 10 };
const RULER = 3;

export function matrixScene(picture: MatrixPicture): Scene {
  const { title, symbol, rows, columns, painted, scale, range, colours, legend } = picture;
  const { width, height } = heatmapSize(rows, columns);
  const right = width + 2 * AROUND.x;
  const total = {
    width: Math.max(right, LEGEND.width + 2 * AROUND.x, range.length * 7 + 2 * AROUND.x),
    height: height + AROUND.top + AROUND.bottom,
  };
  const { x, top: y } = { x: AROUND.x, top: AROUND.top };
  const small: Font = { family: "sans-serif", size: 12 };
  const text = (text: string, x: number, y: number, more: Partial<Text> = {}): Text => {
    return { kind: "text", text, x, y, font: small, fill: colours.soft, ...more };
  };
  const below = y + height + 20;
  const items: Item[] = [
    symbolText(symbol, x, 34, colours.ink),
    text(`(${rows}, ${columns})`, total.width - x, 34, { anchor: "end" }),
    { kind: "rect", x, y: y - RULER, width, height: RULER, fill: colours.columns },
    {
      kind: "rect",
      x: x - RULER,
      y: y - RULER,
      width: RULER,
      height: height + RULER,
      fill: colours.rows,
    },
    {
      kind: "cells",
      ...{ x, y, width, height },
      ...{ columns: painted.width, rows: painted.height, pixels: painted.pixels },
    },
    ...numberItems(picture, { x, y, width, height }),
    { kind: "gradient", x, y: below, ...LEGEND, colours: legend, radius: 2 },
    text(formatNumber(-scale), x, below + 24),
    text("0", x + LEGEND.width / 2, below + 24, { anchor: "middle" }),
    text(formatNumber(scale), x + LEGEND.width, below + 24, { anchor: "end" }),
    text(range, x, below + 40),
  ];
  return { title, ...total, background: colours.ground, items };
}

/** Cells are square while they can be; no side is so short that nothing is seen. */
export function heatmapSize(rows: number, columns: number): { width: number; height: number } {
  const cell = Math.min(CELL, LONGEST / Math.max(rows, columns));
  const side = (count: number) => Math.max(cell * count, SHORTEST);
  return { width: side(columns), height: side(rows) };
}

function numberItems(
  { numbers, rows, columns, scale, ink }: MatrixPicture,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Item[] {
  if (!numbers || !numbersFit(rows, columns, width, height)) return [];
  const items = recorded(width, height, (context) =>
    drawNumbers(context, numbers, false, scale, ink, 1),
  );
  return [{ kind: "group", x, y, items }];
}

/** "dW[2]" with its layer raised, as a formula has it. */
function symbolText(symbol: string, x: number, y: number, fill: string): Text {
  const [, name = symbol, layer] = /^(.*)(\[\d+\])$/.exec(symbol) ?? [];
  const font: Font = { family: "serif", size: 22, italic: true };
  return { kind: "text", text: name, raised: layer, x, y, font, fill };
}
