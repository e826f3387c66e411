/** Paints what the page shows into one buffer of pixels. */

import type { Trainer } from "#wasm";
import { operationOf } from "../equations/operations";
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
import type { Averaging, Cell, Matrix, Quantity, TensorId } from "../protocol/tensors";
import { SHOWN_TERMS, type Trace, type TraceRequest } from "../protocol/trace";
import type { Mistakes } from "./mistakes";
import { isProblem } from "./problem";
import { taken } from "./tensor";

/** Milliseconds between two evaluations of all examples while training runs. */
const EVALUATION_INTERVAL = 100;

/** A picture before it has its pixels. */
type Painted = Omit<Picture, "pixels">;

/** Where there is nothing to paint. */
const NOTHING: Painted = {
  rows: 0,
  columns: 0,
  width: 0,
  height: 0,
  status: "absent",
  scale: 0,
  min: 0,
  max: 0,
  not_finite: 0,
};

/** What is drawn from a forward pass over all examples or a plane: costly, so not for every frame. */
type Evaluation = Pick<Frame, "accuracy" | "testAccuracy" | "boundary" | "histogram">;

interface Moment {
  run: number;
  playing: boolean;
  running: boolean;
}

export class FramePainter {
  readonly #mistakes: Mistakes;
  /** The pictures that the page has, as far as they are still true. */
  #painted = new Set<string>();
  #evaluated = Number.NEGATIVE_INFINITY;
  #accuracy = 0;
  #testAccuracy: number | null = null;
  /** What was evaluated last. */
  #state = "";

  constructor(mistakes: Mistakes) {
    this.#mistakes = mistakes;
  }

