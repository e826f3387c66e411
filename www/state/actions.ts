/** What a person can do. */

import { batch } from "@preact/signals";
import type { Client } from "../client/client";
import type { FramePump } from "../client/frame_pump";
import { RequestError } from "../client/problem";
import { resultOf } from "../equations/operations";
import type { Question } from "../i18n/why/answer";
import type { ConfigurationInput } from "../protocol/configuration";
import type { Mistake } from "../protocol/mistakes";
import type { Problem, Restored, Session } from "../protocol/requests";
import type { Averaging, Cell, Operation, TensorId } from "../protocol/tensors";
import { type Preferences, SPEEDS } from "./preferences";
import { type Control, type Mode, quantityKey, type Store } from "./store";

export class Actions {
  readonly #store: Store;
  readonly #client: Client;
  readonly #pump: FramePump;

  constructor(store: Store, client: Client, pump: FramePump) {
    this.#store = store;
    this.#client = client;
    this.#pump = pump;
  }

  /** First data of all: what can be chosen, and the network that is there. */
  async begin(): Promise<void> {
    const [catalogue, session] = await Promise.all([
      this.#client.request("catalogue"),
      this.#client.request("session"),
      this.#setSpeed(),
    ]);
    this.#store.catalogue.value = catalogue;
    await this.#take(session);
  }

  /** Changes the configuration; rejects, and changes nothing, where it is wrong. */
  async configure(partial: ConfigurationInput): Promise<void> {
    const session = await this.#client.request("configure", partial);
    if (Object.keys(partial).some((key) => key !== "learning_rate")) this.#forgetRun();
    await this.#take(session);
  }

  /** As {@link configure}, from a control: where it is refused, the problem stands beside it. */
  async control(control: Control, partial: ConfigurationInput): Promise<void> {
    try {
      await this.configure(partial);
      this.refuse(control, null);
    } catch (error) {
      if (error instanceof RequestError) this.refuse(control, error);
    }
  }

  /** Puts a problem beside a control, or takes it away. */
  refuse(control: Control, problem: Problem | null): void {
    const { [control]: _, ...others } = this.#store.problems.value;
    this.#store.problems.value = problem ? { ...others, [control]: problem } : others;
  }

  /** Shows a run that has begun anew; with other data, even where they have the same name. */
  async takeRun(session: Session, otherData = false): Promise<void> {
    this.#forgetRun();
    await this.#take(session, otherData);
  }

