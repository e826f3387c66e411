/** Everything that the page knows, as signals. Plain data: `actions.ts`, the frames and the preferences change it. */

import { type Signal, signal } from "@preact/signals";
import { en } from "../i18n/en";
import type { Messages } from "../i18n/messages";
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
import type { ExampleImages, Predictions } from "../protocol/predictions";
import type { Problem, Session } from "../protocol/requests";
import type { Averaging, Cell, Matrix, Quantity, TensorId } from "../protocol/tensors";
import type { Trace, TraceRequest } from "../protocol/trace";
import { type CheckingState, nothingChecked } from "./checking_state";
import { CostHistory } from "./cost_history";
import type { OpeningState } from "./opening_state";
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
  | { kind: "lost"; problem: Problem }
  | { kind: "broken"; reason: string };

/** An equation as it is, its gradient example by example, or with a mistake. */
export type Mode = "equation" | "apart" | "break";

/** How far training is. */
export type Reading = Pick<Frame, "iteration" | "progress" | "cost" | "accuracy" | "testAccuracy">;

/** What was done, or could not be done, in a few words at the edge of the page. */
export type Toast =
  | { kind: "saved"; name: string }
  | { kind: "copied"; what: string }
  | { kind: "imported"; name: string }
  | { kind: "refused"; problem: Problem }
  | { kind: "failed"; reason: string }
  | { kind: "not_computed" | "too_large"; what: string }
  | { kind: "no_clipboard" };

/** What the network says of its examples, at some moment. */
export interface ShownPredictions {
  predictions: Predictions;
  /** The mislabelled examples, where they are pictures. */
  images: ExampleImages | null;
  accuracy: number;
  testAccuracy: number | null;
}

/** A picture of one's own, and what the network says of it; or why it cannot be shown to the network. */
export type OwnPicture =
  | {
      kind: "classified";
      name: string;
      /** The whole picture, as an address. */
      url: string;
      /** As the network sees it. */
      seen: ExampleImages;
      inverted: boolean;
      a: number;
    }
  | { kind: "no_picture"; name: string; type: string }
  | { kind: "damaged"; name: string }
  | { kind: "no_image_data"; name: string }
  | { kind: "refused"; name: string; problem: Problem };

export interface Store {
  preferences: Signal<Preferences>;
  /** The texts in the language in force; they come a little later than the choice. */
  messages: Signal<Messages>;
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
  /** Whether what the network says of its examples is looked at. */
  predicting: Signal<boolean>;
  predictions: Signal<ShownPredictions | null>;
  ownPicture: Signal<OwnPicture | null>;
  toast: Signal<Toast | null>;
  /** The files that are looked at before they are opened; null while there are none. */
  opening: Signal<OpeningState | null>;
  /** The numbers of a notebook that are checked, and what came of it. */
  checking: Signal<CheckingState>;
  problems: Signal<Partial<Record<Control, Problem>>>;
  notice: Signal<Notice | null>;
}

export function createStore(): Store {
  return {
    preferences: storedPreferences(),
    messages: signal(en),
    theme: signal("light"),
    session: signal(null),
    catalogue: signal([]),
    reading: signal({ iteration: 0, progress: 0, cost: null, accuracy: 0, testAccuracy: null }),
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
    predicting: signal(false),
    predictions: signal(null),
    ownPicture: signal(null),
    toast: signal(null),
    opening: signal(null),
    checking: signal(nothingChecked()),
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
