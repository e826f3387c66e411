/**
 * The costs of a run, and a series of at most {@link MAX_BINS} bins that shows all of them: each bin
 * keeps its smallest and its largest cost, so that no peak is lost however long the run.
 */

import { GrowingArray } from "../client/growing_array";

export const MAX_BINS = 1024;

export interface CostSeries {
  /** Iterations a bin. */
  width: number;
  /** Smallest and largest cost of each bin; NaN where none is finite. */
  min: number[];
  max: number[];
}

export class CostHistory {
  readonly #costs = new GrowingArray();
  #series: CostSeries = { width: 1, min: [], max: [] };

  get length(): number {
    return this.#costs.length;
  }

  get series(): CostSeries {
    return this.#series;
  }

  /** The cost of iteration k, if it is there. */
  at(k: number): number | undefined {
    return this.#costs.at(k);
  }

  clear(): void {
    this.#costs.extendAt(0, new Float64Array());
    this.#series = { width: 1, min: [], max: [] };
  }

  append(costs: Float64Array): void {
    const first = this.length;
    this.#costs.extendAt(first, costs);
    costs.forEach((cost, index) => {
      this.#bin(first + index, cost);
    });
  }

  #bin(k: number, cost: number): void {
    if (k === MAX_BINS * this.#series.width) this.#halve();
    const { width, min, max } = this.#series;
    const bin = Math.floor(k / width);
    const finite = Number.isFinite(cost) ? cost : Number.NaN;
    min[bin] = smaller(min[bin], finite);
    max[bin] = larger(max[bin], finite);
  }

  /** Two neighbouring bins become one. */
  #halve(): void {
    const { width, min, max } = this.#series;
    const pairs = Array.from({ length: min.length / 2 }, (_, pair) => 2 * pair);
    this.#series = {
      width: 2 * width,
      min: pairs.map((bin) => smaller(min[bin], min[bin + 1])),
      max: pairs.map((bin) => larger(max[bin], max[bin + 1])),
    };
  }
}

/** The smaller of two numbers of which NaN or undefined stand for none. */
function smaller(a = Number.NaN, b = Number.NaN): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

function larger(a = Number.NaN, b = Number.NaN): number {
  return a >= b || Number.isNaN(b) ? a : b;
}
