/** Opens people's own files: reads them, lets somebody look and choose, then trains on them. */

import type { Client } from "../client/client";
import { WorkerLost } from "../client/problem";
import type { Plan, Stage, Thumbnails } from "../protocol/files";
import type { Problem, Session } from "../protocol/requests";
import type { Actions } from "./actions";
import { sorted, textFile } from "./arrivals";
import { pageProblem, probe, problemOf, whileAsked } from "./file_requests";
import {
  isReady,
  nothingRead,
  type OpeningState,
  planOf,
  withChange,
  withFound,
  withResult,
} from "./opening_state";
import type { Store } from "./store";

export class Opening {
  readonly #store: Store;
  readonly #client: Client;
  readonly #actions: Actions;
  readonly #classify: (picture: File) => Promise<void>;
  /** The files that were read, by name. */
  readonly #files = new Map<string, File>();
  /** The names of all files that came, read or not. */
  readonly #names = new Set<string>();
  /** Readings and openings follow one another. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Counts the dialogs: what belongs to one that was closed is not carried on. */
  #dialog = 0;
  #checked = 0;

  /** `classify` shows a picture to the network. */
  constructor(
    store: Store,
    client: Client,
    actions: Actions,
    classify: (picture: File) => Promise<void>,
  ) {
    this.#store = store;
    this.#client = client;
    this.#actions = actions;
    this.#classify = classify;
  }

  /** Files that were dropped, pasted or chosen: they are read, in addition to those that are there. */
  receive(files: File[]): void {
    const { opening } = this.#store;
    const { data, images } = sorted(files);
    const [picture] = images;
    if (picture && data.length === 0 && !opening.value) {
      this.#classify(picture).catch(() => {}); // a lost worker has its own notice
      return;
    }
    if (files.length === 0 || opening.value?.converting) return;
    opening.value ??= nothingRead();
    for (const { name } of images) this.#refuse(name, pageProblem("image", name));
    this.#readAll(data);
  }

