/** Text of the page as items of a picture, line by line where the page breaks it. */

import { familyOf } from "../../view/svg/context";
import type { Box, Font, Item } from "../../view/svg/scene";

interface Line {
  words: string[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines of a text; `left` and `top` are where the picture begins in the window. */
export function textItems(node: Text, left: number, top: number): Item[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === "") return [];
  const style = getComputedStyle(parent);
  const font = fontOf(style);
  return linesOf(node).map((line) => ({
    kind: "text",
    text: line.words.join(" "),
    x: line.left - left,
    y: line.top - top + (line.bottom - line.top) * ascent(style),
    font,
    fill: style.color,
    length: line.right - line.left,
  }));
}

/** What a style puts before an element: the arrows between the cards. */
export function pseudoText(element: Element, { x, y }: Box): Item[] {
  const style = getComputedStyle(element, "::before");
  const text = /^"(.+)"$/.exec(style.content)?.[1];
  if (text === undefined || style.position !== "absolute") return [];
  const font = fontOf(style);
  const at = (name: "left" | "top") => Number.parseFloat(style[name]) || 0;
  const height = Number.parseFloat(style.height) || font.size;
  const baseline = y + at("top") + (height + font.size) / 2 - 0.2 * font.size;
  return [{ kind: "text", text, x: x + at("left"), y: baseline, font, fill: style.color }];
}

function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 2) {
      line.words.push(word);
      line.right = right;
    } else {
      lines.push({ words: [word], left, right, top, bottom });
    }
  }
  return lines;
}

function fontOf(style: CSSStyleDeclaration): Font {
  return {
    family: familyOf(style.fontFamily),
    size: Number.parseFloat(style.fontSize),
    weight: Number(style.fontWeight),
    italic: style.fontStyle !== "normal",
  };
}

let measuring: CanvasRenderingContext2D | null = null;

/** How much of a line's height is above its baseline. */
function ascent({ fontFamily, fontSize, fontStyle, fontWeight }: CSSStyleDeclaration): number {
  measuring ??= document.createElement("canvas").getContext("2d");
  if (!measuring) return 0.8;
  measuring.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } =
    measuring.measureText("x");
  return above / (above + below);
}
