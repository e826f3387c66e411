/** Numbers that become more and more, in one typed array. */
export class GrowingArray {
  #numbers = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(index: number): number | undefined {
    return index < this.#length ? this.#numbers[index] : undefined;
  }

  /** All of them, as a view that the next call may outdate. */
  get view(): Float64Array {
    return this.#numbers.subarray(0, this.#length);
  }

  /** Keeps the first `length` numbers and puts `more` behind them. */
  extendAt(length: number, more: Float64Array): void {
    const needed = length + more.length;
    if (needed > this.#numbers.length) {
      const grown = new Float64Array(Math.max(needed, 2 * this.#numbers.length));
      grown.set(this.view);
      this.#numbers = grown;
    }
    this.#numbers.set(more, length);
    this.#length = needed;
  }
}
