/** A canvas that writes down what is drawn on it, so that a drawer of the page draws an SVG as well. */

import type { Font, Item } from "./scene";

/** Where lines of text stand, above and below their middle, in shares of the font's size. */
const MIDDLE = 0.35;

export class SvgContext {
  readonly canvas: { width: number; height: number };
  readonly #items: Item[] = [];
  #path: string[] = [];

  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  globalAlpha = 1;

  constructor(width: number, height: number) {
    this.canvas = { width, height };
  }

  /** What was drawn. */
  get items(): Item[] {
    return this.#items;
  }

  clearRect(): void {
    this.#items.length = 0;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add({ kind: "rect", x, y, width, height, fill: this.fillStyle });
  }

  fillText(text: string, x: number, y: number): void {
    const font = fontOf(this.font);
    const anchor =
      this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start";
    const baseline = this.textBaseline === "middle" ? y + MIDDLE * font.size : y;
    this.#add({ kind: "text", text, x, y: baseline, font, fill: this.fillStyle, anchor });
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)} ${short(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${short(x)} ${short(y)}`);
  }

  closePath(): void {
    this.#path.push("Z");
  }

  /** Whole circles only: that is all that the page draws. */
  arc(x: number, y: number, radius: number): void {
    const half = `${short(radius)} ${short(radius)} 0 1 0`;
    this.moveTo(x - radius, y);
    this.#path.push(
      `A${half} ${short(x + radius)} ${short(y)}A${half} ${short(x - radius)} ${short(y)}Z`,
    );
  }

  fill(): void {
    this.#add({ kind: "path", d: this.#path.join(""), fill: this.fillStyle });
  }

  stroke(): void {
    const { lineWidth, strokeStyle: stroke } = this;
    this.#add({ kind: "path", d: this.#path.join(""), stroke, lineWidth });
  }

  #add(item: Item): void {
    const { globalAlpha: opacity } = this;
    this.#items.push(opacity < 1 ? { kind: "group", x: 0, y: 0, opacity, items: [item] } : item);
  }
}

/** What a drawer draws, as items in the pixels of its canvas. */
export function recorded(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
): Item[] {
  const context = new SvgContext(width, height);
  // It has all that the page's drawers use of a context.
  draw(context as unknown as CanvasRenderingContext2D);
  return context.items;
}

/** A font as CSS writes it: "italic 600 12px ui-monospace, monospace". */
export function fontOf(css: string): Font {
  const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? 10);
  const [style = "", families = css] = css.split(/[\d.]+px(?:\s*\/\s*[\w.]+)?/);
  const weight = /\bbold\b/.test(style) ? 700 : Number(/\b([1-9]00)\b/.exec(style)?.[1] ?? 400);
  return { family: familyOf(families), size, weight, italic: /italic|oblique/.test(style) };
}

/** The generic family of a list of fonts: others may not be there where the picture is looked at. */
export function familyOf(families: string): Font["family"] {
  if (/mono|courier|menlo|consolas/i.test(families)) return "monospace";
  return /(?<!sans-)\bserif|times|georgia|cambria|stix/i.test(families) ? "serif" : "sans-serif";
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
