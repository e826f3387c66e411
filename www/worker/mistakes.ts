/** The notebook's module, loaded when somebody first makes a mistake, and the trainer's matrices for it. */

import init, { Notebook } from "#notebook";
import type { Trainer } from "#wasm";
import type { Mistake } from "../protocol/mistakes";
import type { Session } from "../protocol/requests";
import type { Matrix, Operation, Quantity, TensorId } from "../protocol/tensors";
import { taken } from "./tensor";

type Network = Pick<Session, "layers_dims" | "m" | "activation"> & { alpha: number };

let loaded: Promise<unknown> | null = null;

export class Mistakes {
  #notebook: Notebook | null = null;
  /** The network that the notebook is on. */
  #network = "";

  /** The mistakes in an equation of the trainer's network. */
  async of(trainer: Trainer, operation: Operation): Promise<Mistake[]> {
    loaded ??= init();
    await loaded.catch((error: unknown) => {
      loaded = null; // the connection may come back
      throw error;
    });
    return this.#on(trainer).mistakes(operation) as Mistake[];
  }

  /** Whether the module is loaded. */
  get isReady(): boolean {
    return this.#notebook !== null;
  }

  /**
   * What NumPy gets with the mistake `index` of an equation; null where it gets nothing. Throws a problem
   * where there is no such mistake, or a matrix is not computed yet.
   */
  matrix(trainer: Trainer, { name, layer, index = 0 }: Quantity): Matrix | null {
    if (!this.#notebook) return null;
    const operation = { operation: name === "losses" ? "cost" : name, layer };
    const notebook = this.#on(trainer);
    const tensors = notebook.tensors(operation, index) as TensorId[];
    const values = tensors.map((id) => numbersOf(trainer, id));
    const { alpha } = trainer.network() as Network;
    const result = notebook.evaluate(operation, index, alpha, values);
    return result ? taken(result) : null;
  }

  /** The notebook on the network of now. */
  #on(trainer: Trainer): Notebook {
    const { layers_dims, m, activation } = trainer.network() as Network;
    const network = { layers_dims, m, activation };
    const key = JSON.stringify(network);
    if (this.#notebook && key === this.#network) return this.#notebook;
    this.#notebook?.free();
    this.#notebook = new Notebook(network);
    this.#network = key;
    return this.#notebook;
  }
}

/** [rows, columns, …entries]; of W and b those that the iteration under way computes with. */
function numbersOf(trainer: Trainer, { name, layer }: TensorId): Float64Array {
  const isParameter = name === "W" || name === "b";
  const { rows, cols, data } = taken(
    trainer.read({ name, layer, ...(isParameter && { of: "used" }) }),
  );
  const numbers = new Float64Array(2 + data.length);
  numbers.set([rows, cols]);
  numbers.set(data, 2);
  return numbers;
}
