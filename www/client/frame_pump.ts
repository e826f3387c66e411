/**
 * Asks for a frame at the display's rate, and never for two at once: the newest frame wins, training
 * never waits for the page, and the page never waits for training.
 */

export class FramePump {
  #scheduled = false;
  #asking = false;
  #dirty = false;
  #hurried = false;
  readonly #showNext: () => Promise<boolean>;

  /** `showNext` asks for a frame, shows it, and says whether the next one will differ. */
  constructor(showNext: () => Promise<boolean>) {
    this.#showNext = showNext;
  }

  /** What is shown is no longer true: a new frame is asked for. */
  invalidate(): void {
    this.#dirty = true;
    this.#schedule();
  }

  /** As {@link invalidate}, but without waiting for the display: for what follows a pointer. */
  hurry(): void {
    this.#dirty = true;
    if (this.#hurried) return;
    this.#hurried = true;
    // When all that one event changes has been said.
    queueMicrotask(() => {
      this.#hurried = false;
      if (this.#dirty && !this.#asking) void this.#next();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      if (!this.#asking && this.#dirty) void this.#next();
    });
  }

  async #next(): Promise<void> {
    this.#asking = true;
    this.#dirty = false;
    try {
      if (await this.#showNext()) this.#dirty = true;
    } catch {
      // The request said why; whoever mends it invalidates again.
    } finally {
      this.#asking = false;
    }
    if (this.#dirty) this.#schedule();
  }
}
