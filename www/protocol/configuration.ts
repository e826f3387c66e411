/** What a training run is made from. */

/** How W is drawn; `imported` parameters are those of a file, and may be chosen again as long as they fit. */
export type Initialization = "course" | "he" | "small" | "zeros" | "imported";
export type Activation = "relu" | "tanh";

/**
 * A data set and its parameters; which ones it takes is in the {@link DatasetDescription}. Noise and
 * seed may be given for any, and are ignored where there is no use for them.
 */
export interface Dataset {
  /** `opened` is what was opened from files last. */
  name: string;
  /** What the opened files are called. */
  title?: string;
  /** Number of examples. */
  m?: number;
  /** Standard deviation of the Gaussian noise. */
  noise?: number;
  /** Seed of NumPy's generator. */
  seed?: number;
  /** Number of inputs, of `randn`. */
  n0?: number;
  /** The digit to be told from all others, of `digits`. */
  digit?: number;
}

export interface Configuration {
  /** n[0], …, n[L]. */
  layers_dims: number[];
  learning_rate: number;
  /** Seed of the weights. */
  seed: number;
  initialization: Initialization;
  activation: Activation;
  dataset: Dataset;
}

/** Any part of a configuration. A data set without a name is the current one. */
export type ConfigurationInput = Partial<Omit<Configuration, "dataset">> & {
  dataset?: Partial<Omit<Dataset, "title">>;
};

/** The data set that was opened from files. */
export const OPENED = "opened";

/** α of the updates from an iteration on, until the next change. */
export interface LearningRate {
  iteration: number;
  learning_rate: number;
}

export type DatasetField = "m" | "noise" | "seed" | "n0" | "digit";

export interface DatasetParameter {
  name: DatasetField;
  min: number;
  max: number;
  default: number;
  whole: boolean;
}

export interface ImageShape {
  height: number;
  width: number;
  channels: number;
}

/** A data set that can be chosen. */
export interface DatasetDescription {
  name: string;
  /** Number of inputs; null where it is a parameter. */
  n0: number | null;
  image: ImageShape | null;
  /** Whether it is read from a file. */
  file: boolean;
  parameters: DatasetParameter[];
}