  async newSeed(): Promise<void> {
    await this.control("seed", { seed: await this.#client.request("freshSeed") });
  }

  async reset(): Promise<void> {
    await this.takeRun(await this.#client.request("reset"));
  }

  async play(): Promise<void> {
    await this.#client.request("play");
    this.#store.steppedOperation.value = false;
    this.#store.playing.value = true;
    this.#pump.invalidate();
  }

  async pause(): Promise<void> {
    await this.#client.request("pause");
    this.#store.playing.value = false;
    await this.#settle();
  }

  async step(n: number): Promise<{ iteration: number; cost: number }> {
    const stepping = this.#client.request("step", n);
    this.#store.steppedOperation.value = false;
    this.#pump.invalidate(); // a long step is shown while it lasts
    const result = await stepping;
    await this.#settle();
    return result;
  }

  async stepOperation(): Promise<Operation & { iteration: number }> {
    const result = await this.#client.request("stepOperation");
    this.#store.steppedOperation.value = true;
    this.select(resultOf(result));
    await this.#settle();
    return result;
  }

  /** Does operations until the iteration under way has done this one. */
  async computeUpTo({ operation, layer }: Operation): Promise<void> {
    await this.#client.request("stepTo", { operation, layer });
    this.#store.steppedOperation.value = true;
    await this.#settle();
  }

  /** Opens the equation of a matrix, if need be with something done to it. */
  select(id: TensorId, mode: Mode = "equation", mistake: number | null = null): void {
    batch(() => {
      if (!sameTensor(this.#store.selection.value, id)) this.#forgetTracing();
      this.#store.selection.value = id;
      this.#store.mode.value = mode;
      this.#store.mistake.value = mistake;
    });
    this.#pump.invalidate();
  }

  setMode(mode: Mode): void {
    batch(() => {
      this.#store.mode.value = mode;
      this.#store.mistake.value = null;
      this.#forgetTracing();
    });
    this.#pump.invalidate();
  }

  /** Makes a mistake in the open equation, by its index; null takes it back. */
  makeMistake(mistake: number | null): void {
    this.#store.mistake.value = mistake;
    this.#pump.invalidate();
  }

  /** The mistakes that can be made in an equation, or why they cannot be had. */
  async mistakesIn(
    operation: Operation,
  ): Promise<{ mistakes: Mistake[]; problem: Problem | null }> {
    try {
      return { mistakes: await this.#client.request("mistakes", operation), problem: null };
    } catch (error) {
      if (error instanceof RequestError) return { mistakes: [], problem: error };
      throw error;
    }
  }

  /** Opens the answer to a question; null closes it. */
  ask(question: Question | null): void {
    this.#store.question.value = question;
    this.#pump.invalidate();
  }

  /** Keeps the trace of an entry while the pointer is elsewhere; null lets it go. */
  pin(cell: Cell | null): void {
    this.#store.pinned.value = cell;
    this.#pump.invalidate();
  }

  /** Makes an example's column stand out in every matrix; null ends that. */
  chooseExample(example: number | null): void {
    batch(() => {
      this.#store.example.value = example;
      this.#store.pinned.value = null; // one of them is looked at
    });
    this.#pump.invalidate();
  }

  /** Moves the 1/m of the cost's mean. */
  setAveraging(averaging: Averaging): void {
    batch(() => {
      this.#store.averaging.value = averaging;
      this.#store.frozenScales.value = null; // dZ and dA have other magnitudes
    });
    this.#pump.invalidate();
  }

  point(cell: Cell | null): void {
    if (sameCell(this.#store.pointer.value, cell)) return;
    batch(() => {
      this.#store.pointer.value = cell;
      this.#store.pointerValue.value = null;
    });
    this.#pump.hurry();
  }

  prefer(change: Partial<Preferences>): void {
    this.#store.preferences.value = { ...this.#store.preferences.value, ...change };
    if (change.speed !== undefined) this.#setSpeed().catch(() => {});
  }

  /** Keeps the colour scales of now, or lets them follow the entries again. */
  freezeScales(freeze: boolean): void {
    const scales = new Map<string, number>();
    for (const { request, answer } of this.#store.pictures.answers()) {
      const { name, layer, place } = request;
      // A matrix of zeros, b at the start, has no scale to keep yet.
      if (place === "card" && answer.scale > 0) scales.set(`${name}${layer}`, answer.scale);
    }
    this.#store.frozenScales.value = freeze ? scales : null;
    this.#pump.invalidate();
  }

  dismissNotice(): void {
    this.#store.notice.value = null;
  }

  /** A new worker took over, or none could. */
  recovered(restored: Restored | null, reason: string): void {
    if (!restored) {
      this.#store.notice.value = { kind: "broken", reason };
      return;
    }
    const { session, lost } = restored;
    this.#store.notice.value = lost
      ? { kind: "lost", problem: lost }
      : { kind: "restarted", iteration: session.iteration };
    this.begin().catch(() => {}); // if this worker breaks too, this is called again
  }

  /** Draws the page anew, after something that only the page knows has changed. */
  redraw(): void {
    this.#pump.hurry();
  }

  async #setSpeed(): Promise<void> {
    const speed = SPEEDS[this.#store.preferences.value.speed] ?? Number.POSITIVE_INFINITY;
    await this.#client.request("setSpeed", speed);
  }

  /** What belonged to the run before. */
  #forgetRun(): void {
    batch(() => {
      this.#store.notice.value = null;
      this.#store.steppedOperation.value = false;
      this.#store.frozenScales.value = null;
      this.#store.numbers.clear();
      this.#store.traces.clear();
      this.#store.mistake.value = null; // other layers, other mistakes
      this.#forgetTracing();
    });
  }

  #forgetTracing(): void {
    this.#store.pinned.value = null;
    this.#store.pointer.value = null;
    this.#store.pointerValue.value = null;
  }

  async #take(session: Session, otherData = false): Promise<void> {
    const before = this.#store.session.value;
    batch(() => {
      this.#store.session.value = session;
      this.#store.playing.value = session.playing;
      this.#store.selection.value = existing(this.#store.selection.value, session);
    });
    this.#pump.invalidate();
    const sameData =
      !otherData && before && JSON.stringify(before.dataset) === JSON.stringify(session.dataset);
    if (!sameData) this.#store.example.value = null;
    if (!sameData || before.n0 !== session.n0) await this.#takePoints(session);
    await this.#client.keepCheckpoint(true);
  }

  async #takePoints({ n0, layers_dims }: Session): Promise<void> {
    const L = layers_dims.length - 1;
    this.#store.points.value =
      n0 === 2
        ? {
            X: await this.#client.request("matrix", "A", 0),
            Y: await this.#client.request("matrix", "Y", L),
          }
        : null;
  }

  async #settle(): Promise<void> {
    this.#pump.invalidate();
    await this.#client.keepCheckpoint(true);
  }
}

function sameTensor(a: TensorId, b: TensorId): boolean {
  return a.name === b.name && a.layer === b.layer;
}

function sameCell(a: Cell | null, b: Cell | null): boolean {
  if (a === null || b === null) return a === b;
  return quantityKey(a) === quantityKey(b) && a.row === b.row && a.column === b.column;
}

/** The same matrix where the network has it, else one that it has. */
function existing(id: TensorId, { layers_dims }: Session): TensorId {
  const L = layers_dims.length - 1;
  const ofOutput = id.name === "Y" || id.name === "losses";
  return { ...id, layer: ofOutput ? L : Math.min(id.layer, L) };
}
