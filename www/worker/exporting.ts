/** The run as a program that a notebook runs. */

import type { Trainer } from "#wasm";
import { OPENED } from "../protocol/configuration";
import type { CostStyle, RunForm } from "../protocol/export";
import type { Plan } from "../protocol/files";
import type { Session } from "../protocol/requests";
import { loadNotebook } from "./modules";
import type { Opened } from "./own_files";

interface Wanted {
  form: RunForm;
  /** The cost of every so many iterations is printed. */
  every: number;
  style: CostStyle;
  opened: Opened | null;
  /** The file that the imported parameters came from. */
  importedFrom: string | null;
}

export async function runAs(trainer: Trainer, wanted: Wanted): Promise<string> {
  const { dataset_python, run_as } = await loadNotebook();
  const { form, every, style, opened, importedFrom } = wanted;
  const state = trainer.state() as Session;
  const { layers_dims, learning_rate, seed, initialization, activation, dataset, iteration } =
    state;
  const own = dataset.name === OPENED ? opened : null;
  return run_as(
    {
      configuration: { layers_dims, learning_rate, seed, initialization, activation },
      learning_rates: trainer.learning_rates(),
      iterations: iteration,
      every,
      style,
      data: {
        title: dataset.title ?? dataset.name,
        code: own ? own.python : dataset_python(dataset),
        has_test: state.test !== null,
        files: own ? filesOf(own.plan) : [],
      },
      parameters_file: initialization === "imported" ? importedFrom : null,
    },
    form,
  );
}

/** The files that the program reads. */
function filesOf({ X, Y, test_X, test_Y }: Plan): string[] {
  const names = [X, Y, test_X, test_Y].flatMap((source) => (source ? [source.file] : []));
  return [...new Set(names)];
}
