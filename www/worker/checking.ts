/** Compares numbers of a notebook with the run. */

import type { Checker } from "#notebook";
import type { Trainer } from "#wasm";
import type { Check, CheckedCheckpoint } from "../protocol/checking";
import type { Session } from "../protocol/requests";
import { loadNotebook, type NotebookModule } from "./modules";
import { arraysOf } from "./own_files";
import { checkSize } from "./problem";
import { taken } from "./tensor";

/** What was pasted, or every array of an .npz or .npy file. */
export async function checkNumbers(trainer: Trainer, numbers: string | File): Promise<Check[]> {
  checkSize("X", trainer.size({ name: "A", layer: 0 }));
  const notebook = await loadNotebook();
  const arrays = typeof numbers === "string" ? null : await arraysOf(numbers);
  const checker = checkerOf(trainer, notebook);
  try {
    if (typeof numbers === "string") return checker.check(numbers) as Check[];
    const named = arrays ?? [];
    // An .npy file has no names inside.
    const isNamed = !numbers.name.toLowerCase().endsWith(".npy");
    return checker.check_arrays(
      named.map(({ name }) => (isNamed ? name : "")),
      named.map(({ shape }) => Uint32Array.from(shape)),
      named.map(({ data }) => data),
    ) as Check[];
  } finally {
    checker.free();
  }
}

function checkerOf(trainer: Trainer, { Checker }: NotebookModule): Checker {
  const state = trainer.state() as Session;
  const { layers_dims, learning_rate, seed, initialization, activation } = state;
  const X = taken(trainer.read({ name: "A", layer: 0 })).data;
  const Y = taken(trainer.read({ name: "Y", layer: layers_dims.length - 1 })).data;
  const run = { layers_dims, learning_rate, seed, initialization, activation };
  const checkpoint = trainer.checkpoint(0) as Omit<CheckedCheckpoint, "learning_rates">;
  return new Checker(run, X, Y, { ...checkpoint, learning_rates: trainer.learning_rates() });
}
