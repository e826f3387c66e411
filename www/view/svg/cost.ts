/** The cost curve with its axes. */

import { formatNumber } from "../format";
import type { Item, Scene, Text } from "./scene";
import { linearTicks, logTicks } from "./ticks";

export interface CostCurve {
  title: string;
  /** Iterations a bin, and the smallest and largest cost of each; NaN where none is finite. */
  series: { width: number; min: number[]; max: number[] };
  isLog: boolean;
  language: string;
  colours: { ground: string; ink: string; soft: string; line: string; cost: string; band: string };
}

const SIZE = { width: 560, height: 360 };
const PLOT = { left: 66, top: 44, right: 20, bottom: 36 };
const FONT = { family: "sans-serif", size: 12 } as const;
/** The fewest iterations for which there is room, as on the page. */
const FEWEST = 10;

export function costScene(curve: CostCurve): Scene {
  const { colours, isLog, language, series, title } = curve;
  const { max, min, width } = series;
  const right = SIZE.width - PLOT.right;
  const bottom = SIZE.height - PLOT.bottom;
  const last = Math.max((max.length - 1) * width, FEWEST);
  const [low, high] = isLog ? logRange(min, max) : linearRange(max);
  const along = (k: number) => PLOT.left + (k / last) * (right - PLOT.left);
  const share = (cost: number) =>
    isLog
      ? (Math.log10(cost) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
      : (cost - low) / (high - low);
  const up = (cost: number) => bottom - share(cost) * (bottom - PLOT.top);

  const label = (text: string, x: number, y: number, anchor: Text["anchor"]): Text => {
    return { kind: "text", text, x, y, font: FONT, fill: colours.soft, anchor: anchor ?? "start" };
  };
  const line = (d: string): Item => ({ kind: "path", d, stroke: colours.line, lineWidth: 1 });
  const across = linearTicks(0, last, 6)
    .filter(Number.isInteger)
    .flatMap((k) => [
      line(`M${at(along(k))} ${PLOT.top}V${bottom}`),
      label(k.toLocaleString(language), along(k), bottom + 18, "middle"),
    ]);
  const upward = (isLog ? logTicks(low, high) : linearTicks(low, high, 6)).flatMap((cost) => [
    line(`M${PLOT.left} ${at(up(cost))}H${right}`),
    label(formatNumber(cost, 2), PLOT.left - 8, up(cost) + 4, "end"),
  ]);

  const isDrawn = (cost: number | undefined) =>
    cost !== undefined && Number.isFinite(cost) && (!isLog || cost > 0);
  const point = (costs: number[]) => (bin: number) =>
    `${at(along(bin * width))} ${at(up(costs[bin] ?? Number.NaN))}`;
  const items: Item[] = [...across, ...upward];
  for (const { first, end } of stretches(max, isDrawn)) {
    const bins = Array.from({ length: end - first }, (_, index) => first + index);
    // A bin of many iterations is as high as its costs reach.
    if (width > 1) {
      const there = bins.map(point(max));
      const back = bins.map(point(min)).reverse();
      items.push({ kind: "path", d: `M${[...there, ...back].join("L")}Z`, fill: colours.band });
    }
    const d = bins.length === 1 ? dot(point(max)(first)) : `M${bins.map(point(max)).join("L")}`;
    items.push({ kind: "path", d, stroke: colours.cost, lineWidth: bins.length === 1 ? 4 : 2 });
  }
  const heading = { ...FONT, size: 14, weight: 600 };
  items.push({ kind: "text", text: title, x: 16, y: 26, font: heading, fill: colours.ink });
  return { title, ...SIZE, background: colours.ground, items };
}

/** Parts of the curve without a gap. */
function stretches(costs: number[], isDrawn: (cost: number | undefined) => boolean) {
  const found: { first: number; end: number }[] = [];
  costs.forEach((cost, bin) => {
    if (!isDrawn(cost)) return;
    const last = found.at(-1);
    if (last?.end === bin) last.end += 1;
    else found.push({ first: bin, end: bin + 1 });
  });
  return found;
}

/** A cost that stands alone is a short line, which is seen. */
function dot(point: string): string {
  return `M${point}h3`;
}

function linearRange(max: number[]): [number, number] {
  const largest = max.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  return [0, largest > 0 ? 1.05 * largest : 1];
}

function logRange(min: number[], max: number[]): [number, number] {
  const costs = [...min, ...max].filter((cost) => Number.isFinite(cost) && cost > 0);
  if (costs.length === 0) return [0.1, 1];
  const low = costs.reduce((a, b) => Math.min(a, b));
  const high = costs.reduce((a, b) => Math.max(a, b));
  return low < high ? [low * 0.9, high * 1.1] : [low / 2, high * 2];
}

function at(value: number): number {
  return Math.round(value * 100) / 100;
}
