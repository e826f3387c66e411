import { describe, expect, test } from "vitest";
import { drawLosses } from "../../www/view/bars";
import { drawPoints } from "../../www/view/points";
import { familyOf, fontOf, recorded } from "../../www/view/svg/context";
import { extentOf } from "../../www/view/svg/extent";
import { heatmapSize, matrixScene } from "../../www/view/svg/matrix";
import type { Cells, Item, Scene } from "../../www/view/svg/scene";
import { escaped, MAX_CELLS, toSvg } from "../../www/view/svg/svg";

const embed = (pixels: Uint8ClampedArray, columns: number, rows: number) =>
  `data:image/png;base64,${columns}x${rows}=${pixels.length}`;

function svgOf(items: Item[], title = "a picture"): string {
  const scene: Scene = { title, width: 100, height: 50, background: "rgb(255, 255, 255)", items };
  return toSvg(scene, embed);
}

function cells(columns: number, rows: number, colour: (k: number) => number[]): Cells {
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  for (let k = 0; k < columns * rows; k += 1) pixels.set(colour(k), 4 * k);
  return { kind: "cells", x: 10, y: 20, width: 60, height: 30, columns, rows, pixels };
}

/** Elements open and close in turn, and nothing stands outside of the one that is the document. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  const body = text.replace(/^<\?xml[^>]*\?>\s*/, "");
  const tag = /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/g;
  let at = 0;
  for (const match of body.matchAll(tag)) {
    if (match.index !== at) return false;
    at += match[0].length;
    const [whole, close, name, , alone] = match;
    if (name === undefined) {
      if (/&(?!amp;|lt;|gt;|quot;)/.test(whole)) return false;
      if (open.length === 0 && whole.trim() !== "") return false;
    } else if (close) {
      if (open.pop() !== name) return false;
    } else if (!alone) {
      open.push(name);
    }
  }
  return at === body.length && open.length === 0;
}

