/** Compares what a notebook printed, or saved, with the matrices on the page. */

import type { Client } from "../client/client";
import { RequestError } from "../client/problem";
import { resultOf } from "../equations/operations";
import type { PageProblem } from "../i18n/checking/problems";
import type { Check } from "../protocol/checking";
import type { Problem } from "../protocol/requests";
import type { Matrix, TensorId } from "../protocol/tensors";
import type { Actions } from "./actions";
import type { Checked, CheckingState, Moment } from "./checking_state";
import type { Store } from "./store";

/** Characters that are still a text that somebody pasted; more is better saved as a file. */
export const MAX_TEXT = 4_000_000;

/** Characters of a text that a text area shows at once. */
export const MAX_SHOWN = 50_000;

/** How often a check begins again because the run went on under it. */
const ATTEMPTS = 2;

const NUMBERS = /\.np[yz]$/i;
const TEXT = /\.(txt|log|out|py)$/i;

export class Checking {
  readonly #store: Store;
  readonly #client: Client;
  readonly #actions: Actions;

  constructor(store: Store, client: Client, actions: Actions) {
    this.#store = store;
    this.#client = client;
    this.#actions = actions;
  }

  /** Opens the panel, as it was left. */
  open(): void {
    this.#change({ isOpen: true });
  }

  close(): void {
    this.#change({ isOpen: false });
  }

  /** What is typed or pasted. A long text stands beside the text area: laying it out would take seconds. */
  write(text: string): void {
    if (text === this.#state.text) return; // what is attached stays
    if (text.length > MAX_TEXT) this.#refuse("too_long");
    else if (text.length > MAX_SHOWN) this.#change({ attached: text, problem: null });
    else this.#change({ text, attached: null, problem: null });
  }

  /** A file that was dropped or chosen: arrays are checked at once, a text is put where texts stand. */
  async take(file: File): Promise<void> {
    if (NUMBERS.test(file.name)) {
      this.#change({ attached: file, problem: null });
      await this.check();
    } else if (TEXT.test(file.name) || file.type.startsWith("text/")) {
      await this.#takeText(file);
    } else {
      this.#refuse("no_numbers_file");
    }
  }

  /** The text in the text area counts again. */
  removeAttached(): void {
    this.#change({ attached: null, problem: null });
  }

  /** Checks what is attached, or else the text. Training pauses first: a moment is compared. */
  async check(): Promise<void> {
    const { attached, text, isBusy } = this.#state;
    if (isBusy) return;
    const numbers = attached ?? text;
    if (typeof numbers === "string" && numbers.trim() === "") return this.#refuse("empty");
    this.#change({ isBusy: true, problem: null });
    try {
      if (this.#store.playing.peek()) await this.#actions.pause();
      const checked = await this.#checked(numbers);
      if (checked.checks.length > 0) this.#change({ checked });
      else this.#refuse("no_arrays");
    } catch (error) {
      this.#refuse(error instanceof RequestError ? error.problem : "lost");
    } finally {
      this.#change({ isBusy: false });
    }
  }

  /** Whether the page has gone on since the last check. */
  hasMovedOn({ at }: Checked): boolean {
    const { reading, session } = this.#store;
    const { iteration, progress } = reading.value;
    return at.iteration !== iteration || at.progress !== progress || at.run !== session.value?.run;
  }

  /** A matrix to show how numbers are pasted: the chosen one, else one that there always is. */
  async example(): Promise<{ id: TensorId; matrix: Matrix }> {
    const chosen = this.#store.selection.peek();
    const of = async (id: TensorId) => ({
      id,
      matrix: await this.#client.request("matrix", id.name, id.layer),
    });
    try {
      return await of(chosen);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error; // not computed yet
      return of({ name: "W", layer: 1 });
    }
  }

  /** Opens the equation of the first entry that differs, and keeps the entry's trace. */
  showEquation({ operation, subject, differences: [first] }: Check): void {
    if (!operation) return; // X and Y are given
    // The notebook is compared in the course's form; the equation shows the same numbers.
    if (this.#store.averaging.peek() !== "dW") this.#actions.setAveraging("dW");
    const id = resultOf(operation);
    this.#actions.select(id);
    const isEntry = subject?.name === id.name && first !== undefined; // a cost is no entry
    this.#actions.pin(isEntry ? { ...id, row: first.row, column: first.column } : null);
  }

  /** The answer, and of which moment it is. */
  async #checked(numbers: string | File): Promise<Checked> {
    const file = typeof numbers === "string" ? null : numbers.name;
    let before = await this.#moment();
    for (let attempt = 1; ; attempt += 1) {
      const checks = await this.#client.request("checkNumbers", numbers);
      const at = await this.#moment();
      if (attempt === ATTEMPTS || isSame(before, at)) return { checks, at, file };
      before = at; // somebody made a step meanwhile
    }
  }

  async #moment(): Promise<Moment> {
    const { run, iteration, progress } = await this.#client.request("session");
    return { run, iteration, progress };
  }

  async #takeText(file: File): Promise<void> {
    if (file.size > MAX_TEXT) return this.#refuse("too_long");
    try {
      const text = await file.text();
      this.removeAttached();
      this.write(text);
    } catch {
      this.#refuse("unreadable"); // moved or deleted since
    }
  }

  #refuse(problem: PageProblem | Problem): void {
    this.#change({ problem, checked: null });
  }

  get #state(): CheckingState {
    return this.#store.checking.peek();
  }

  #change(change: Partial<CheckingState>): void {
    this.#store.checking.value = { ...this.#state, ...change };
  }
}

function isSame(a: Moment, b: Moment): boolean {
  return a.run === b.run && a.iteration === b.iteration && a.progress === b.progress;
}
