/** People's own files: read by the module of readers, handed over to the trainer in pieces. */

import type { Files, Loaded } from "#files";
import { OwnData, type Trainer } from "#wasm";
import type { ImageShape } from "../protocol/configuration";
import type {
  AppliedScaling,
  Found,
  FoundFile,
  FoundFiles,
  OnStage,
  OpenedFiles,
  Plan,
  Preview,
  Thumbnails,
} from "../protocol/files";
import { loadFiles } from "./modules";
import { nextTask } from "./player";
import { interrupted, isProblem, WorkerProblem } from "./problem";
import { reporter } from "./stages";

/** Entries of X that are handed over at a time: 8 MB. */
const PIECE = 2 ** 20;

/** How an opened file can be had again, and how Python reads it. */
export interface Opened extends OpenedFiles {
  python: string;
}

export class OwnFiles {
  #files: Files | null = null;
  /** The files that were read, by name: a later one replaces an earlier one. */
  readonly #read = new Map<string, File>();
  /** Counts the closings: a reading that was begun before one is not carried on after it. */
  #closings = 0;

  async read(files: File[], onStage: OnStage): Promise<FoundFiles> {
    const open = await this.#open();
    const limit = (await loadFiles()).max_file_bytes();
    const report = reporter(onStage);
    const begun = this.#closings;
    for (const file of files) {
      const bytes = await bytesOf(file, limit, report, () => this.#closings === begun);
      report({ kind: "parsing", done: 0, of: bytes.length });
      await nextTask();
      if (this.#closings !== begun) throw closed(file);
      open.add(file.name, bytes);
      this.#read.set(file.name, file);
    }
    return foundIn(open);
  }

  async check(plan: Plan): Promise<Preview> {
    return (await this.#open()).check(plan) as Preview;
  }

  async remove(name: string): Promise<FoundFiles> {
    const files = await this.#open();
    files.remove(name);
    this.#read.delete(name);
    return foundIn(files);
  }

  async thumbnails(file: string, array: string, count: number, size: number): Promise<Thumbnails> {
    const files = await this.#open();
    const made = files.thumbnails(file, array, count, size) as Omit<Thumbnails, "pixels">;
    return { ...made, pixels: new Uint8ClampedArray(files.take_pixels()) };
  }

  /** Trains on the files that were read; what was trained on before stays where this fails. */
  async open(trainer: Trainer, plan: Plan, onStage: OnStage): Promise<Opened> {
    const files = await this.#open();
    const preview = files.check(plan) as Preview;
    const python = files.python(plan);
    const opened = { files: [...this.#read.values()], plan, python }; // before anything else is asked for
    const loaded = files.load(plan);
    try {
      const data = await dataOf(loaded, preview, plan.X?.file ?? "", onStage);
      trainer.open(data); // takes the data over, whatever comes of it
    } finally {
      loaded.free();
    }
    this.close();
    return opened;
  }

  close(): void {
    this.#closings += 1;
    this.#files?.free();
    this.#files = null;
    this.#read.clear();
  }

  /** The files that are open; without any, every request is refused in its own words. */
  async #open(): Promise<Files> {
    const { Files } = await loadFiles();
    this.#files ??= new Files();
    return this.#files;
  }
}

function foundIn(files: Files): FoundFiles {
  const found = files.found() as Found;
  const plan = files.propose() as Plan;
  try {
    return { found, plan, preview: files.check(plan) as Preview, problem: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { found, plan, preview: null, problem: error as FoundFiles["problem"] };
  }
}

/** Types of arrays that hold text: "|S7", "<U5". */
const TEXT = /^.[SU]/;

/** All arrays of one file that hold numbers. */
export async function arraysOf(
  file: File,
): Promise<{ name: string; shape: number[]; data: Float64Array }[]> {
  const { Files, max_file_bytes } = await loadFiles();
  const files = new Files();
  try {
    const bytes = await bytesOf(
      file,
      max_file_bytes(),
      () => {},
      () => true,
    );
    const { arrays } = files.add(file.name, bytes) as FoundFile;
    return arrays
      .filter(({ dtype, problem }) => problem === null && !TEXT.test(dtype))
      .map(({ name }) => {
        const values = files.array(file.name, name);
        const shape = [...values.shape];
        const data = values.take();
        values.free();
        return { name, shape, data };
      });
  } finally {
    files.free();
  }
}

/** All bytes of a file; a problem where it cannot be read: a folder, say, or a file that is gone since. */
async function bytesOf(
  file: File,
  limit: number,
  report: ReturnType<typeof reporter>,
  goOn: () => boolean,
): Promise<Uint8Array> {
  if (file.size > limit) {
    const [wanted, got] = [limit, file.size].map((bytes) => `${Math.ceil(bytes / 2 ** 20)} MB`);
    throw new WorkerProblem("too_large", file.name, `at most ${wanted}`, `${got}`);
  }
  try {
    return await pieces(file, report, goOn);
  } catch (error) {
    if (isProblem(error)) throw error;
    throw new WorkerProblem("unreadable", file.name, "a file that can be read", String(error));
  }
}

function closed(file: File): WorkerProblem {
  return interrupted("file", file.name, "closed before it was read");
}

async function pieces(
  file: File,
  report: ReturnType<typeof reporter>,
  goOn: () => boolean,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let done = 0;
  report({ kind: "reading", done, of: file.size });
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (!goOn()) {
      await reader.cancel();
      throw closed(file);
    }
    bytes.set(piece.value, done);
    done += piece.value.length;
    report({ kind: "reading", done, of: file.size });
  }
  return bytes;
}

/** What is loaded, as the trainer takes it. */
async function dataOf(
  loaded: Loaded,
  preview: Preview,
  title: string,
  onStage: OnStage,
): Promise<OwnData> {
  const data = new OwnData(title, loaded.n0, loaded.m, loaded.test_m);
  try {
    const [zero, one] = preview.classes;
    if (zero && one) data.put_classes(zero.name, one.name);
    putPixels(data, loaded, preview);
    await handOver(loaded, data, onStage);
    return data;
  } catch (error) {
    data.free();
    throw error;
  }
}

/** X goes over in pieces, so that it is never in memory twice. */
async function handOver(loaded: Loaded, data: OwnData, onStage: OnStage): Promise<void> {
  const report = reporter(onStage);
  const sets = loaded.test_m > 0 ? (["train", "test"] as const) : (["train"] as const);
  const of = loaded.n0 * sets.length;
  let done = 0;
  for (const set of sets) {
    const m = set === "train" ? loaded.m : loaded.test_m;
    const rows = Math.max(1, Math.floor(PIECE / m));
    for (let from = 0; from < loaded.n0; from += rows) {
      const to = Math.min(from + rows, loaded.n0);
      data.put_rows(set, from, loaded.rows(set, from, to));
      done += to - from;
      report({ kind: "converting", done, of });
      await nextTask();
    }
    data.put_labels(set, loaded.labels(set));
  }
}

/** Says how pixels became inputs, where the inputs are pictures. */
function putPixels(data: OwnData, loaded: Loaded, { max }: Preview): void {
  const shape = (loaded.image() ?? null) as ImageShape | null;
  if (!shape || ![1, 3, 4].includes(shape.channels)) return;
  const { height, width, channels } = shape;
  const scaling = loaded.scaling() as AppliedScaling;
  const [mean, deviation] =
    scaling.kind === "standardise"
      ? [scaling.mean, scaling.deviation]
      : [[0], [scaling.kind === "/255" ? 255 : 1]];
  const white = max <= 1 ? 1 : 255;
  const numbers = (list: number[]) => Float64Array.from(list);
  data.put_pixels(height, width, channels, numbers(mean), numbers(deviation), white);
}
