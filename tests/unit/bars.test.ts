import { describe, expect, test } from "vitest";
import { drawLosses, largestLoss } from "../../www/view/bars";
import { recorder } from "./drawing";
import { randomFrom } from "./random";

const COLOURS = {
  fill: ["label 0", "label 1"] as [string, string],
  mean: "mean",
  chosen: "chosen",
};

function drawn(
  losses: number[],
  labels: number[],
  {
    width = 100,
    height = 50,
    mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    chosen = null as number | null,
  } = {},
) {
  const { context, drawn } = recorder(width, height);
  drawLosses(context, losses, labels, mean, chosen, COLOURS);
  const of = (...styles: string[]) => drawn.filter(({ style }) => styles.includes(style));
  return { bars: of(...COLOURS.fill), mean: of("mean"), chosen: of("chosen") };
}

describe("largestLoss", () => {
  test.each([
    [[0.5, 2, 1], 2],
    [[0.5, Number.POSITIVE_INFINITY, Number.NaN], 0.5],
    [[0, 0], 1], // an axis has an end
    [[], 1],
    [[Number.NaN], 1],
  ])("of %j is %d", (losses, largest) => {
    expect(largestLoss(losses)).toBe(largest);
  });
});

describe("drawLosses", () => {
  const losses = [1, 2, 0.5, 0];
  const labels = [0, 1, 1, 0];

  test("each example has its bar, in the colour of its label, in its place", () => {
    const { bars } = drawn(losses, labels);
    expect(bars.map(({ style, x }) => [style, x])).toEqual([
      ["label 0", 0],
      ["label 1", 25],
      ["label 1", 50],
      ["label 0", 75],
    ]);
  });

  test("a bar is as high as its loss, the largest as the canvas, and stands on the ground", () => {
    const { bars } = drawn(losses, labels);
    expect(bars.map(({ height }) => height)).toEqual([25, 50, 12.5, 0]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([50, 50, 50, 50]);
  });

  test("the line is at the mean, over the whole width", () => {
    const { mean } = drawn(losses, labels);
    const [line] = mean;
    expect(mean.length).toBe(1);
    expect([line?.x, line?.width]).toEqual([0, 100]);
    expect((line?.y ?? 0) + (line?.height ?? 0) / 2).toBeCloseTo(50 * (1 - 0.875 / 2), 10);
  });

  test("without a mean there is no line", () => {
    expect(drawn(losses, labels, { mean: Number.NaN }).mean).toEqual([]);
  });

  test("an infinite loss reaches to the top, and leaves the others their height", () => {
    const { bars } = drawn([1, Number.POSITIVE_INFINITY, 2, Number.NaN], labels);
    expect(bars.map(({ height }) => height)).toEqual([25, 50, 50, 50]);
  });

  test("the chosen example stands out: the others fade, and a line is above the middle of its bar", () => {
    const { bars, chosen } = drawn(losses, labels, { chosen: 2 });
    expect(bars.map(({ alpha }) => alpha < 1)).toEqual([true, true, false, true]);
    expect(chosen.map(({ x, width }) => x + width / 2)).toEqual([62.5]);
    expect(chosen[0]?.height).toBeCloseTo(50 - (bars[2]?.height ?? 0));
  });

  test("an example that is not there is not chosen", () => {
    expect(drawn(losses, labels, { chosen: 4 }).chosen).toEqual([]);
  });

  test("with more examples than pixels a pixel is as high as the largest loss in it", () => {
    const random = randomFrom(6);
    const many = Array.from({ length: 1000 }, random);
    const { bars } = drawn(
      many,
      many.map(() => 0),
      { width: 100 },
    );
    for (let pixel = 0; pixel < 100; pixel += 1) {
      const covering = bars.filter(({ x, width }) => x < pixel + 1 && x + width > pixel);
      const highest = Math.max(...covering.map(({ height }) => height));
      const inPixel = Math.max(...many.slice(10 * pixel, 10 * pixel + 10));
      expect(highest).toBeGreaterThanOrEqual((inPixel / largestLoss(many)) * 50);
    }
    expect(bars.every(({ width }) => width >= 1)).toBe(true);
  });
});
