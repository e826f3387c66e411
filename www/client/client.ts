/**
 * The page's side of the worker: typed requests, and a new worker when one breaks.
 *
 * A trap of the wasm module (out of memory, a bug) leaves the module unusable. The client then starts
 * another worker from the last checkpoint, and says so to whoever listens.
 */

import { proxy, type Remote, wrap } from "comlink";
import type { Checkpoint, Problem, Reply, Requests, Restored } from "../protocol/requests";
import { GrowingArray } from "./growing_array";
import { RequestError, WorkerLost } from "./problem";

/** Milliseconds between two checkpoints while training runs. */
const CHECKPOINT_INTERVAL = 1000;

/** Requests that tell how far they are. */
const CALLING_BACK: ReadonlySet<keyof Requests> = new Set(["readFiles", "openFiles"]);

/** Milliseconds after which a worker that took over counts as mended. */
const MENDED = 10_000;

/** After this many broken workers in a row no further one is started. */
const MAX_RESTARTS = 3;

type Result<K extends keyof Requests> =
  Awaited<ReturnType<Requests[K]>> extends infer R
    ? R extends { ok: true; value: infer T }
      ? T
      : never
    : never;

/** What happened to a broken worker: what took over, or null if nothing could. */
export type OnRestart = (restored: Restored | null, reason: string) => void;

export class Client {
  #worker!: Worker;
  #remote!: Remote<Requests>;
  #checkpoint: Checkpoint | null = null;
  /** The costs of its run; a checkpoint brings only those that are new. */
  readonly #costs = new GrowingArray();
  #checkpointed = 0;
  #restarts = 0;
  /** How many costs there were at the last restart. */
  #restartedAt = -1;
  /** When the last restart was, in milliseconds. */
  #restarted = 0;
  #restarting: Promise<void> | null = null;
  /** How to reject the requests under way, which a broken worker will never answer. */
  readonly #waiting = new Set<(reason: WorkerLost) => void>();
  /** Why no further worker is started. */
  #givenUp: WorkerLost | null = null;
  readonly #onRestart: OnRestart;

  constructor(onRestart: OnRestart) {
    this.#onRestart = onRestart;
    this.#start();
  }

  /** The result of a request; rejects with a {@link RequestError} where it is refused. */
  async request<K extends keyof Requests>(
    name: K,
    ...args: Parameters<Requests[K]>
  ): Promise<Result<K>> {
    if (this.#restarting) await this.#restarting;
    if (this.#givenUp) throw this.#givenUp;
    const worker = this.#worker;
    const call = this.#remote[name] as (...args: unknown[]) => Reply<Result<K>>;
    let answer: Awaited<Reply<Result<K>>>;
    try {
      const sent = CALLING_BACK.has(name) ? args.map(calledBack) : args;
      answer = await this.#orLost(call(...sent));
    } catch (error) {
      if (error instanceof DOMException && error.name === "DataCloneError") {
        throw new RequestError(notCloneable(name, error));
      }
      const lost = error instanceof WorkerLost ? error : new WorkerLost(error);
      this.#recover(worker, error);
      throw lost;
    }
    if (answer.ok) return answer.value;
    throw new RequestError(answer.problem);
  }

  /** Keeps what a new worker would go on from; called after every frame, works once a while. */
  async keepCheckpoint(force: boolean): Promise<void> {
    const now = performance.now();
    if (!force && now < this.#checkpointed + CHECKPOINT_INTERVAL) return;
    this.#checkpointed = now;
    const run = this.#checkpoint?.run ?? 0;
    const { from, ...checkpoint } = await this.request("checkpoint", run, this.#costs.length);
    this.#costs.extendAt(from, checkpoint.training.costs);
    this.#checkpoint = checkpoint;
    // A worker that breaks again at once, before it has come any further, does not count as mended.
    const isFurther = this.#costs.length > this.#restartedAt;
    if (isFurther || now > this.#restarted + MENDED) this.#restarts = 0;
  }

  /** The answer, or a rejection where the worker breaks before. */
  #orLost<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      answer.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  #start(): void {
    const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    this.#remote = wrap<Requests>(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#recover(worker, event.message ?? "the worker could not be loaded");
    };
  }

  /** Replaces a broken worker, unless that has been done already. */
  #recover(broken: Worker, reason: unknown): void {
    if (broken !== this.#worker) return;
    // Also the way in which a restart hears that it failed.
    for (const reject of this.#waiting) reject(new WorkerLost(reason));
    this.#restarting ??= this.#restart(String(reason)).finally(() => {
      this.#restarting = null;
    });
  }

  async #restart(reason: string): Promise<void> {
    this.#worker.terminate();
    this.#restarts += 1;
    this.#restartedAt = this.#costs.length;
    this.#restarted = performance.now();
    if (this.#restarts > MAX_RESTARTS) {
      this.#givenUp = new WorkerLost(reason);
      this.#onRestart(null, reason);
      return;
    }
    this.#start();
    try {
      const { ok, ...answer } = await this.#orLost(this.#resume());
      if (ok && "value" in answer) this.#onRestart(answer.value, reason);
      else this.#onRestart(null, reason);
    } catch {
      await this.#restart(reason);
    }
  }

  async #resume(): Reply<Restored> {
    if (!this.#checkpoint) {
      const answer = await this.#remote.session();
      return answer.ok ? { ok: true, value: { session: answer.value, lost: null } } : answer;
    }
    const { training } = this.#checkpoint;
    const whole = { ...training, costs: this.#costs.view };
    return this.#remote.restore({ ...this.#checkpoint, training: whole });
  }
}

/** What the worker calls stays here; everything else is sent. */
function calledBack(arg: unknown): unknown {
  return typeof arg === "function" ? proxy(arg) : arg;
}

/** A script passed something that cannot be sent to the worker, a function for example. */
function notCloneable(name: string, error: DOMException): Problem {
  return {
    kind: "type",
    field: name,
    wanted: "numbers, strings, arrays and objects",
    got: error.message,
    message: `${name}: expected numbers, strings, arrays and objects, got ${error.message}`,
  };
}
