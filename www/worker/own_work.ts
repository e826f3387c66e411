/** What a learner's own files and notebook have to do with the training. */

import type { Check } from "../protocol/checking";
import type { CostStyle, RunForm } from "../protocol/export";
import type {
  FoundFiles,
  OnStage,
  OpenedFiles,
  Plan,
  Preview,
  Thumbnails,
} from "../protocol/files";
import {
  type Classified,
  type ExampleImages,
  type ExampleSet,
  MAX_MISLABELLED,
  type Predictions,
} from "../protocol/predictions";
import type { Checkpoint, Exported, Session } from "../protocol/requests";
import { checkNumbers } from "./checking";
import { runAs } from "./exporting";
import { loadFiles, loadNotebook } from "./modules";
import { type Opened, OwnFiles } from "./own_files";
import { npz, parametersOf } from "./parameters";
import type { Training } from "./training";

export class OwnWork {
  readonly #training: Training;
  readonly #files = new OwnFiles();
  /** The files that were opened last. */
  #opened: Opened | null = null;
  /** The file that the imported parameters came from. */
  #importedFrom: string | null = null;

  constructor(training: Training) {
    this.#training = training;
  }

  /** Whence all of it can be had again. */
  sources(): Pick<Checkpoint, "opened" | "importedFrom"> {
    const opened = this.#opened && { files: this.#opened.files, plan: this.#opened.plan };
    return { opened, importedFrom: this.#importedFrom };
  }

  async openAgain({ files, plan }: OpenedFiles): Promise<void> {
    await this.readFiles(files, () => {});
    await this.openFiles(plan, () => {});
  }

  /** The imported parameters are there again, with the training. */
  importedAgain(from: string | null): void {
    this.#importedFrom = from;
  }

  readFiles(files: File[], onStage: OnStage): Promise<FoundFiles> {
    return this.#files.read(files, onStage);
  }

  checkPlan(plan: Plan): Promise<Preview> {
    return this.#files.check(plan);
  }

  removeFile(name: string): Promise<FoundFiles> {
    return this.#files.remove(name);
  }

  thumbnails(file: string, array: string, count: number, size: number): Promise<Thumbnails> {
    return this.#files.thumbnails(file, array, count, size);
  }

  async openFiles(plan: Plan, onStage: OnStage): Promise<Session> {
    await this.#files.check(plan); // a wrong plan is refused before it interrupts anything
    return this.#training.restart(async () => {
      this.#opened = await this.#files.open(this.#training.trainer, plan, onStage);
    });
  }

  closeFiles(): void {
    this.#files.close();
  }

  async importParameters(file: File): Promise<Session> {
    const { layers_dims, parameters } = await parametersOf(file);
    return this.#training.restart(() => {
      this.#training.trainer.importParameters(layers_dims, parameters);
      this.#importedFrom = file.name;
    });
  }

  async exportNpz(what: "parameters" | "matrices"): Promise<Exported<Uint8Array>> {
    await loadFiles(); // what comes then is of one moment
    const session = this.#training.session();
    return { content: await npz(this.#training.trainer, what), session };
  }

  async exportRun(form: RunForm, every: number, style: CostStyle): Promise<Exported<string>> {
    await loadNotebook(); // what comes then is of one moment
    const session = this.#training.session();
    const [opened, importedFrom] = [this.#opened, this.#importedFrom];
    const wanted = { form, every, style, opened, importedFrom };
    return { content: await runAs(this.#training.trainer, wanted), session };
  }

  checkNumbers(numbers: string | File): Promise<Check[]> {
    return checkNumbers(this.#training.trainer, numbers);
  }

  predictions(): Predictions {
    return this.#training.trainer.predictions(MAX_MISLABELLED) as Predictions;
  }

  exampleImages(set: ExampleSet, examples: number[]): ExampleImages {
    const { image } = this.#training.session();
    const pixels = new Uint8ClampedArray(
      this.#training.trainer.example_images(set, Uint32Array.from(examples)),
    );
    return { width: image?.width ?? 0, height: image?.height ?? 0, pixels };
  }

  classify(pixels: Uint8ClampedArray): Classified {
    const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    return { a: this.#training.trainer.classify(bytes) };
  }
}
