/** Owns the trainer and answers the page's requests. */

import { catalogue, fresh_seed, legend, Trainer } from "#wasm";
import type { ConfigurationInput, DatasetDescription } from "../protocol/configuration";
import type { Frame, Theme, View } from "../protocol/frame";
import type { Mistake } from "../protocol/mistakes";
import type { Checkpoint, Session as SessionState, Speed } from "../protocol/requests";
import type { Matrix, Operation, TensorName } from "../protocol/tensors";
import { fetchFile } from "./files";
import { FramePainter, matrix } from "./frames";
import { Mistakes } from "./mistakes";
import { iterateTimes, Player } from "./player";
import { WorkerProblem } from "./problem";

/** What the trainer says of itself; the rest of the session is the worker's. */
type TrainerState = Omit<SessionState, "run" | "playing">;

/** A request of more iterations than this is a slip. */
const MAX_STEPS = 1e9;

export class Session {
  #trainer = new Trainer();
  /** Begins anywhere, so that a worker that takes over has other runs than the one before. */
  #run = Math.floor(Math.random() * 2 ** 40) + 1;
  readonly #mistakes = new Mistakes();
  readonly #painter = new FramePainter(this.#mistakes);
  readonly #player = new Player(() => this.#playOne());
  /** Requests that change the network follow one another; only interruptions overtake. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Counts the interruptions: steps asked for before one are not carried on after it. */
  #interruptions = 0;
  #stepping = 0;

  catalogue(): DatasetDescription[] {
    return catalogue() as DatasetDescription[];
  }

  legend(width: number, theme: Theme): Uint8ClampedArray<ArrayBuffer> {
    return new Uint8ClampedArray(legend(width, theme));
  }

  freshSeed(): number {
    return fresh_seed();
  }

  session(): SessionState {
    const state = this.#trainer.state() as TrainerState;
    return { ...state, run: this.#run, playing: this.#player.playing };
  }

  async configure(partial: ConfigurationInput): Promise<SessionState> {
    // A wrong request is refused before it interrupts anything.
    this.#trainer.file_needed(partial);
    const keys = typeof partial === "object" && partial !== null ? Object.keys(partial) : [];
    if (keys.every((key) => key === "learning_rate")) {
      this.#trainer.configure(partial); // at once, even between two iterations of a step
      return this.session();
    }
    return this.#restart(async () => {
      const file = this.#trainer.file_needed(partial);
      const bytes = file === undefined ? undefined : await fetchFile(file);
      this.#trainer.configure(partial, bytes);
    });
  }

  reset(): Promise<SessionState> {
    this.#player.pause();
    return this.#restart(() => this.#trainer.reset());
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
        cost = this.#trainer.step();
      };
      const done = await iterateTimes(n, iterate, () => !isInterrupted());
      const { iteration } = this.#trainer;
      if (done < n) throw interrupted(n, done);
      return { iteration, cost };
    });
  }

  stepOperation(): Promise<Operation & { iteration: number }> {
    return this.#inTurn(() => {
      const index = this.#trainer.stepOperation();
      const operations = this.#trainer.operations() as Operation[];
      return { ...(operations[index] as Operation), iteration: this.#trainer.iteration };
    });
  }

  stepTo(operation: Operation): Promise<void> {
    return this.#inTurn(() => {
      const operations = this.#trainer.operations() as Operation[];
      const isThis = (one: Operation) =>
        one.operation === operation.operation && one.layer === operation.layer;
      if (!operations.some(isThis)) {
        const got = `${operation.operation}[${operation.layer}]`;
        throw new WorkerProblem("choice", "operation", "one of this network", got);
      }
      while (!this.#trainer.done(operation)) this.#trainer.stepOperation();
    });
  }

  matrix(name: TensorName, layer: number): Matrix {
    // From a script these can be anything, and the module takes its arguments at their word.
    if (typeof name !== "string") {
      throw new WorkerProblem("type", "name", "string", String(name));
    }
    if (typeof layer !== "number") {
      throw new WorkerProblem("type", "layer", "number", JSON.stringify(layer) ?? "undefined");
    }
    return matrix(this.#trainer, { name, layer });
  }

  mistakes(operation: Operation): Promise<Mistake[]> {
    return this.#mistakes.of(this.#trainer, operation);
  }

  costs(): Float64Array {
    return this.#trainer.costs_since(0);
  }

  frame(view: View): Frame {
    const playing = this.#player.playing;
    const running = playing || this.#stepping > 0;
    return this.#painter.paint(this.#trainer, view, { run: this.#run, playing, running });
  }

  checkpoint(run: number, costs: number): Checkpoint & { from: number } {
    const { layers_dims, learning_rate, seed, initialization, activation, dataset } =
      this.session();
    const from = run === this.#run ? costs : 0;
    return {
      run: this.#run,
      configuration: { layers_dims, learning_rate, seed, initialization, activation, dataset },
      from,
      training: this.#trainer.checkpoint(from) as Checkpoint["training"],
    };
  }

  async restore({ configuration, training }: Checkpoint): Promise<SessionState> {
    await this.configure(configuration);
    this.#trainer.restore(training);
    return this.session();
  }

  #playOne(): boolean {
    const diverged = this.#trainer.diverged;
    this.#trainer.step();
    // A run pauses where it diverges; played on by hand, it goes on.
    return diverged || !this.#trainer.diverged;
  }

  /** Work that begins training anew, when what was asked for before is done or interrupted. */
  #restart(work: () => void | Promise<void>): Promise<SessionState> {
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
        if (isInterrupted()) throw interrupted(1, 0);
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
function interrupted(n: number, done: number): WorkerProblem {
  const got = `${done} before play, pause, reset or configure interrupted it`;
  return new WorkerProblem("interrupted", "step", `${n} iterations`, got);
}
