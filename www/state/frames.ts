/** What the page shows: asked for as a view, taken in as a frame. */

import { batch, type Signal } from "@preact/signals";
import type { Frame, Picture, PictureRequest, View } from "../protocol/frame";
import type { Cell, TensorId } from "../protocol/tensors";
import { type Place, pictureKey, pictureSignal, type Store } from "./store";

/** Side of the decision boundary's picture in pixels, and intervals of the histogram. */
const BOUNDARY = 72;
const BINS = 20;

/** Milliseconds between two changes of text and curves while training runs: nobody reads faster. */
const READING_INTERVAL = 100;

/** A matrix that stands on the page at a place, in device pixels. */
interface Watched extends PictureRequest {
  place: Place;
}

export class FrameState {
  readonly #store: Store;
  readonly #watched = new Map<string, Watched>();
  #run = 0;
  #read = Number.NEGATIVE_INFINITY;
  /** The run whose divergence has been told. */
  #toldOf = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** From now on the matrix is part of the view; returns how to end that. */
  watch(id: TensorId, place: Place, width: number, height: number): () => void {
    const key = pictureKey(id, place);
    const watched = { name: id.name, layer: id.layer, place, width, height };
    this.#watched.set(key, watched);
    return () => {
      if (this.#watched.get(key) === watched) this.#watched.delete(key);
    };
  }

  /** What to ask for now, and how to take in the answer. */
  next(): { view: View; show: (frame: Frame) => void } {
    const watched = [...this.#watched.values()].filter((one) => this.#exists(one));
    const { session, selection, pointer, theme, costs } = this.#store;
    const chosen = selection.value;
    const view: View = {
      theme: theme.value,
      pictures: watched.map(({ place: _, ...request }) => this.#withScale(request)),
      numbers: this.#exists(chosen) ? chosen : null,
      pointer: pointer.value,
      weightImages: session.value?.image != null && isFirstWeights(chosen),
      boundary: session.value?.n0 === 2 ? BOUNDARY : 0,
      bins: session.value?.n0 === 2 ? 0 : BINS,
      run: this.#run,
      costs: costs.length,
    };
    const asked = pointer.value;
    return { view, show: (frame) => batch(() => this.#show(frame, watched, asked)) };
  }

  /** After a change of layers_dims the page may still show a layer that is gone. */
  #exists({ layer }: TensorId): boolean {
    const L = (this.#store.session.value?.layers_dims.length ?? 0) - 1;
    return layer <= L;
  }

  #withScale(request: PictureRequest): PictureRequest {
    const scale = this.#store.frozenScales.value?.get(`${request.name}${request.layer}`);
    return scale === undefined ? request : { ...request, scale };
  }

  #show(frame: Frame, watched: Watched[], asked: Cell | null): void {
    const store = this.#store;
    watched.forEach((one, index) => {
      showPicture(pictureSignal(store, one, one.place), frame.pictures[index] ?? null);
    });
    store.playing.value = frame.playing;
    store.weightImages.value = frame.weightImages;
    if (frame.boundary || store.session.value?.n0 !== 2) store.boundary.value = frame.boundary;
    if (frame.histogram || store.session.value?.n0 === 2) store.histogram.value = frame.histogram;
    this.#takeCosts(frame);
    this.#takeDivergence(frame);
    if (asked === store.pointer.value) store.pointerValue.value = frame.pointerValue;
    if (this.#isForReading(frame)) {
      store.reading.value = {
        iteration: frame.iteration,
        progress: frame.progress,
        cost: frame.cost,
        accuracy: frame.accuracy,
        numbers: frame.numbers,
      };
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

/** A picture that is the same is not drawn again: X and Y never change while training runs. */
function showPicture(shown: Signal<Picture | null>, next: Picture | null): void {
  if (!next || !shown.value || !samePicture(shown.value, next)) shown.value = next;
}

function samePicture(a: Picture, b: Picture): boolean {
  const { pixels: before, ...restBefore } = a;
  const { pixels: after, ...rest } = b;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return (
    keys.every((key) => restBefore[key] === rest[key]) &&
    before.every((value, index) => value === after[index])
  );
}

function isFirstWeights({ name, layer }: TensorId): boolean {
  return name === "W" && layer === 1;
}
