/** A scene as an SVG document. */

import type { Box, Cells, Font, Gradient, Group, Item, Path, Rect, Scene, Text } from "./scene";

/** A matrix with more cells than this is one image of pixels: nobody edits so many boxes one by one. */
export const MAX_CELLS = 4096;
/** So are further ones, when a picture has this many cells already. */
const MAX_ALL_CELLS = 4 * MAX_CELLS;

/** Pixels as the address of a picture, "data:image/png;base64,…". */
export type Embed = (pixels: Uint8ClampedArray, columns: number, rows: number) => string;

export function toSvg({ title, width, height, background, items }: Scene, embed: Embed): string {
  const writer = new Writer(embed);
  const body = items.map((item) => writer.item(item)).join("\n");
  const size = attributes({ width, height, viewBox: `0 0 ${number(width)} ${number(height)}` });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg"${size}>`,
    `<title>${escaped(title)}</title>`,
    writer.definitions(),
    `<rect width="100%" height="100%"${painted("fill", background)}/>`,
    body,
    "</svg>",
    "",
  ]
    .filter((line, index, lines) => line !== "" || index === lines.length - 1)
    .join("\n");
}

class Writer {
  readonly #embed: Embed;
  /** A gradient is defined once, however often it stands in the picture. */
  readonly #gradients = new Map<string, string>();
  #cellsLeft = MAX_ALL_CELLS;

  constructor(embed: Embed) {
    this.#embed = embed;
  }

  item(item: Item): string {
    switch (item.kind) {
      case "rect":
        return rect(item);
      case "text":
        return text(item);
      case "cells":
        return this.#cells(item);
      case "image":
        return image(item, item.href, item.smooth);
      case "path":
        return path(item);
      case "gradient":
        return this.#gradient(item);
      case "group":
        return this.#group(item);
    }
  }

  definitions(): string {
    if (this.#gradients.size === 0) return "";
    const all = [...this.#gradients].map(([stops, id]) => {
      return `<linearGradient id="${id}">${stops}</linearGradient>`;
    });
    return `<defs>${all.join("")}</defs>`;
  }

  #cells(cells: Cells): string {
    const { columns, rows, pixels } = cells;
    const count = columns * rows;
    if (count > Math.min(MAX_CELLS, this.#cellsLeft)) {
      return image(cells, this.#embed(pixels, columns, rows));
    }
    this.#cellsLeft -= count;
    const boxes = runs(cells).map(({ x, y, width, colour }) => {
      return `<rect${attributes({ x, y, width, height: 1 })}${painted("fill", colour)}/>`;
    });
    // Boxes that meet must not let the ground shine through their edges.
    const scale = `scale(${number(cells.width / columns)} ${number(cells.height / rows)})`;
    const transform = `translate(${number(cells.x)} ${number(cells.y)}) ${scale}`;
    return `<g transform="${transform}" shape-rendering="crispEdges">${boxes.join("")}</g>`;
  }

  #gradient({ colours, radius, ...box }: Gradient): string {
    const stops = colours
      .map((colour, index) => {
        const offset = number(index / Math.max(1, colours.length - 1));
        return `<stop offset="${offset}"${painted("stop-color", colour, "stop-opacity")}/>`;
      })
      .join("");
    const id = this.#gradients.get(stops) ?? `gradient${this.#gradients.size + 1}`;
    this.#gradients.set(stops, id);
    return `<rect${boxed(box)}${attributes({ rx: radius })} fill="url(#${id})"/>`;
  }

  #group({ x, y, scale, opacity, items }: Group): string {
    const scaled = scale ? ` scale(${number(scale.x)} ${number(scale.y)})` : "";
    const transform = `translate(${number(x)} ${number(y)})${scaled}`;
    const inside = items.map((item) => this.item(item)).join("");
    return `<g${attributes({ transform, opacity })}>${inside}</g>`;
  }
}

interface Run {
  x: number;
  y: number;
  width: number;
  colour: string;
}

/** Neighbours of one colour in a row are one box. */
function runs({ columns, rows, pixels }: Cells): Run[] {
  const found: Run[] = [];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const [r = 0, g = 0, b = 0, a = 0] = pixels.subarray(4 * (y * columns + x));
      const colour = `rgba(${r}, ${g}, ${b}, ${a / 255})`;
      const last = found.at(-1);
      const goesOn = last?.y === y && last.x + last.width === x && last.colour === colour;
      if (goesOn) last.width += 1;
      else if (a > 0) found.push({ x, y, width: 1, colour });
    }
  }
  return found;
}

function rect({ fill, radius, stroke, lineWidth, ...box }: Rect): string {
  const line = stroke ? painted("stroke", stroke) : "";
  const rounded = attributes({ rx: radius || undefined, "stroke-width": lineWidth });
  return `<rect${boxed(box)}${rounded}${painted("fill", fill)}${line}/>`;
}

function text({ text, raised, x, y, font, fill, anchor, length }: Text): string {
  const place = attributes({
    x,
    y,
    "text-anchor": anchor === "start" ? undefined : anchor,
    textLength: length,
    lengthAdjust: length === undefined ? undefined : "spacingAndGlyphs",
  });
  const behind = raised === undefined ? "" : raisedText(raised, font);
  const look = `${fontOf(font)}${painted("fill", fill)}`;
  return `<text${place}${look} xml:space="preserve">${escaped(text)}${behind}</text>`;
}

function raisedText(text: string, { size }: Font): string {
  const look = { dy: -0.4 * size, "font-size": 0.64 * size, "font-style": "normal" };
  return `<tspan${attributes(look)}>${escaped(text)}</tspan>`;
}

function fontOf({ family, size, weight, italic }: Font): string {
  return attributes({
    "font-family": family,
    "font-size": size,
    "font-weight": weight === 400 ? undefined : weight,
    "font-style": italic ? "italic" : undefined,
  });
}

function image(box: Box, href: string, smooth = false): string {
  const look = smooth ? "" : ' style="image-rendering: pixelated"';
  return `<image${boxed(box)} preserveAspectRatio="none"${look} href="${escaped(href)}"/>`;
}

function path({ d, fill, stroke, lineWidth }: Path): string {
  const line = stroke ? painted("stroke", stroke) : "";
  const width = attributes({ "stroke-width": stroke ? lineWidth : undefined });
  return `<path d="${escaped(d)}"${painted("fill", fill ?? "none")}${line}${width} stroke-linejoin="round"/>`;
}

function boxed({ x, y, width, height }: Box): string {
  return attributes({ x, y, width, height });
}

/** A colour; its transparency is an attribute of its own, as older programs want it. */
function painted(name: string, colour: string, opacityName = `${name}-opacity`): string {
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/.exec(
    colour.trim(),
  );
  if (!parts) return ` ${name}="${escaped(colour.trim())}"`;
  const [, red = "0", green = "0", blue = "0", alpha = "1"] = parts;
  const hex = [red, green, blue].map((part) =>
    Math.round(Number(part)).toString(16).padStart(2, "0"),
  );
  const opacity = alpha.endsWith("%") ? Number.parseFloat(alpha) / 100 : Number(alpha);
  return ` ${name}="#${hex.join("")}"${opacity < 1 ? ` ${opacityName}="${number(opacity)}"` : ""}`;
}

function attributes(all: Record<string, string | number | undefined>): string {
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      return ` ${name}="${typeof value === "number" ? number(value) : escaped(value ?? "")}"`;
    })
    .join("");
}

/** Hundredths of a pixel are enough, but not for a scale. */
function number(value: number): string {
  return String(Number(value.toPrecision(8)));
}

/** Characters that XML has a use for; those that it does not know are left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