  paint(trainer: Trainer, view: View, moment: Moment): Frame {
    trainer.take_pixels(); // of a frame that was refused half-way
    const { averaging, pointer } = view;
    const keys = pictureKeys(trainer, view, moment.run, this.#mistakes.isReady);
    const painted = view.pictures.map((request, index) =>
      this.#painted.has(keys[index] ?? "")
        ? null
        : (unlessRefused(() => this.#picture(trainer, request, view)) ?? NOTHING),
    );
    const images = view.weightImages ? weightImages(trainer, view.theme) : [];
    const take = cutter(trainer.take_pixels());
    const pictures = painted.map((picture) => picture && { ...picture, pixels: take(picture) });
    const weights = images.map((picture) => ({ ...picture, pixels: take(picture) }));
    const from = view.run === moment.run ? view.costs : 0;
    const evaluation = this.#evaluate(trainer, view, moment);
    const frame = {
      ...(trainer.progress() as Progress),
      ...moment,
      ...evaluation,
      costs: { from, values: trainer.costs_since(from) },
      pictures,
      weightImages: weights,
      numbers: view.numbers.map((quantity) =>
        unlessRefused(() => this.#numbers(trainer, quantity, averaging)),
      ),
      traces: view.traces.map((request) => unlessRefused(() => trace(trainer, request, averaging))),
      pointerValue: pointer && unlessRefused(() => this.#entry(trainer, pointer, averaging)),
    };
    this.#painted = new Set(keys); // only now: a frame that is refused does not reach the page
    return frame;
  }

  #picture(trainer: Trainer, request: PictureRequest, { averaging, theme }: View): Painted {
    if (request.of !== "mistake") return trainer.paint({ averaging, ...request, theme }) as Painted;
    const matrix = this.#mistakes.matrix(trainer, request);
    if (!matrix) return NOTHING;
    const { rows, cols, data } = matrix;
    return trainer.paint_entries(data, rows, cols, { ...request, theme }) as Painted;
  }

  #entry(trainer: Trainer, cell: Cell, averaging: Averaging): number | null {
    const { column, row } = cell;
    if (cell.of !== "mistake") return trainer.entry({ averaging, ...cell }, row, column) ?? null;
    const matrix = this.#mistakes.matrix(trainer, cell);
    const isInside = matrix && row < matrix.rows && column < matrix.cols;
    return isInside ? (matrix.data[row * matrix.cols + column] ?? null) : null;
  }

  #numbers(trainer: Trainer, quantity: Quantity, averaging: Averaging): Matrix | null {
    if (quantity.of === "mistake") {
      const matrix = this.#mistakes.matrix(trainer, quantity);
      return matrix && matrix.data.length <= MAX_NUMBERS ? matrix : null;
    }
    return numbers(trainer, quantity, averaging);
  }

  /** Anew only where something has changed; the page keeps what it has. */
  #evaluate(trainer: Trainer, view: View, { run, running }: Moment): Evaluation {
    const { boundary: size, bins, theme } = view;
    const { iteration, progress } = trainer.progress() as Progress;
    const state = [run, iteration, progress, size, bins, theme].join();
    const now = performance.now();
    const tooSoon = running && now < this.#evaluated + EVALUATION_INTERVAL;
    if (state === this.#state || tooSoon) {
      const [accuracy, testAccuracy] = [this.#accuracy, this.#testAccuracy];
      return { accuracy, testAccuracy, boundary: null, histogram: null };
    }
    const evaluation = {
      accuracy: trainer.accuracy(),
      testAccuracy: trainer.test_accuracy() ?? null,
      boundary: size > 0 ? boundary(trainer, size, theme) : null,
      histogram: bins > 0 ? trainer.prediction_histogram(bins) : null,
    };
    this.#accuracy = evaluation.accuracy;
    this.#testAccuracy = evaluation.testAccuracy;
    this.#state = state; // only now: a frame that is refused does not reach the page
    this.#evaluated = performance.now();
    return evaluation;
  }
}

/** The buffers of a frame, which are handed over to the page. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const { boundary, costs, numbers, pictures, weightImages } = frame;
  const pixels = [...pictures, ...weightImages].map((picture) => picture?.pixels.buffer);
  const others = [
    costs.values.buffer,
    boundary?.pixels.buffer,
    ...numbers.map((matrix) => matrix?.data.buffer),
  ];
  return [...new Set([...pixels, ...others])].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** A matrix as a script gets it. */
export function matrix(trainer: Trainer, { name, layer }: TensorId): Matrix {
  return taken(trainer.tensor(name, layer));
}

/** Whether training leaves a matrix as it is: X and Y. */
function isGiven(id: TensorId): boolean {
  return operationOf(id) === null;
}

/** What each picture shows, and of which moment: where that is the same, so is the picture. */
function pictureKeys(
  trainer: Trainer,
  { averaging, pictures, theme }: View,
  run: number,
  hasMistakes: boolean,
): string[] {
  const { iteration, progress } = trainer.progress() as Progress;
  const hasMistake = pictures.some(({ of }) => of === "mistake");
  const { alpha } = hasMistake ? (trainer.network() as { alpha: number }) : { alpha: 0 };
  return pictures.map((request) => {
    const moment = isGiven(request) ? [run] : [run, iteration, progress, averaging];
    // A mistaken update depends on α, and needs a module that may come later.
    const mistake = request.of === "mistake" ? [hasMistakes, alpha] : [];
    return JSON.stringify([request, theme, moment, mistake]);
  });
}

/**
 * What is there; null where it is not computed yet, or gone: the page may still ask for what a change of
 * layers or data has taken away, and everything else goes on.
 */
function unlessRefused<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
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

function numbers(trainer: Trainer, quantity: Quantity, averaging: Averaging): Matrix | null {
  if (trainer.size(quantity) > MAX_NUMBERS) return null;
  return taken(trainer.read({ averaging, ...quantity }));
}

function trace(trainer: Trainer, request: TraceRequest, averaging: Averaging): Trace | null {
  const cell = request.cell === "cost" ? null : request.cell;
  return trainer.trace({ averaging, ...request, cell, terms: SHOWN_TERMS }) ?? null;
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
