/** What is taken out of the page, and parameters that come in. */

import type { Client } from "../client/client";
import { RequestError } from "../client/problem";
import type { RunForm } from "../protocol/export";
import type { Picture, View } from "../protocol/frame";
import { MAX_NUMBERS } from "../protocol/frame";
import type { Session } from "../protocol/requests";
import type { Matrix, Quantity } from "../protocol/tensors";
import type { Actions } from "./actions";
import type { Store, Toast } from "./store";

/** A file for the person at the page. */
export interface OutFile {
  name: string;
  type: string;
  content: Blob | Uint8Array | string;
}

export class Exports {
  readonly #store: Store;
  readonly #client: Client;
  readonly #actions: Actions;
  #looks = 0;

  constructor(store: Store, client: Client, actions: Actions) {
    this.#store = store;
    this.#client = client;
    this.#actions = actions;
  }

  /** W1, b1, … as they are now, or every matrix that is computed, for `np.load`. */
  async npz(what: "parameters" | "matrices"): Promise<OutFile> {
    const { content, session } = await this.#client.request("exportNpz", what);
    return { name: `${baseName(session)}_${what}.npz`, type: "application/zip", content };
  }

  /** The run as a program. */
  async run(form: RunForm): Promise<OutFile> {
    const { costStyle, printedEvery } = this.#store.preferences.value;
    const exported = await this.#client.request("exportRun", form, printedEvery, costStyle);
    const { content, session } = exported;
    const type = form === "py" ? "text/x-python" : "application/x-ipynb+json";
    return { name: `${baseName(session)}.${form}`, type, content };
  }

  /** The cost of every iteration; `text` says how it is written. */
  async costs(text: (costs: Float64Array) => string): Promise<OutFile> {
    const session = await this.#client.request("session");
    const costs = await this.#client.request("costs");
    const name = baseName({ ...session, iteration: costs.length });
    return { name: `${name}_costs.csv`, type: "text/csv", content: text(costs) };
  }

  /** The name of a picture of what is on the page. */
  pictureName(of: string): string {
    const { reading, session } = this.#store;
    const { iteration } = reading.value;
    return session.value ? `${baseName({ ...session.value, iteration })}_${of}` : of;
  }

  /** All entries of a matrix as the page shows it. Rejects where it is not computed. */
  async matrix(quantity: Quantity, entries: number): Promise<Matrix> {
    const shown =
      entries <= MAX_NUMBERS ? (await this.#look({ numbers: [quantity] })).numbers[0] : null;
    // The request knows only the course's form, and says why there is none.
    return shown ?? this.#client.request("matrix", quantity.name, quantity.layer);
  }

  /** A matrix painted in a size of one's own, with its entries where they are not too many. */
  async picture(
    quantity: Quantity,
    size: { width: number; height: number },
  ): Promise<{ picture: Picture | null; numbers: Matrix | null }> {
    this.#looks += 1;
    const place = `saved ${this.#looks}`; // a picture that was sent to a place is not sent there twice
    const pictures = [{ ...quantity, ...size, place }];
    const frame = await this.#look({ pictures, numbers: [quantity] });
    return { picture: frame.pictures[0] ?? null, numbers: frame.numbers[0] ?? null };
  }

  /** A frame beside those that the page shows. */
  #look(what: Partial<View>) {
    const { averaging, costs, session, theme } = this.#store;
    return this.#client.request("frame", {
      theme: theme.value,
      averaging: averaging.value,
      pictures: [],
      numbers: [],
      traces: [],
      pointer: null,
      weightImages: false,
      boundary: 0,
      bins: 0,
      run: session.value?.run ?? 0,
      costs: costs.length,
      ...what,
    });
  }

  /** Training begins anew with the parameters of a file. */
  async importParameters(file: File): Promise<void> {
    await this.attempt(async () => {
      await this.#actions.takeRun(await this.#client.request("importParameters", file));
      return { kind: "imported", name: file.name };
    });
  }

  /** Says what came of it: what was done, or why it was not. */
  async attempt(work: () => Promise<Toast>): Promise<void> {
    this.#store.toast.value = await work().catch(
      (error: unknown): Toast =>
        error instanceof RequestError
          ? { kind: "refused", problem: error }
          : { kind: "failed", reason: error instanceof Error ? error.message : String(error) },
    );
  }

  dismissToast(): void {
    this.#store.toast.value = null;
  }
}

type Named = Pick<Session, "layers_dims" | "seed" | "initialization" | "iteration">;

/** What the files of a run are called: what it is made from, and how far it is. */
export function baseName({ layers_dims, seed, initialization, iteration }: Named): string {
  const begun = initialization === "imported" ? "imported" : `seed${seed}`;
  return `backlight_${layers_dims.join("-")}_${begun}_iteration${iteration}`;
}