  /** A text that was dropped or pasted is the text of a `.csv` file. */
  receiveText(text: string): void {
    this.receive([textFile(text, (name) => this.#names.has(name))]);
  }

  /** Forgets a file that was read, or why it was not. */
  remove(name: string): void {
    this.#update((state) => ({
      ...state,
      refusals: state.refusals.filter((refusal) => refusal.name !== name),
    }));
    if (!this.#files.delete(name)) return;
    this.#inDialog(async (isStale) => {
      const read = await this.#client.request("removeFile", name);
      if (!isStale()) this.#take((state) => withFound(state, read));
    });
  }

  /** Changes the plan; what it comes to then follows. */
  change(change: Partial<Plan>): void {
    this.#take((state) => withChange(state, change));
  }

  /** Something in the form is no value at all: the plan is as it was, but nobody meant that. */
  reject(problem: Problem): void {
    this.#checked += 1;
    this.#update((state) => withResult(state, null, problem));
  }

  /** The first pictures of an array; null where they cannot be had. */
  async thumbnails(
    file: string,
    array: string,
    count: number,
    size: number,
  ): Promise<Thumbnails | null> {
    return this.#client.request("thumbnails", file, array, count, size).catch(() => null);
  }

  /** Trains on the files by the plan as it stands. */
  accept(): void {
    const state = this.#store.opening.value;
    const plan = state && planOf(state);
    if (!state || !plan || !isReady(state)) return;
    this.#update((state) => ({ ...state, converting: { kind: "converting", done: 0, of: 0 } }));
    this.#inDialog(async () => {
      try {
        const session = await whileAsked(
          (converting) => this.#update((state) => ({ ...state, converting })),
          (onStage) => this.#client.request("openFiles", plan, onStage),
        );
        this.#close();
        await this.#actions.takeRun(session, true);
      } catch (error) {
        const problem = problemOf(error, plan.X?.file ?? "");
        this.#update((state) => ({ ...withResult(state, null, problem), converting: null }));
        // With a new worker the files are read again; the reason stays beside them.
        if (error instanceof WorkerLost) this.#refuse(problem.field, problem);
      }
    });
  }

  /** Begins anew with the W1, b1, … of a file that was read. */
  importParameters(name: string): void {
    const file = this.#files.get(name);
    if (!file) return;
    this.#inDialog(async (isStale) => {
      try {
        const session = await this.#client.request("importParameters", file);
        if (!isStale()) this.cancel();
        await this.#actions.takeRun(session);
        this.#store.toast.value = { kind: "imported", name };
      } catch (error) {
        if (!isStale()) this.#refuse(name, problemOf(error, name));
      }
    });
  }

  /** Closes the dialog; everything stays as it was. */
  cancel(): void {
    if (!this.#store.opening.value || this.#store.opening.value.converting) return;
    this.#close();
    const forget = () => this.#client.request("closeFiles").catch(() => {});
    void forget(); // ends the reading under way
    this.#queue = this.#queue.then(forget); // and what it may still have left
  }

  /** Opens files for a script. Rejects, and changes nothing, where they cannot be opened. */
  open(files: File[], options: Partial<Plan>): Promise<void> {
    this.cancel();
    const opened = this.#queue.then(async () => {
      let session: Session;
      try {
        const { plan } = await this.#client.request("readFiles", files, () => {});
        session = await this.#client.request("openFiles", { ...plan, ...options }, () => {});
      } catch (error) {
        await this.#client.request("closeFiles").catch(() => {});
        throw error;
      }
      await this.#actions.takeRun(session, true);
    });
    this.#queue = opened.catch(() => {});
    return opened;
  }

  /** A new worker has taken over, without the files that were read. */
  recovered(): void {
    const files = [...this.#files.values()];
    this.#files.clear();
    this.#update(({ waiting, refusals, changes }) => ({
      ...nothingRead(),
      waiting,
      refusals,
      changes,
    }));
    this.#readAll(files);
  }

  #readAll(files: File[]): void {
    this.#update((state) => ({ ...state, waiting: state.waiting + files.length }));
    for (const file of files) {
      this.#names.add(file.name);
      this.#inDialog((isStale) => this.#read(file, isStale));
    }
  }

  async #read(file: File, isStale: () => boolean): Promise<void> {
    const { name, size } = file;
    const show = (stage: Stage) => {
      if (!isStale()) this.#update((state) => ({ ...state, reading: { name, stage } }));
    };
    this.#update(({ waiting, ...state }) => ({ ...state, waiting: Math.max(0, waiting - 1) }));
    show({ kind: "reading", done: 0, of: size });
    try {
      await probe(file);
      const read = await whileAsked(show, (onStage) =>
        this.#client.request("readFiles", [file], onStage),
      );
      if (isStale()) return;
      this.#files.set(name, file);
      const isOther = (refusal: { name: string }) => refusal.name !== name;
      this.#take((state) => {
        const refusals = state.refusals.filter(isOther);
        return withFound({ ...state, refusals, reading: null }, read);
      });
    } catch (error) {
      if (isStale()) return;
      this.#update((state) => ({ ...state, reading: null }));
      this.#refuse(name, problemOf(error, name));
    }
  }

  #refuse(name: string, problem: Problem): void {
    this.#update((state) => ({
      ...state,
      refusals: [...state.refusals.filter((refusal) => refusal.name !== name), { name, problem }],
    }));
  }

  /** A change of files or plan: the plan is checked where it is no longer what was proposed. */
  #take(change: (state: OpeningState) => OpeningState): void {
    this.#update(change);
    const state = this.#store.opening.value;
    const plan = state && planOf(state);
    this.#checked += 1;
    if (!plan || Object.keys(state.changes).length === 0) return;
    this.#update((state) => ({ ...state, checking: true }));
    void this.#check(plan, this.#checked);
  }

  async #check(plan: Plan, check: number): Promise<void> {
    const isStale = () => check !== this.#checked;
    try {
      const preview = await this.#client.request("checkPlan", plan);
      if (!isStale()) this.#update((state) => withResult(state, preview, null));
    } catch (error) {
      const problem = problemOf(error, plan.X?.file ?? "");
      if (!isStale()) this.#update((state) => withResult(state, null, problem));
    }
  }

  /** Work for the dialog that is open, when what was asked for before is done. */
  #inDialog(work: (isStale: () => boolean) => Promise<void>): void {
    const dialog = this.#dialog;
    const isStale = () => dialog !== this.#dialog;
    this.#queue = this.#queue.then(() => (isStale() ? undefined : work(isStale))).catch(() => {});
  }

  #close(): void {
    this.#dialog += 1;
    this.#checked += 1;
    this.#files.clear();
    this.#names.clear();
    this.#store.opening.value = null;
  }

  #update(change: (state: OpeningState) => OpeningState): void {
    const state = this.#store.opening.value;
    if (state) this.#store.opening.value = change(state);
  }
}