describe("toSvg", () => {
  test("what stands in a text cannot break out of it", () => {
    const nasty = `</text><script>alert("1 & 2")</script>\u0000\u0007 ${"\ud800"} 猫 "`;
    const font = { family: "serif", size: 12 } as const;
    const svg = svgOf(
      [{ kind: "text", text: nasty, raised: "<b>", x: 1, y: 2, font, fill: "rgb(1, 2, 3)" }],
      nasty,
    );
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toContain("<script");
    expect(svg).toContain("猫");
    expect(svg).toContain("alert(&quot;1 &amp; 2&quot;)");
    expect(wellFormed(svg.replace("&amp;", "&"))).toBe(false); // the check itself is no sieve
  });

  test.each([
    ["<&>\"'", "&lt;&amp;&gt;&quot;'"],
    ["a\u0000b\u000bc\uffff", "abc"],
    ["\ud83d\udc31 \udc31 \ud83d", "\ud83d\udc31  "],
    ["dW[2]", "dW[2]"],
  ])("%j is written %j", (text, written) => {
    expect(escaped(text)).toBe(written);
  });

  test("cells are boxes of the very colours, neighbours of one colour in a row a single one", () => {
    const svg = svgOf([cells(3, 2, (k) => (k < 2 ? [255, 0, 10, 255] : [0, k, 0, 255]))]);
    expect(wellFormed(svg)).toBe(true);
    expect(svg.match(/<rect x=/g)).toHaveLength(5);
    expect(svg).toContain('<rect x="0" y="0" width="2" height="1" fill="#ff000a"/>');
    expect(svg).toContain('<rect x="2" y="0" width="1" height="1" fill="#000200"/>');
    expect(svg).toContain('<rect x="0" y="1" width="1" height="1" fill="#000300"/>');
    expect(svg).toContain('translate(10 20) scale(20 15)" shape-rendering="crispEdges"');
  });

  test("a row does not go on in the next one", () => {
    expect(svgOf([cells(1, 3, () => [9, 9, 9, 255])]).match(/<rect x=/g)).toHaveLength(3);
  });

  test("transparent cells are left out, half of one has its opacity", () => {
    const svg = svgOf([cells(2, 1, (k) => [1, 2, 3, k === 0 ? 0 : 51])]);
    expect(svg.match(/<rect x=/g)).toHaveLength(1);
    expect(svg).toContain('fill="#010203" fill-opacity="0.2"');
  });

  test("more cells than anybody would edit are one image, without smoothing", () => {
    const most = svgOf([cells(MAX_CELLS, 1, (k) => [k % 256, 0, 0, 255])]);
    expect(most).not.toContain("<image");
    const more = svgOf([cells(MAX_CELLS + 1, 1, () => [1, 1, 1, 255])]);
    expect(wellFormed(more)).toBe(true);
    expect(more).toContain(`href="data:image/png;base64,${MAX_CELLS + 1}x1=${4 * MAX_CELLS + 4}"`);
    expect(more).toContain("image-rendering: pixelated");
    expect(more).not.toContain("crispEdges");
  });

  test("a picture of many matrices has no more boxes than a few of them", () => {
    const many = Array.from({ length: 20 }, () => cells(64, 64, (k) => [k % 251, 0, 0, 255]));
    const svg = svgOf(many);
    expect(svg.match(/crispEdges/g)).toHaveLength(4);
    expect(svg.match(/<image/g)).toHaveLength(16);
  });

  test("a gradient is defined once, however often it stands there", () => {
    const bar: Item = {
      kind: "gradient",
      ...{ x: 0, y: 0, width: 10, height: 2 },
      colours: ["rgb(0 0 255)", "rgb(255 255 255)", "rgb(255 0 0)"],
    };
    const svg = svgOf([bar, { ...bar, y: 9 }]);
    expect(wellFormed(svg)).toBe(true);
    expect(svg.match(/<linearGradient/g)).toHaveLength(1);
    expect(svg.match(/url\(#gradient1\)/g)).toHaveLength(2);
    expect(svg).toContain('<stop offset="0.5" stop-color="#ffffff"/>');
  });

  test.each([
    ["rgba(31, 95, 168, 0.25)", 'fill="#1f5fa8" fill-opacity="0.25"'],
    ["rgb(31 95 168 / 25%)", 'fill="#1f5fa8" fill-opacity="0.25"'],
    ["rgb(255, 255, 255)", 'fill="#ffffff"'],
    ["#c65a04", 'fill="#c65a04"'],
    ['red" onload="alert(1)', 'fill="red&quot; onload=&quot;alert(1)"'],
  ])("the colour %s", (fill, written) => {
    expect(svgOf([{ kind: "rect", x: 0, y: 0, width: 1, height: 1, fill }])).toContain(written);
  });
});

describe("a drawer of the page draws an SVG as well", () => {
  test("points are circles where they are on the canvas", () => {
    const X = { rows: 2, cols: 2, data: Float64Array.of(0, 1, 0, 0.5) };
    const Y = { rows: 1, cols: 2, data: Float64Array.of(0, 1) };
    const colours = { fill: ["#111111", "#222222"] as [string, string], rim: "#ffffff" };
    const plane = { x: [0, 2], y: [0, 1] } as { x: [number, number]; y: [number, number] };
    const items = recorded(200, 100, (context) => drawPoints(context, { X, Y }, plane, colours, 1));
    expect(items.map(({ kind }) => kind)).toEqual(["path", "path", "path", "path"]);
    const fills = items.filter((item) => item.kind === "path" && item.fill !== undefined);
    expect(fills).toHaveLength(2);
    // From its left end over half a circle and back: (0, 100) and (100, 50) are the middles.
    expect(fills[0]).toMatchObject({ fill: "#111111", d: expect.stringMatching(/^M-2\.4 100A/) });
    expect(fills[1]).toMatchObject({ fill: "#222222", d: expect.stringMatching(/^M97\.6 50A/) });
    const svg = svgOf([{ kind: "group", x: 5, y: 6, scale: { x: 0.5, y: 0.5 }, items }]);
    expect(wellFormed(svg)).toBe(true);
    expect(svg).toContain('<g transform="translate(5 6) scale(0.5 0.5)">');
  });

  test("bars that stand back are faded", () => {
    const colours = { fill: ["#000001", "#000002"], mean: "#000003", chosen: "#000004" } as const;
    const items = recorded(20, 10, (context) =>
      drawLosses(context, [1, 2], [0, 1], 1.5, 1, { ...colours, fill: ["#000001", "#000002"] }),
    );
    const faded = items.filter((item) => item.kind === "group");
    expect(faded).toHaveLength(1);
    expect(faded[0]).toMatchObject({ opacity: 0.3, items: [{ fill: "#000001" }] });
  });

  test("what was drawn before a canvas was cleared is gone", () => {
    const items = recorded(10, 10, (context) => {
      context.fillRect(0, 0, 1, 1);
      context.clearRect(0, 0, 10, 10);
      context.fillRect(1, 1, 2, 2);
    });
    expect(items).toHaveLength(1);
  });
});

describe("fonts", () => {
  test.each([
    ["12px ui-monospace, monospace", { family: "monospace", size: 12, weight: 400, italic: false }],
    [
      'italic 600 9.5px "STIX Two Text", serif',
      { family: "serif", size: 9.5, weight: 600, italic: true },
    ],
    ["bold 11px system-ui", { family: "sans-serif", size: 11, weight: 700, italic: false }],
  ])("%s", (css, font) => {
    expect(fontOf(css)).toEqual(font);
  });

  test.each([
    ['system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif', "sans-serif"],
    ['"STIX Two Text", "Cambria Math", Cambria, Georgia, "Times New Roman", serif', "serif"],
    ['ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace', "monospace"],
  ])("%s is %s", (families, family) => {
    expect(familyOf(families)).toBe(family);
  });
});

describe("extentOf", () => {
  test("the box around all, through groups and scales", () => {
    const rect = (x: number, y: number): Item => {
      return { kind: "rect", x, y, width: 10, height: 10, fill: "#000000" };
    };
    expect(extentOf([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
    expect(extentOf([rect(5, 6), rect(-5, 20)])).toEqual({ x: -5, y: 6, width: 20, height: 24 });
    const group: Item = { kind: "group", x: 100, y: 0, scale: { x: 2, y: 1 }, items: [rect(1, 1)] };
    expect(extentOf([group])).toEqual({ x: 102, y: 1, width: 20, height: 10 });
    const drawn: Item = { kind: "group", x: 7, y: 0, size: { width: 30, height: 40 }, items: [] };
    expect(extentOf([drawn])).toEqual({ x: 7, y: 0, width: 30, height: 40 });
  });
});

describe("matrixScene", () => {
  const picture = {
    title: "dW[2], shape (2, 3)",
    symbol: "dW[2]",
    rows: 2,
    columns: 3,
    painted: { width: 3, height: 2, pixels: new Uint8ClampedArray(24).fill(255) },
    scale: 0.5,
    range: "from −0.5 to 0.25",
    numbers: { rows: 2, cols: 3, data: Float64Array.of(0, 0.25, -0.5, 0.1, 0.2, 0.3) },
    ink: { dark: "#000001", light: "#fffffe", isDark: (share: number) => Math.abs(share) < 0.72 },
    legend: ["#0000ff", "#ff0000"],
    colours: { ground: "#fff", ink: "#000", soft: "#555", rows: "#00f", columns: "#0f0" },
  };

  test("symbol, shape, numbers, scale and range stand in it", () => {
    const svg = toSvg(matrixScene(picture), embed);
    expect(wellFormed(svg)).toBe(true);
    expect(svg).toMatch(/>dW<tspan[^>]*>\[2\]<\/tspan>/);
    for (const text of ["(2, 3)", "from −0.5 to 0.25", "−0.500", "0.500", "0.250", "0.100"]) {
      expect(svg).toContain(`>${text}</text>`);
    }
    // Light ink on the strongest colour, dark ink on the others.
    expect(svg.match(/fill="#fffffe"/g)).toHaveLength(1);
    expect(svg.match(/fill="#000001"/g)).toHaveLength(5);
  });

  test("without its numbers it is drawn all the same", () => {
    const svg = toSvg(matrixScene({ ...picture, symbol: "losses", numbers: null }), embed);
    expect(wellFormed(svg)).toBe(true);
    expect(svg).toContain(">losses</text>");
    expect(svg).not.toContain(">0.250</text>");
  });

  test.each([
    [2, 3],
    [1, 1],
    [20, 12_288],
    [12_288, 20],
    [1, 1_000_000],
  ])("(%d, %d) is neither a thread nor a wall", (rows, columns) => {
    const { height, width } = heatmapSize(rows, columns);
    for (const side of [height, width]) {
      expect(side).toBeGreaterThanOrEqual(40);
      expect(side).toBeLessThanOrEqual(640);
    }
  });
});
