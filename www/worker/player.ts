/** Drives training in short slices, so that requests are answered between them. */

import type { Speed } from "../protocol/requests";

/** Milliseconds of training before waiting requests have their turn. */
const SLICE = 5;

/** Milliseconds of iterations that are made up for where the machine was too slow for the speed. */
const BACKLOG = 20;

/** What is driven: one iteration a call; false when it must not go on. */
type Iterate = () => boolean;

/** Lets waiting messages be handled. Unlike a timer this costs microseconds. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export class Player {
  #playing = false;
  #speed: Speed = Number.POSITIVE_INFINITY;
  /** When the last iteration was due, in milliseconds. */
  #lastDue = 0;
  /** Counts the calls of play: a loop that still waits ends when another has begun. */
  #loops = 0;
  readonly #iterate: Iterate;

  constructor(iterate: Iterate) {
    this.#iterate = iterate;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Applies at once, counted from the last iteration. */
  setSpeed(speed: Speed): void {
    this.#speed = speed;
  }

  /** Iterates until {@link pause}; resolves then. */
  async play(): Promise<void> {
    if (this.#playing) return;
    this.#playing = true;
    this.#loops += 1;
    const loop = this.#loops;
    this.#lastDue = performance.now() - this.#interval();
    while (this.#playing && loop === this.#loops) {
      this.#slice();
      const untilDue = this.#dueAt() - performance.now();
      // A short sleep at most, so that a new speed applies at once.
      await (untilDue > 4 ? sleep(Math.min(untilDue, 50)) : nextTask());
    }
  }

  pause(): void {
    this.#playing = false;
  }

  #slice(): void {
    const end = performance.now() + SLICE;
    for (let now = performance.now(); now < end && this.#dueAt() <= now; now = performance.now()) {
      this.#lastDue = Math.max(this.#dueAt(), now - BACKLOG);
      if (!this.#iterate()) {
        this.#playing = false;
        return;
      }
    }
  }

  #dueAt(): number {
    return this.#lastDue + this.#interval();
  }

  /** Milliseconds from one iteration to the next. */
  #interval(): number {
    return 1000 / this.#speed;
  }
}

/** Calls `iterate` n times in slices; stops where `goOn` says no. Returns how often it was called. */
export async function iterateTimes(
  n: number,
  iterate: () => void,
  goOn: () => boolean,
): Promise<number> {
  let done = 0;
  while (done < n && goOn()) {
    const end = performance.now() + SLICE;
    while (done < n && performance.now() < end) {
      iterate();
      done += 1;
    }
    if (done < n) await nextTask();
  }
  return done;
}
