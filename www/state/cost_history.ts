/**
 * The costs of a run, and a series of at most {@link MAX_BINS} bins that shows all of them: each bin
 * keeps its smallest and its largest cost, so that no peak is lost however long the run.
 */

export const MAX_BINS = 1024;

export interface CostSeries {
  /** Iterations a bin. */
  width: number;
  /** Smallest and largest cost of each bin; NaN where none is finite. */
  min: number[];
  max: number[];
}

export class CostHistory {
  #costs = new Float64Array(1024);
  #length = 0;
  #series: CostSeries = { width: 1, min: [], max: [] };

  get length(): number {
    return this.#length;
  }

  get series(): CostSeries {
    return this.#series;
  }

  /** The cost of iteration k, if it is there. */
  at(k: number): number | undefined {
    return k < this.#length ? this.#costs[k] : undefined;
  }

  clear(): void {
    this.#length = 0;
    this.#series = { width: 1, min: [], max: [] };
  }

  append(costs: Float64Array): void {
    this.#reserve(this.#length + costs.length);
    this.#costs.set(costs, this.#length);
    for (const cost of costs) {
      this.#bin(this.#length, cost);
      this.#length += 1;
    }
  }

  #reserve(length: number): void {
    if (length <= this.#costs.length) return;
    const grown = new Float64Array(Math.max(length, 2 * this.#costs.length));
    grown.set(this.#costs.subarray(0, this.#length));
    this.#costs = grown;
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
