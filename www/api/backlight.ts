/**
 * The page as an object, `window.backlight`: for the browser's console, and for whoever embeds the
 * page. Every call returns a promise; bad input rejects it with an `Error` that says what was wanted
 * and what came, and leaves everything as it was.
 */

import type { Configuration, ConfigurationInput } from "../protocol/configuration";
import type { Plan } from "../protocol/files";
import type { Matrix, OperationName, TensorName } from "../protocol/tensors";
import type { App } from "../state/app";
import { filesOf, optionsOf } from "../state/arrivals";
import { FIELDS } from "../state/opening_state";

/** What is set and how far training is. */
export interface BacklightState extends Configuration {
  /** Completed iterations. */
  iteration: number;
  /** Of the last iteration that has computed it; null before the first. */
  cost: number | null;
  /** Share of the training examples that the network, as it is now, classifies rightly. */
  accuracy: number;
  playing: boolean;
}

export interface Backlight {
  /** A changed learning rate alone applies at once; anything else begins training anew. */
  configure(partial: ConfigurationInput): Promise<BacklightState>;
  /** Does n whole iterations; the first completes the one under way. */
  step(n?: number): Promise<{ iteration: number; cost: number }>;
  /** Does the next operation; `W` and `b` are the updates. */
  stepOperation(): Promise<{ operation: OperationName; layer: number; iteration: number }>;
  /** A matrix, row by row: `W b Z A dA dZ dW db` of layer l from 1, and `A` of layer 0, that is X. */
  matrix(name: TensorName, l: number): Promise<Matrix>;
  /** Y, of shape (1, m). */
  labels(): Promise<Matrix>;
  /** Entry k is the cost computed in iteration k (from 0) before its update. */
  costs(): Promise<Float64Array>;
  state(): Promise<BacklightState>;
  /** Trains until paused. */
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Begins anew with the same configuration and seed. */
  reset(): Promise<void>;
  /**
   * Trains on files of one's own (`.h5`, `.npz`, `.npy`, `.csv`), with `layers_dims[0]` as they have it. What is X and
   * Y, and how they are scaled, is found as in the dialog of files; `options` change it where it is not what is meant.
   */
  open(files: NamedFile | Iterable<NamedFile>, options?: Partial<Plan>): Promise<BacklightState>;
}

/** A `File`, or a `Blob` that was given a name. */
export type NamedFile = Blob & { readonly name: string };

declare global {
  interface Window {
    /** Present once the first matrices stand on the page. */
    backlight?: Backlight;
  }
}

export function createBacklight({ actions, client, opening }: App): Backlight {
  const state = async (): Promise<BacklightState> => {
    const session = await client.request("session");
    const { layers_dims, learning_rate, seed, initialization, activation, dataset } = session;
    const { iteration, cost, accuracy, playing } = session;
    const configuration = { layers_dims, learning_rate, seed, initialization, activation, dataset };
    return { ...configuration, iteration, cost, accuracy, playing };
  };
  return {
    state,
    async configure(partial) {
      await actions.configure(partial);
      return state();
    },
    step: (n = 1) => actions.step(n),
    stepOperation: () => actions.stepOperation(),
    matrix: (name, l) => client.request("matrix", name, l),
    async labels() {
      const { layers_dims } = await client.request("session");
      return client.request("matrix", "Y", layers_dims.length - 1);
    },
    costs: () => client.request("costs"),
    play: () => actions.play(),
    pause: () => actions.pause(),
    reset: () => actions.reset(),
    async open(files, options = {}) {
      await opening.open(filesOf(files), optionsOf(options, FIELDS));
      return state();
    },
  };
}
