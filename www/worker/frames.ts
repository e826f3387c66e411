/** Paints what the page shows into one buffer of pixels. */

import type { Trainer } from "#wasm";
import {
  type Boundary,
  type Frame,
  MAX_NUMBERS,
  type Picture,
  type PictureRequest,
  type Progress,
  type Theme,
  type View,
} from "../protocol/frame";
import type { Matrix, TensorId } from "../protocol/tensors";
import { isProblem } from "./problem";

/** Milliseconds between two evaluations of all examples while training runs. */
const EVALUATION_INTERVAL = 100;

/** A picture before it has its pixels. */
type Painted = Omit<Picture, "pixels">;

/** What is drawn from a forward pass over all examples or a plane: costly, so not for every frame. */
type Evaluation = Pick<Frame, "accuracy" | "boundary" | "histogram">;

interface Moment {
  run: number;
  playing: boolean;
  running: boolean;
}

export class FramePainter {
  #evaluated = Number.NEGATIVE_INFINITY;
  #accuracy = 0;
  /** What was evaluated last. */
  #state = "";

  paint(trainer: Trainer, view: View, moment: Moment): Frame {
    const { theme } = view;
    trainer.take_pixels(); // of a frame that was refused half-way
    const painted = view.pictures.map((request) => paint(trainer, request, theme));
    const images = view.weightImages ? weightImages(trainer, theme) : [];
    const take = cutter(trainer.take_pixels());
    const pictures = painted.map((picture) => ({ ...picture, pixels: take(picture) }));
    const weights = images.map((picture) => ({ ...picture, pixels: take(picture) }));
    const from = view.run === moment.run ? view.costs : 0;
    const { pointer } = view;
    return {
      ...(trainer.progress() as Progress),
      ...moment,
      ...this.#evaluate(trainer, view, moment),
      costs: { from, values: trainer.costs_since(from) },
      pictures,
      weightImages: weights,
      numbers: view.numbers && numbers(trainer, view.numbers),
      pointerValue:
        pointer &&
        (trainer.entry(pointer.name, pointer.layer, pointer.row, pointer.column) ?? null),
    };
  }

  /** Anew only where something has changed; the page keeps what it has. */
  #evaluate(trainer: Trainer, view: View, { run, running }: Moment): Evaluation {
    const { boundary: size, bins, theme } = view;
    const { iteration, progress } = trainer.progress() as Progress;
    const state = [run, iteration, progress, size, bins, theme].join();
    const now = performance.now();
    const tooSoon = running && now < this.#evaluated + EVALUATION_INTERVAL;
    if (state === this.#state || tooSoon) {
      return { accuracy: this.#accuracy, boundary: null, histogram: null };
    }
    this.#state = state;
    this.#accuracy = trainer.accuracy();
    const evaluation = {
      accuracy: this.#accuracy,
      boundary: size > 0 ? boundary(trainer, size, theme) : null,
      histogram: bins > 0 ? trainer.prediction_histogram(bins) : null,
    };
    this.#evaluated = performance.now();
    return evaluation;
  }
}

/** The buffers of a frame, which are handed over to the page. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const { boundary, costs, numbers, pictures, weightImages } = frame;
  const pixels = [...pictures, ...weightImages].map((picture) => picture.pixels.buffer);
  const others = [
    costs.values.buffer as ArrayBuffer,
    boundary?.pixels.buffer,
    numbers?.data.buffer,
  ];
  return [...new Set([...pixels, ...others])].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** A matrix as a script gets it. */
export function matrix(trainer: Trainer, { name, layer }: TensorId): Matrix {
  const tensor = trainer.tensor(name, layer);
  const { rows, columns } = tensor;
  const data = tensor.take();
  tensor.free();
  return { rows, cols: columns, data };
}

function paint(trainer: Trainer, request: PictureRequest, theme: Theme): Painted {
  return trainer.paint({ ...request, theme }) as Painted;
}

function weightImages(trainer: Trainer, theme: Theme): Painted[] {
  const [rows] = trainer.shape("W", 1);
  return Array.from(
    { length: rows ?? 0 },
    (_, row) => trainer.paint_weight_image(row, theme) as Painted,
  );
}

function boundary(trainer: Trainer, size: number, theme: Theme): Boundary {
  const ranges = trainer.paint_boundary(size, size, theme) as Pick<Boundary, "x" | "y">;
  return { ...ranges, size, pixels: new Uint8ClampedArray(ownBuffer(trainer.take_pixels())) };
}

function numbers(trainer: Trainer, id: TensorId): (TensorId & Matrix) | null {
  const [rows = 0, columns = 0] = trainer.shape(id.name, id.layer);
  if (rows * columns > MAX_NUMBERS) return null;
  try {
    return { ...id, ...matrix(trainer, id) };
  } catch (error) {
    if (isProblem(error)) return null; // not computed yet
    throw error;
  }
}

/** Cuts a buffer into the pictures that were painted into it. */
function cutter(pixels: Uint8Array): (picture: Painted) => Uint8ClampedArray<ArrayBuffer> {
  const buffer = ownBuffer(pixels);
  let offset = 0;
  return ({ width, height }) => {
    const start = offset;
    offset += 4 * width * height;
    return new Uint8ClampedArray(buffer, start, offset - start);
  };
}

/** The module's copies are whole buffers of their own, never views of its memory. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}
