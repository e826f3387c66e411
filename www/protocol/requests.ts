/** The contract of both threads: what the page can ask of the worker. */

import type {
  Configuration,
  ConfigurationInput,
  DatasetDescription,
  ImageShape,
} from "./configuration";
import type { Frame, Progress, Theme, View } from "./frame";
import type { Mistake } from "./mistakes";
import type { Matrix, Operation, TensorName } from "./tensors";

/** An error as data. */
export interface Problem {
  kind: string;
  /** The field of the input that is wrong. */
  field: string;
  wanted: string;
  got: string;
  /** The whole sentence in English. */
  message: string;
}

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
  };
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
  restore(checkpoint: Checkpoint): Reply<Session>;
}
