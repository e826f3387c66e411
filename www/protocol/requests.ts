/** The contract of both threads: what the page can ask of the worker. */

import type { Check } from "./checking";
import type {
  Configuration,
  ConfigurationInput,
  DatasetDescription,
  ImageShape,
} from "./configuration";
import type { CostStyle, RunForm } from "./export";
import type {
  FileProblem,
  FoundFiles,
  OnStage,
  OpenedFiles,
  Plan,
  Preview,
  Thumbnails,
} from "./files";
import type { Frame, Progress, Theme, View } from "./frame";
import type { Mistake } from "./mistakes";
import type { Classified, ExampleImages, ExampleSet, Predictions } from "./predictions";
import type { Matrix, Operation, TensorName } from "./tensors";

/** An error as data. */
export interface Problem extends ProblemDetails {
  kind: string;
  /** The field of the input that is wrong. */
  field: string;
  wanted: string;
  got: string;
  /** The whole sentence in English. */
  message: string;
}

/** Of a file, where in it; see {@link FileProblem}. */
export type ProblemDetails = Partial<
  Pick<FileProblem, "file" | "array" | "row" | "column" | "classes">
>;

/** A result, or why there is none. A promise that rejects means that the worker itself is broken. */
export type Reply<T> = Promise<{ ok: true; value: T } | { ok: false; problem: Problem }>;

/** What is set and how far training is. */
export interface Session extends Configuration, Progress {
  run: number;
  playing: boolean;
  accuracy: number;
  n0: number;
  m: number;
  /** The picture in a column of X, if it is one. */
  image: ImageShape | null;
  /** What labels 0 and 1 stand for, if the data say it. */
  classes: [string, string] | null;
  /** Examples of the test set, and the share that the network classifies rightly; null without one. */
  test: { m: number; accuracy: number } | null;
  /** The data that were opened from files last: they can be chosen again. */
  opened: { title: string; n0: number; m: number } | null;
  /** Whether parameters were imported that fit the network. */
  imported: boolean;
  operations: Operation[];
}

/** What a new worker needs to go on where another one was. */
export interface Checkpoint {
  run: number;
  configuration: Configuration;
  training: {
    parameters: Float64Array;
    /** The costs of the iterations before the one under way. */
    costs: Float64Array;
    progress: number;
    applied_learning_rate: number;
    /** α of the updates of the iterations before: iteration, α, iteration, α, … */
    learning_rates: Float64Array;
    /** The imported parameters that the run began with. */
    initial: Float64Array | null;
  };
  /** Whence the opened data can be had again. */
  opened: OpenedFiles | null;
  /** The file that the imported parameters came from. */
  importedFrom: string | null;
}

/** A worker that took over. */
export interface Restored {
  session: Session;
  /** Why the files that were opened could not be read again; the run then begins anew with other data. */
  lost: Problem | null;
}

/** What is taken out, and the run as it was at that moment. */
export interface Exported<Content> {
  content: Content;
  session: Session;
}

/** Iterations a second; Infinity for as fast as it goes. */
export type Speed = number;

export interface Requests {
  catalogue(): Reply<DatasetDescription[]>;
  /** The colours of −1 to 1 in RGBA. */
  legend(width: number, theme: Theme): Reply<Uint8ClampedArray<ArrayBuffer>>;
  freshSeed(): Reply<number>;
  session(): Reply<Session>;
  configure(partial: ConfigurationInput): Reply<Session>;
  reset(): Reply<Session>;
  play(): Reply<void>;
  pause(): Reply<void>;
  setSpeed(speed: Speed): Reply<void>;
  step(n: number): Reply<{ iteration: number; cost: number }>;
  stepOperation(): Reply<Operation & { iteration: number }>;
  /** Does operations until the iteration under way has done this one. */
  stepTo(operation: Operation): Reply<void>;
  matrix(name: TensorName, layer: number): Reply<Matrix>;
  /** The mistakes that can be made in an equation of this network. */
  mistakes(operation: Operation): Reply<Mistake[]>;
  costs(): Reply<Float64Array>;
  frame(view: View): Reply<Frame>;
  /** A checkpoint without the first `costs` costs, if the page has them of this run. */
  checkpoint(run: number, costs: number): Reply<Checkpoint & { from: number }>;
  restore(checkpoint: Checkpoint): Reply<Restored>;

  /** Reads files, in addition to those that are being read; what is trained on stays as it is. */
  readFiles(files: File[], onStage: OnStage): Reply<FoundFiles>;
  /** What a plan for the files that were read comes to. */
  checkPlan(plan: Plan): Reply<Preview>;
  /** The first pictures of an array, at most `size` pixels wide and high. */
  thumbnails(file: string, array: string, count: number, size: number): Reply<Thumbnails>;
  /** Trains on the files that were read. */
  openFiles(plan: Plan, onStage: OnStage): Reply<Session>;
  /** Forgets one of the files that were read. */
  removeFile(name: string): Reply<FoundFiles>;
  /** Forgets the files that were read and not opened; ends the reading under way. */
  closeFiles(): Reply<void>;
  /** Begins anew with the W1, b1, … of an .npz file. */
  importParameters(file: File): Reply<Session>;

  /** An .npz file with W1, b1, … as they are now, or with every matrix that is computed. */
  exportNpz(what: "parameters" | "matrices"): Reply<Exported<Uint8Array>>;
  /** The run as a program that prints the cost of every so many iterations. */
  exportRun(form: RunForm, every: number, style: CostStyle): Reply<Exported<string>>;
  /** Compares what a notebook printed, or saved, with the matrices of now. */
  checkNumbers(numbers: string | File): Reply<Check[]>;

  predictions(): Reply<Predictions>;
  exampleImages(set: ExampleSet, examples: number[]): Reply<ExampleImages>;
  /** What the network says of a picture: RGBA pixels in the size of its inputs. */
  classify(pixels: Uint8ClampedArray): Reply<Classified>;
}
