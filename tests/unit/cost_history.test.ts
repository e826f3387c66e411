import { describe, expect, test } from "vitest";
import { CostHistory, MAX_BINS } from "../../www/state/cost_history";
import { randomFrom, wholeFrom } from "./random";

/** Costs as a run may have them: falling, jumping, and at times not finite. */
function randomCosts(random: () => number, length: number): Float64Array {
  const special = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    1e300,
    5e-324,
  ];
  const share = random() < 0.3 ? random() : 0.02;
  return Float64Array.from({ length }, () =>
    random() < share ? (special[wholeFrom(random, 0, special.length - 1)] ?? 0) : random() ** 3,
  );
}

/** A history that got the costs in pieces of any length, as frames bring them. */
function historyOf(costs: Float64Array, random: () => number): CostHistory {
  const history = new CostHistory();
  const longest = wholeFrom(random, 1, 3000);
  for (let from = 0; from < costs.length; ) {
    const to = Math.min(costs.length, from + wholeFrom(random, 0, longest));
    history.append(costs.slice(from, to));
    from = to;
  }
  return history;
}

const LENGTHS = [0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 4096, 4097, 10_000, 70_001];

function everySeries(check: (history: CostHistory, costs: Float64Array) => void) {
  const random = randomFrom(4);
  const lengths = [...LENGTHS, ...Array.from({ length: 60 }, () => wholeFrom(random, 0, 6000))];
  for (const length of lengths) {
    const costs = randomCosts(random, length);
    check(historyOf(costs, random), costs);
  }
}

describe("CostHistory", () => {
  test("every cost is kept as it is", () => {
    everySeries((history, costs) => {
      expect(history.length).toBe(costs.length);
      const wrong = [...costs.keys()].filter((k) => !Object.is(history.at(k), costs[k]));
      expect(wrong).toEqual([]);
    });
  });

  test("there is no cost before the first and after the last", () => {
    const history = new CostHistory();
    expect(history.at(0)).toBeUndefined();
    history.append(Float64Array.of(0.5, 0.25));
    expect([history.at(-1), history.at(2), history.at(1000)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("each bin has the smallest and the largest finite cost of its iterations", () => {
    everySeries((history, costs) => {
      const { width, min, max } = history.series;
      const bins = Math.ceil(costs.length / width);
      expect([min.length, max.length]).toEqual([bins, bins]);
      const naive = Array.from({ length: bins }, (_, bin) =>
        [...costs.subarray(bin * width, (bin + 1) * width)].filter(Number.isFinite),
      );
      const smallest = (costs: number[]) => (costs.length > 0 ? Math.min(...costs) : Number.NaN);
      const largest = (costs: number[]) => (costs.length > 0 ? Math.max(...costs) : Number.NaN);
      expect(Float64Array.from(min)).toEqual(Float64Array.from(naive.map(smallest)));
      expect(Float64Array.from(max)).toEqual(Float64Array.from(naive.map(largest)));
    });
  });

  test("there are at most MAX_BINS bins, and never fewer than it takes", () => {
    everySeries(({ series: { width, min } }, costs) => {
      expect(min.length).toBeLessThanOrEqual(MAX_BINS);
      const narrower = width / 2;
      expect(width === 1 || costs.length > MAX_BINS * narrower).toBe(true);
      expect(Number.isInteger(Math.log2(width))).toBe(true);
    });
  });

  test("how the costs arrive makes no difference", () => {
    const costs = randomCosts(randomFrom(5), 5000);
    const [atOnce, oneByOne] = [new CostHistory(), new CostHistory()];
    atOnce.append(costs);
    for (const cost of costs) oneByOne.append(Float64Array.of(cost));
    expect(oneByOne.series).toEqual(atOnce.series);
  });

  test("a single peak in a long run is seen", () => {
    const costs = new Float64Array(50_000).fill(0.5);
    costs[31_234] = 7;
    costs[40_001] = 0.001;
    const history = new CostHistory();
    history.append(costs);
    expect(Math.max(...history.series.max)).toBe(7);
    expect(Math.min(...history.series.min)).toBe(0.001);
  });

  test("a cleared history begins anew", () => {
    const random = randomFrom(6);
    const history = historyOf(randomCosts(random, 5000), random);
    history.clear();
    expect([history.length, history.at(0)]).toEqual([0, undefined]);
    expect(history.series).toEqual({ width: 1, min: [], max: [] });
    history.append(Float64Array.of(3, 2));
    expect([history.at(0), history.at(1), history.at(2)]).toEqual([3, 2, undefined]);
    expect(history.series).toEqual({ width: 1, min: [3, 2], max: [3, 2] });
  });

  test("what was appended may be changed afterwards", () => {
    const history = new CostHistory();
    const costs = Float64Array.of(1, 2);
    history.append(costs);
    costs.fill(9);
    expect(history.at(1)).toBe(2);
  });
});
