/** Everything that the page knows, as signals. Plain data: `actions.ts`, the frames and the preferences change it. */

import { type Signal, signal } from "@preact/signals";
import type { DatasetDescription } from "../protocol/configuration";
import type { Boundary, Divergence, Frame, Picture, Theme } from "../protocol/frame";
import type { Problem, Session } from "../protocol/requests";
import type { Cell, Matrix, TensorId } from "../protocol/tensors";
import { CostHistory } from "./cost_history";
import { type Preferences, storedPreferences } from "./preferences";

/** A control that can be refused; its problem stands beside it. */
export type Control =
  | "dataset"
  | "m"
  | "noise"
  | "dataset_seed"
  | "n0"
  | "digit"
  | "layers_dims"
  | `layers_dims[${number}]`
  | "learning_rate"
  | "seed"
  | "initialization"
  | "activation";

/** What has to be said across the whole page. */
export type Notice =
  | { kind: "diverged"; divergence: Divergence }
  | { kind: "restarted"; iteration: number }
  | { kind: "broken"; reason: string };

/** How far training is, and the entries of the chosen matrix where they are few. */
export type Reading = Pick<Frame, "iteration" | "progress" | "cost" | "accuracy" | "numbers">;

export interface Store {
  preferences: Signal<Preferences>;
  /** The theme in force. */
  theme: Signal<Theme>;
  /** null until the worker has said. */
  session: Signal<Session | null>;
  catalogue: Signal<DatasetDescription[]>;
  /** What is read rather than watched: it changes a few times a second while training runs. */
  reading: Signal<Reading>;
  playing: Signal<boolean>;
  /** Whether the last thing done was a single operation. */
  steppedOperation: Signal<boolean>;
  costs: CostHistory;
  pictures: Map<string, Signal<Picture | null>>;
  selection: Signal<TensorId>;
  pointer: Signal<Cell | null>;
  pointerValue: Signal<number | null>;
  weightImages: Signal<Picture[]>;
  boundary: Signal<Boundary | null>;
  histogram: Signal<Uint32Array | null>;
  /** X and Y of two inputs, for the points over the decision boundary. */
  points: Signal<{ X: Matrix; Y: Matrix } | null>;
  /** The colour scales kept while they are frozen. */
  frozenScales: Signal<Map<string, number> | null>;
  problems: Signal<Partial<Record<Control, Problem>>>;
  notice: Signal<Notice | null>;
}

export function createStore(): Store {
  return {
    preferences: storedPreferences(),
    theme: signal("light"),
    session: signal(null),
    catalogue: signal([]),
    reading: signal({ iteration: 0, progress: 0, cost: null, accuracy: 0, numbers: null }),
    playing: signal(false),
    steppedOperation: signal(false),
    costs: new CostHistory(),
    pictures: new Map(),
    selection: signal({ name: "W", layer: 1 }),
    pointer: signal(null),
    pointerValue: signal(null),
    weightImages: signal([]),
    boundary: signal(null),
    histogram: signal(null),
    points: signal(null),
    frozenScales: signal(null),
    problems: signal({}),
    notice: signal(null),
  };
}

/** The key of a picture: the matrix and where on the page it stands. */
export function pictureKey({ name, layer }: TensorId, place: Place): string {
  return `${place}:${name}${layer}`;
}

export type Place = "card" | "inspector";

/** The picture of a matrix at a place; null until a frame has brought it. */
export function pictureSignal(store: Store, id: TensorId, place: Place): Signal<Picture | null> {
  const key = pictureKey(id, place);
  const known = store.pictures.get(key);
  if (known) return known;
  const picture = signal<Picture | null>(null);
  store.pictures.set(key, picture);
  return picture;
}
