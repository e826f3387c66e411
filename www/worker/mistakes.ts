/** The notebook's mistakes, and the trainer's matrices for them. */

import type { Notebook } from "#notebook";
import type { Trainer } from "#wasm";
import { operationOf } from "../equations/operations";
import type { Progress } from "../protocol/frame";
import type { Mistake } from "../protocol/mistakes";
import type { Session } from "../protocol/requests";
import type { Matrix, Operation, Quantity, TensorId } from "../protocol/tensors";
import { loadNotebook, type NotebookModule } from "./modules";
import { taken } from "./tensor";

type Network = Pick<Session, "layers_dims" | "m" | "activation"> & { alpha: number };

export class Mistakes {
  #module: NotebookModule | null = null;
  #notebook: Notebook | null = null;
  /** The network that the notebook is on. */
  #network = "";
  /** What was evaluated last: a frame asks for it as a picture, as numbers and as one entry. */
  #last: { moment: string; matrix: Matrix | null } = { moment: "", matrix: null };

  /** The mistakes in an equation of the trainer's network. */
  async of(trainer: Trainer, operation: Operation): Promise<Mistake[]> {
    this.#module = await loadNotebook();
    return this.#on(trainer, this.#module).mistakes(operation) as Mistake[];
  }

  /** Whether the module is loaded. */
  get isReady(): boolean {
    return this.#module !== null;
  }

  /**
   * What NumPy gets with the mistake `index` of an equation; null where it gets nothing, and where the
   * iteration under way has not come to the equation. Throws a problem where there is no such mistake.
   */
  matrix(trainer: Trainer, { name, layer, index = 0 }: Quantity): Matrix | null {
    const operation = operationOf({ name, layer });
    if (!this.#module || !operation || !trainer.done(operation)) return null;
    const notebook = this.#on(trainer, this.#module);
    const { alpha } = trainer.network() as Network;
    const { iteration, progress } = trainer.progress() as Progress;
    const moment = JSON.stringify([this.#network, operation, index, iteration, progress, alpha]);
    if (moment !== this.#last.moment) {
      const tensors = notebook.tensors(operation, index) as TensorId[];
      const values = tensors.map((id) => numbersOf(trainer, id));
      const result = notebook.evaluate(operation, index, alpha, values);
      this.#last = { moment, matrix: result ? taken(result) : null };
    }
    const { matrix } = this.#last;
    return matrix && { ...matrix, data: matrix.data.slice() }; // the page takes what it gets
  }

  /** The notebook on the network of now. */
  #on(trainer: Trainer, { Notebook }: NotebookModule): Notebook {
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
