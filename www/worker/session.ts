/** Answers the page's requests of the network: what it is, what of it is shown, and how it goes on. */

import { catalogue, fresh_seed, legend, type Trainer } from "#wasm";
import {
  type ConfigurationInput,
  type DatasetDescription,
  OPENED,
} from "../protocol/configuration";
import type { Frame, Theme, View } from "../protocol/frame";
import type { Mistake } from "../protocol/mistakes";
import type { Checkpoint, Restored, Session as SessionState } from "../protocol/requests";
import type { Matrix, Operation, TensorName } from "../protocol/tensors";
import { fetchFile } from "./files";
import { FramePainter, matrix } from "./frames";
import { Mistakes } from "./mistakes";
import { OwnWork } from "./own_work";
import { isProblem, WorkerProblem } from "./problem";
import { Training } from "./training";

export class Session {
  readonly training = new Training();
  readonly own = new OwnWork(this.training);
  readonly #mistakes = new Mistakes();
  readonly #painter = new FramePainter(this.#mistakes);

  catalogue(): DatasetDescription[] {
    return catalogue() as DatasetDescription[];
  }

  legend(width: number, theme: Theme): Uint8ClampedArray<ArrayBuffer> {
    return new Uint8ClampedArray(legend(width, theme));
  }

  freshSeed(): number {
    return fresh_seed();
  }

  async configure(partial: ConfigurationInput): Promise<SessionState> {
    // A wrong request is refused before it interrupts anything.
    this.#trainer.file_needed(partial);
    const keys = typeof partial === "object" && partial !== null ? Object.keys(partial) : [];
    if (keys.every((key) => key === "learning_rate")) {
      this.#trainer.configure(partial); // at once, even between two iterations of a step
      return this.training.session();
    }
    return this.training.restart(async () => {
      const file = this.#trainer.file_needed(partial);
      const bytes = file === undefined ? undefined : await fetchFile(file);
      this.#trainer.configure(partial, bytes);
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
    return this.#painter.paint(this.#trainer, view, this.training.moment);
  }

  checkpoint(run: number, costs: number): Checkpoint & { from: number } {
    const { layers_dims, learning_rate, seed, initialization, activation, dataset } =
      this.training.session();
    const { run: now } = this.training.moment;
    const from = run === now ? costs : 0;
    return {
      run: now,
      configuration: { layers_dims, learning_rate, seed, initialization, activation, dataset },
      from,
      training: this.#trainer.checkpoint(from) as Checkpoint["training"],
      ...this.own.sources(),
    };
  }

  async restore(checkpoint: Checkpoint): Promise<Restored> {
    const { configuration, training, opened } = checkpoint;
    try {
      if (opened) await this.own.openAgain(opened);
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (configuration.dataset.name === OPENED)
        return { session: this.training.session(), lost: error };
    }
    // Imported parameters come with the training.
    const { initialization, ...others } = configuration;
    await this.configure(training.initial ? others : configuration);
    this.#trainer.restore(training);
    this.own.importedAgain(checkpoint.importedFrom);
    return { session: this.training.session(), lost: null };
  }

  get #trainer(): Trainer {
    return this.training.trainer;
  }
}
