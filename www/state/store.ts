/** Everything that the page knows, as signals. Plain data: `actions.ts`, the frames and the preferences change it. */

import { type Signal, signal } from "@preact/signals";
import type { Question } from "../i18n/why/answer";
import type { DatasetDescription } from "../protocol/configuration";
import type {
  Boundary,
  Divergence,
  Frame,
  Picture,
  PictureRequest,
  Theme,
} from "../protocol/frame";
import type { Problem, Session } from "../protocol/requests";
import type { Averaging, Cell, Matrix, Quantity, TensorId } from "../protocol/tensors";
import type { Trace, TraceRequest } from "../protocol/trace";
import { CostHistory } from "./cost_history";
import { type Preferences, storedPreferences } from "./preferences";
import { Watches } from "./watches";

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
  | "activation"
  | "example";

/** What has to be said across the whole page. */
export type Notice =
  | { kind: "diverged"; divergence: Divergence }
  | { kind: "restarted"; iteration: number }
  | { kind: "broken"; reason: string };

/** An equation as it is, its gradient example by example, or with a mistake. */
export type Mode = "equation" | "apart" | "break";

/** How far training is. */
export type Reading = Pick<Frame, "iteration" | "progress" | "cost" | "accuracy">;

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
  pictures: Watches<PictureWatch, Picture>;
  numbers: Watches<Quantity, Matrix>;
  traces: Watches<TraceRequest, Trace>;
  /** The matrix whose equation is open. */
  selection: Signal<TensorId>;
  /** What is done with the equation. */
  mode: Signal<Mode>;
  /** The mistake that is made in it: its index among those of the equation. */
  mistake: Signal<number | null>;
  /** The answer that is open. */
  question: Signal<Question | null>;
  /** The entry whose trace stays while the pointer is elsewhere. */
  pinned: Signal<Cell | null>;
  /** The example whose column stands out in every matrix. */
  example: Signal<number | null>;
  averaging: Signal<Averaging>;
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
    reading: signal({ iteration: 0, progress: 0, cost: null, accuracy: 0 }),
    playing: signal(false),
    steppedOperation: signal(false),
    costs: new CostHistory(),
    pictures: new Watches<PictureWatch, Picture>(pictureKey),
    numbers: new Watches(quantityKey),
    traces: new Watches(traceKey),
    selection: signal({ name: "W", layer: 1 }),
    mode: signal("equation"),
    mistake: signal(null),
    question: signal(null),
    pinned: signal(null),
    example: signal(null),
    averaging: signal("dW"),
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

/** Where on the page a picture stands. */
export type Place = "card" | "equation" | "why";

/** A picture that stands on the page, in device pixels. */
export interface PictureWatch extends PictureRequest {
  place: Place;
}

/** A picture is the same one at another size. */
function pictureKey({ place, ...quantity }: PictureWatch): string {
  return `${place}:${quantityKey(quantity)}`;
}

/** A matrix as a key: "W1", "W1.used", "dW2.outer.17". */
export function quantityKey({ name, layer, of, index, averaging }: Quantity): string {
  return [`${name}${layer}`, of, index, averaging].filter((part) => part !== undefined).join(".");
}

function traceKey({ operation, layer, cell, averaging }: TraceRequest): string {
  return `${operation}${layer}[${cell}]${averaging ?? ""}`;
}
