import { describe, expect, test } from "vitest";
import { type CostCurve, costScene } from "../../www/view/svg/cost";
import { toSvg } from "../../www/view/svg/svg";
import { linearTicks, logTicks } from "../../www/view/svg/ticks";

const COLOURS = {
  ground: "#fff",
  ink: "#000",
  soft: "#555",
  line: "#ddd",
  cost: "#00f",
  band: "#99f",
};

function curve(costs: number[], more: Partial<CostCurve> = {}): CostCurve {
  const series = { width: 1, min: costs, max: costs };
  return { title: "cost J", series, isLog: false, language: "en", colours: COLOURS, ...more };
}

const pathsOf = (given: CostCurve) =>
  costScene(given).items.filter((item) => item.kind === "path" && item.stroke === COLOURS.cost);

const textsOf = (given: CostCurve) =>
  costScene(given).items.flatMap((item) => (item.kind === "text" ? [item.text] : []));

describe("linearTicks", () => {
  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 0.73, 4, [0, 0.2, 0.4, 0.6]],
    [0, 7000, 6, [0, 2000, 4000, 6000]],
    [3, 3, 5, [3]],
  ])("%d to %d by about %d", (low, high, count, ticks) => {
    expect(linearTicks(low, high, count)).toEqual(ticks);
  });

  test("from tiny to huge they are round, ascending and inside", () => {
    for (let power = -12; power <= 12; power += 1) {
      for (const factor of [1, 1.3, 2.7, 5.5, 9.9]) {
        const high = factor * 10 ** power;
        const ticks = linearTicks(0, high, 6);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
        expect(ticks.at(-1)).toBeLessThanOrEqual(high * (1 + 1e-9));
      }
    }
  });
});

describe("logTicks", () => {
  test.each([
    [0.001, 10, [0.001, 0.01, 0.1, 1, 10]],
    [0.15, 0.9, [0.2, 0.5]],
    [1e-12, 1e4, [1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 0.01, 1, 100, 1e4]],
  ])("%d to %d", (low, high, ticks) => {
    expect(logTicks(low, high)).toEqual(ticks);
  });
});

describe("costScene", () => {
  test("the curve is one path through all costs, downward where they fall", () => {
    const [path] = pathsOf(curve(Array.from({ length: 20 }, (_, k) => 0.7 / (k + 1))));
    if (path?.kind !== "path") throw new Error("no path");
    const points = path.d
      .slice(1)
      .split("L")
      .map((point) => point.split(" ").map(Number));
    expect(points).toHaveLength(20);
    points.slice(1).forEach(([x = 0, y = 0], k) => {
      expect(x).toBeGreaterThan(points[k]?.[0] ?? Number.NaN);
      expect(y).toBeGreaterThan(points[k]?.[1] ?? Number.NaN); // y points downward
    });
  });

  test("what is not finite is a gap, a cost that stands alone is seen", () => {
    const paths = pathsOf(curve([1, 0.9, Number.NaN, 0.8, Number.NaN, 0.7, 0.6]));
    expect(paths).toHaveLength(3);
    expect(toSvg(costScene(curve([1, Number.NaN])), () => "")).not.toContain("NaN");
  });

  test("a logarithmic axis leaves out what has no logarithm", () => {
    expect(pathsOf(curve([1, 0.1, 0, 0.01, 0.001], { isLog: true }))).toHaveLength(2);
    expect(textsOf(curve([1, 0.1, 0.01, 0.001], { isLog: true }))).toEqual(
      expect.arrayContaining(["0.0010", "0.010", "0.10", "1.0"]),
    );
  });

  test("bins of many iterations have a band from their smallest to their largest cost", () => {
    const series = { width: 4, min: [0.4, 0.3], max: [0.9, 0.5] };
    const bands = costScene(curve([], { series })).items.filter(
      (item) => item.kind === "path" && item.fill === COLOURS.band,
    );
    expect(bands).toHaveLength(1);
  });

  test.each([
    { costs: [] },
    { costs: [0.7] },
    { costs: [0] },
    { costs: [Number.NaN] },
    { costs: [1e-300] },
    { costs: [1e300, 1e-300] },
  ])("$costs give a picture without NaN, on both axes", ({ costs }) => {
    for (const isLog of [false, true]) {
      const svg = toSvg(costScene(curve(costs, { isLog })), () => "");
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg).toContain(">cost J</text>");
    }
  });

  test("iterations are written as the language writes them", () => {
    const costs = Array.from({ length: 4001 }, () => 0.5);
    expect(textsOf(curve(costs))).toContain("4,000");
    expect(textsOf(curve(costs, { language: "de" }))).toContain("4.000");
  });
});
