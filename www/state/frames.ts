/** What the page shows: asked for as a view, taken in as a frame. */

import { batch, type Signal } from "@preact/signals";
import type { Frame, PictureRequest, View } from "../protocol/frame";
import type { TensorId } from "../protocol/tensors";
import type { PictureWatch, Store } from "./store";

/** Side of the decision boundary's picture in pixels, and intervals of the histogram. */
const BOUNDARY = 72;
const BINS = 20;

/** Milliseconds between two changes of text and curves while training runs: nobody reads faster. */
const READING_INTERVAL = 100;

export class FrameState {
  readonly #store: Store;
  #run = 0;
  #read = Number.NEGATIVE_INFINITY;
  /** The run whose divergence has been told. */
  #toldOf = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What to ask for now, and how to take in the answer. */
  next(): { view: View; show: (frame: Frame) => void } {
    const store = this.#store;
    const session = store.session.value;
    const pictures = store.pictures.requests();
    const numbers = store.numbers.requests();
    const traces = store.traces.requests();
    const view: View = {
      theme: store.theme.value,
      averaging: store.averaging.value,
      pictures: pictures.map((request) => this.#withScale(request)),
      numbers,
      traces,
      pointer: store.pointer.value,
      weightImages: session?.image != null && isFirstWeights(store.selection.value),
      boundary: session?.n0 === 2 ? BOUNDARY : 0,
      bins: session?.n0 === 2 ? 0 : BINS,
      run: this.#run,
      costs: store.costs.length,
    };
    return { view, show: (frame) => batch(() => this.#show(frame, view, pictures)) };
  }

  #withScale(request: PictureRequest): PictureRequest {
    const scale = this.#store.frozenScales.value?.get(`${request.name}${request.layer}`);
    const isAsKept = !request.of || request.of === "used"; // others have other magnitudes
    return scale === undefined || !isAsKept ? request : { ...request, scale };
  }

  #show(frame: Frame, view: View, pictures: PictureWatch[]): void {
    const store = this.#store;
    pictures.forEach((one, index) => {
      const picture = frame.pictures[index];
      if (picture) store.pictures.answer(one).value = picture;
    });
    store.playing.value = frame.playing;
    store.weightImages.value = frame.weightImages;
    if (frame.boundary || store.session.value?.n0 !== 2) store.boundary.value = frame.boundary;
    if (frame.histogram || store.session.value?.n0 === 2) store.histogram.value = frame.histogram;
    this.#takeCosts(frame);
    this.#takeDivergence(frame);
    if (view.pointer === store.pointer.value) store.pointerValue.value = frame.pointerValue;
    const forReading = this.#isForReading(frame);
    view.numbers.forEach((one, index) => {
      show(store.numbers.answer(one), frame.numbers[index] ?? null, forReading);
    });
    view.traces.forEach((one, index) => {
      show(store.traces.answer(one), frame.traces[index] ?? null, forReading);
    });
    if (forReading) {
      const { iteration, progress, cost, accuracy, testAccuracy } = frame;
      store.reading.value = { iteration, progress, cost, accuracy, testAccuracy };
    }
  }

  /** Whether text and curves follow this frame: a few times a second, and the last one of all. */
  #isForReading({ running }: Frame): boolean {
    const now = performance.now();
    if (running && now < this.#read + READING_INTERVAL) return false;
    this.#read = now;
    return true;
  }

  #takeCosts({ run, costs: { from, values } }: Frame): void {
    const { costs } = this.#store;
    const anew = run !== this.#run;
    if (anew) {
      costs.clear();
      this.#run = run;
    }
    if (from === costs.length) costs.append(values);
  }

  /** Says once a run that it has diverged: what was dismissed does not come back. */
  #takeDivergence({ divergence, run }: Frame): void {
    const { notice } = this.#store;
    if (divergence && this.#toldOf !== run) {
      this.#toldOf = run;
      notice.value = { kind: "diverged", divergence };
    }
    if (!divergence && notice.value?.kind === "diverged") notice.value = null;
  }
}

/** What is read changes as often as can be read; what was not there yet is shown at once. */
function show<T>(shown: Signal<T | null>, next: T | null, forReading: boolean): void {
  if (forReading || shown.value === null) shown.value = next;
}

function isFirstWeights({ name, layer }: TensorId): boolean {
  return name === "W" && layer === 1;
}
