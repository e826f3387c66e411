/** What stands on the page as a scene: its boxes, its text, its canvases. */

import { recorded } from "../../view/svg/context";
import { extentOf } from "../../view/svg/extent";
import type { Box, Group, Item, Scene } from "../../view/svg/scene";
import { drawingOf } from "../shared/drawn";
import { pseudoText, textItems } from "./text_of";

/** Around the picture, in CSS pixels. */
const MARGIN = 12;

/** Controls are no part of a picture; the cards of the network are buttons and pictures. */
const LEFT_OUT = "button:not(.card), select, input, .figure-tools, .example-column, .katex-mathml";

/** An element with all that is in it, when nothing in it moves any more. */
export async function sceneOf(root: Element, title: string): Promise<Scene> {
  const moving = root.getAnimations({ subtree: true });
  await Promise.all(moving.map(({ finished }) => finished.catch(() => {})));
  const { left, top } = root.getBoundingClientRect();
  const items = new Reader(left, top).inside(root);
  const extent = extentOf(items);
  const ground = root.closest(".panel") ?? document.body;
  return {
    title,
    width: extent.width + 2 * MARGIN,
    height: extent.height + 2 * MARGIN,
    background: getComputedStyle(ground).backgroundColor,
    items: [{ kind: "group", x: MARGIN - extent.x, y: MARGIN - extent.y, items }],
  };
}

class Reader {
  readonly #left: number;
  readonly #top: number;

  constructor(left: number, top: number) {
    this.#left = left;
    this.#top = top;
  }

  /** What is in an element, without the element's own box. */
  inside(element: Element): Item[] {
    return [...element.childNodes].flatMap((node) => {
      if (node instanceof Element) return this.#element(node);
      return node instanceof Text ? textItems(node, this.#left, this.#top) : [];
    });
  }

  #element(element: Element): Item[] {
    const style = getComputedStyle(element);
    const isHidden = style.display === "none" || style.visibility !== "visible";
    if (isHidden || element.matches(LEFT_OUT)) return [];
    const box = this.#boxOf(element);
    if (style.display !== "contents" && box.width <= 1 && box.height <= 1) return [];
    const items = [
      ...this.#ownBox(element, style, box),
      ...(element instanceof HTMLCanvasElement
        ? canvasItems(element, style, box)
        : this.inside(element)),
      ...pseudoText(element, box),
    ];
    const opacity = Number(style.opacity);
    if (opacity >= 1 || items.length === 0) return items;
    return [{ kind: "group", x: 0, y: 0, opacity, items } satisfies Group];
  }

  #boxOf(element: Element): Box {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left - this.#left, y: top - this.#top, width, height };
  }

  #ownBox(element: Element, style: CSSStyleDeclaration, box: Box): Item[] {
    const radius = radiusOf(style, box);
    if (element.matches(".legend")) {
      const colours = style.getPropertyValue("--legend").match(/rgb\([^)]*\)/g) ?? [];
      return [{ kind: "gradient", ...box, colours, radius }];
    }
    const items: Item[] = [];
    if (isSeen(style.backgroundColor)) {
      items.push({ kind: "rect", ...box, fill: style.backgroundColor, radius });
    }
    items.push(...borders(style, box, isTurned(element)));
    if (element.matches(".lit")) items.push(...rings(style, box));
    return items;
  }
}

/** The corners' radius in pixels; a share is of the shorter side. */
function radiusOf(style: CSSStyleDeclaration, { width, height }: Box): number {
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const shorter = Math.min(width, height);
  return style.borderTopLeftRadius.endsWith("%") ? (radius / 100) * shorter : radius;
}

function borders(style: CSSStyleDeclaration, box: Box, turned: boolean): Item[] {
  const { x, y, width, height } = box;
  const side = (name: "top" | "right" | "bottom" | "left") => {
    const thick = Number.parseFloat(style.getPropertyValue(`border-${name}-width`)) || 0;
    const colour = style.getPropertyValue(`border-${name}-color`);
    const isDrawn = style.getPropertyValue(`border-${name}-style`) !== "none" && isSeen(colour);
    return { thick: isDrawn ? thick : 0, colour };
  };
  const [left, top] = turned ? [side("top"), side("left")] : [side("left"), side("top")];
  const [right, bottom] = turned
    ? [side("bottom"), side("right")]
    : [side("right"), side("bottom")];
  const all = [left, top, right, bottom];
  if (
    all.every(({ colour, thick }) => thick > 0 && thick === left.thick && colour === left.colour)
  ) {
    const half = left.thick / 2;
    return [
      {
        kind: "rect",
        ...{ x: x + half, y: y + half, width: width - 2 * half, height: height - 2 * half },
        ...{ fill: "none", stroke: left.colour, lineWidth: left.thick },
        radius: radiusOf(style, box),
      },
    ];
  }
  const bars: [Box, typeof left][] = [
    [{ x, y, width: left.thick, height }, left],
    [{ x, y, width, height: top.thick }, top],
    [{ x: x + width - right.thick, y, width: right.thick, height }, right],
    [{ x, y: y + height - bottom.thick, width, height: bottom.thick }, bottom],
  ];
  return bars.flatMap(([bar, { thick, colour }]): Item[] =>
    thick > 0 ? [{ kind: "rect", ...bar, fill: colour }] : [],
  );
}

/** What is lit has two rings, which the page draws as shadows. */
function rings(style: CSSStyleDeclaration, { x, y, width, height }: Box): Item[] {
  return [
    { out: 1, lineWidth: 2, stroke: style.getPropertyValue("--current") },
    { out: 2.5, lineWidth: 1, stroke: style.getPropertyValue("--ink") },
  ].map(({ out, ...line }) => ({
    kind: "rect",
    ...{ x: x - out, y: y - out, width: width + 2 * out, height: height + 2 * out },
    fill: "none",
    ...line,
  }));
}

function canvasItems(canvas: HTMLCanvasElement, style: CSSStyleDeclaration, box: Box): Item[] {
  const { height, width } = canvas;
  if (width === 0 || height === 0) return [];
  const draw = drawingOf(canvas);
  if (draw) {
    const scale = { x: box.width / width, y: box.height / height };
    const items = recorded(width, height, draw);
    return [{ kind: "group", x: box.x, y: box.y, scale, size: { width, height }, items }];
  }
  if (style.imageRendering !== "pixelated") {
    return [{ kind: "image", ...box, href: canvas.toDataURL("image/png"), smooth: true }];
  }
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data;
  if (!pixels) return [];
  return isTurned(canvas)
    ? [
        {
          kind: "cells",
          ...box,
          columns: height,
          rows: width,
          pixels: transposed(pixels, width, height),
        },
      ]
    : [{ kind: "cells", ...box, columns: width, rows: height, pixels }];
}

/** Whether it is shown turned about its diagonal, as a transpose. */
function isTurned(element: Element): boolean {
  return element.closest('.turn[data-turned="true"]') !== null;
}

/** The pixels of a picture whose rows are columns. */
function transposed(pixels: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const turned = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = 4 * (y * width + x);
      turned.set(pixels.subarray(from, from + 4), 4 * (x * height + y));
    }
  }
  return turned;
}

function isSeen(colour: string): boolean {
  return colour !== "transparent" && !/^rgba\(.*,\s*0\)$/.test(colour);
}
