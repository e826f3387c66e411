/** A picture as plain data: what stands where. Lengths are in CSS pixels, y points downward. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Font {
  family: "serif" | "sans-serif" | "monospace";
  size: number;
  weight?: number;
  italic?: boolean;
}

export interface Rect extends Box {
  kind: "rect";
  /** Colours are as computed styles write them. */
  fill: string;
  radius?: number;
  stroke?: string;
  lineWidth?: number;
}

export interface Text {
  kind: "text";
  text: string;
  /** What stands raised behind it, and upright: the layer. */
  raised?: string | undefined;
  x: number;
  /** Of the baseline. */
  y: number;
  font: Font;
  fill: string;
  anchor?: "start" | "middle" | "end";
  /** How long it is; another font is squeezed into that. */
  length?: number;
}

/** Pixels, each of which is a cell. */
export interface Cells extends Box {
  kind: "cells";
  columns: number;
  rows: number;
  /** RGBA. */
  pixels: Uint8ClampedArray;
}

/** A picture that has only pixels. */
export interface Image extends Box {
  kind: "image";
  /** A data URL. */
  href: string;
  /** Whether its pixels flow into each other. */
  smooth?: boolean;
}

export interface Path {
  kind: "path";
  d: string;
  fill?: string;
  stroke?: string;
  lineWidth?: number;
}

/** Colours from left to right. */
export interface Gradient extends Box {
  kind: "gradient";
  colours: string[];
  radius?: number;
}

/** Items with an origin and a scale of their own. */
export interface Group {
  kind: "group";
  x: number;
  y: number;
  scale?: { x: number; y: number };
  opacity?: number;
  /** How large it is in its own units, where that is known. */
  size?: { width: number; height: number };
  items: Item[];
}

export type Item = Rect | Text | Cells | Image | Path | Gradient | Group;

export interface Scene {
  title: string;
  width: number;
  height: number;
  background: string;
  items: Item[];
}
