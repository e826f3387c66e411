/**
 * The page's side of the worker: typed requests, and a new worker when one breaks.
 *
 * A trap of the wasm module (out of memory, a bug) leaves the module unusable. The client then starts
 * another worker from the last checkpoint, and says so to whoever listens.
 */

import { type Remote, wrap } from "comlink";
import type { Checkpoint, Problem, Reply, Requests, Session } from "../protocol/requests";
import { GrowingArray } from "./growing_array";
import { RequestError, WorkerLost } from "./problem";

/** Milliseconds between two checkpoints while training runs. */
const CHECKPOINT_INTERVAL = 1000;

/** After this many broken workers in a row no further one is started. */
const MAX_RESTARTS = 3;

type Result<K extends keyof Requests> =
  Awaited<ReturnType<Requests[K]>> extends infer R
    ? R extends { ok: true; value: infer T }
      ? T
      : never
    : never;

/** What happened to a broken worker: the session of the one that took over, or null if none could. */
export type OnRestart = (session: Session | null, reason: string) => void;

export class Client {
  #worker!: Worker;
  #remote!: Remote<Requests>;
  #checkpoint: Checkpoint | null = null;
  /** The costs of its run; a checkpoint brings only those that are new. */
  readonly #costs = new GrowingArray();
  #checkpointed = 0;
  #restarts = 0;
  #restarting: Promise<void> | null = null;
  /** Rejects when the worker breaks, for the requests that it will never answer. */
  #lost!: Promise<never>;
  #lose!: (reason: WorkerLost) => void;
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
    const worker = this.#worker;
    const call = this.#remote[name] as (...args: unknown[]) => Reply<Result<K>>;
    let answer: Awaited<Reply<Result<K>>>;
    try {
      answer = await Promise.race([call(...args), this.#lost]);
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
    this.#restarts = 0;
  }

  #start(): void {
    const worker = new Worker(new URL("../worker/main.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    this.#remote = wrap<Requests>(worker);
    this.#lost = new Promise((_, reject) => {
      this.#lose = reject;
    });
    this.#lost.catch(() => {});
    worker.onerror = (event) => {
      event.preventDefault();
      this.#recover(worker, event.message ?? "the worker could not be loaded");
    };
  }

  /** Replaces a broken worker, unless that has been done already. */
  #recover(broken: Worker, reason: unknown): void {
    if (broken !== this.#worker) return;
    this.#lose(new WorkerLost(reason)); // also the way in which a restart hears that it failed
    this.#restarting ??= this.#restart(String(reason)).finally(() => {
      this.#restarting = null;
    });
  }

  async #restart(reason: string): Promise<void> {
    this.#worker.terminate();
    this.#restarts += 1;
    if (this.#restarts > MAX_RESTARTS) {
      this.#onRestart(null, reason);
      return;
    }
    this.#start();
    try {
      const { ok, ...answer } = await Promise.race([this.#resume(), this.#lost]);
      if (ok && "value" in answer) this.#onRestart(answer.value, reason);
      else this.#onRestart(null, reason);
    } catch {
      await this.#restart(reason);
    }
  }

  #resume(): Reply<Session> {
    if (!this.#checkpoint) return this.#remote.session();
    const { training } = this.#checkpoint;
    const whole = { ...training, costs: this.#costs.view };
    return this.#remote.restore({ ...this.#checkpoint, training: whole });
  }
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
