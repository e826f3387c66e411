/** Trains: plays, steps, and begins anew, one thing at a time. */

import { Trainer } from "#wasm";
import type { Session, Speed } from "../protocol/requests";
import type { Operation } from "../protocol/tensors";
import { iterateTimes, Player } from "./player";
import { interrupted, WorkerProblem } from "./problem";

/** What the trainer says of itself; the rest of the session is the worker's. */
type TrainerState = Omit<Session, "run" | "playing">;

/** A request of more iterations than this is a slip. */
const MAX_STEPS = 1e9;

export class Training {
  readonly trainer = new Trainer();
  /** Begins anywhere, so that a worker that takes over has other runs than the one before. */
  #run = Math.floor(Math.random() * 2 ** 40) + 1;
  readonly #player = new Player(() => this.#playOne());
  /** Requests that change the network follow one another; only interruptions overtake. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Counts the interruptions: steps asked for before one are not carried on after it. */
  #interruptions = 0;
  #stepping = 0;

  session(): Session {
    const state = this.trainer.state() as TrainerState;
    return { ...state, run: this.#run, playing: this.#player.playing };
  }

  /** Which run it is, and whether it goes on by itself. */
  get moment(): { run: number; playing: boolean; running: boolean } {
    const { playing } = this.#player;
    return { run: this.#run, playing, running: playing || this.#stepping > 0 };
  }

  reset(): Promise<Session> {
    this.#player.pause();
    return this.restart(() => this.trainer.reset());
  }

  /** Resolves as soon as it plays; training goes on by itself. */
  play(): void {
    this.#interruptions += 1;
    this.#player.play().catch((error: unknown) => {
      // Outside of a promise, so that the page's error handler hears of it.
      setTimeout(() => {
        throw error;
      });
    });
  }

  pause(): void {
    this.#interruptions += 1;
    this.#player.pause();
  }

  setSpeed(speed: Speed): void {
    if (!(speed > 0)) {
      throw new WorkerProblem("number", "speed", "a number greater than 0", String(speed));
    }
    this.#player.setSpeed(speed);
  }

  step(n: number): Promise<{ iteration: number; cost: number }> {
    if (!Number.isInteger(n) || n < 1 || n > MAX_STEPS) {
      throw new WorkerProblem("number", "n", `a whole number from 1 to ${MAX_STEPS}`, String(n));
    }
    return this.#inTurn(async (isInterrupted) => {
      let cost = Number.NaN;
      const iterate = () => {
        cost = this.trainer.step();
      };
      const done = await iterateTimes(n, iterate, () => !isInterrupted());
      const { iteration } = this.trainer;
      if (done < n) throw stepInterrupted(n, done);
      return { iteration, cost };
    });
  }

  stepOperation(): Promise<Operation & { iteration: number }> {
    return this.#inTurn(() => {
      const index = this.trainer.stepOperation();
      const operations = this.trainer.operations() as Operation[];
      return { ...(operations[index] as Operation), iteration: this.trainer.iteration };
    });
  }

  stepTo(operation: Operation): Promise<void> {
    return this.#inTurn(() => {
      const operations = this.trainer.operations() as Operation[];
      const isThis = (one: Operation) =>
        one.operation === operation.operation && one.layer === operation.layer;
      if (!operations.some(isThis)) {
        const got = `${operation.operation}[${operation.layer}]`;
        throw new WorkerProblem("choice", "operation", "one of this network", got);
      }
      while (!this.trainer.done(operation)) this.trainer.stepOperation();
    });
  }

  #playOne(): boolean {
    const diverged = this.trainer.diverged;
    this.trainer.step();
    // A run pauses where it diverges; played on by hand, it goes on.
    return diverged || !this.trainer.diverged;
  }

  /** Work that begins training anew, when what was asked for before is done or interrupted. */
  restart(work: () => void | Promise<void>): Promise<Session> {
    this.#interruptions += 1;
    const restarted = this.#queue.then(work).then(() => {
      this.#run += 1;
      return this.session();
    });
    this.#queue = restarted.catch(() => {});
    return restarted;
  }

  /** Work that begins when what was asked for before is done, and with training paused. */
  #inTurn<T>(work: (isInterrupted: () => boolean) => T | Promise<T>): Promise<T> {
    this.#player.pause();
    this.#stepping += 1;
    const begun = this.#interruptions;
    const isInterrupted = () => this.#interruptions !== begun;
    const result = this.#queue
      .then(() => {
        if (isInterrupted()) throw stepInterrupted(1, 0);
        return work(isInterrupted);
      })
      .finally(() => {
        this.#stepping -= 1;
      });
    this.#queue = result.catch(() => {});
    return result;
  }
}

/** Play, pause, reset or a change of configuration came before all iterations were done. */
function stepInterrupted(n: number, done: number): WorkerProblem {
  const got = `${done} before play, pause, reset or configure interrupted it`;
  return interrupted("step", `${n} iterations`, got);
}
