// @ts-check
// While the page plays at full speed: iterations a second, and how evenly its frames come.
import { configure, withPage } from "./lib/stage.mjs";

const REPETITIONS = 5;
const MILLISECONDS = 3000;
const WARM_UP = 1000;

/** The network of the page as it opens. */
const FLOWER = { layers_dims: [2, 4, 3, 1], dataset: { name: "flower", m: 400 } };
/** Two hidden layers of 64, 1797 pictures of 8 × 8. */
const DIGITS = { layers_dims: [64, 64, 64, 1], dataset: { name: "digits" } };

/** The size of the course's image network. */
const IMAGES = {
  layers_dims: [12288, 20, 7, 5, 1],
  learning_rate: 0.0075,
  dataset: { name: "randn", n0: 12288, m: 209 },
};

/** @typedef {import("./lib/stage.mjs").Stage} Stage */

/** @param {Stage} stage */
export const playingFlower = (stage) => playing(stage, FLOWER);

/** @param {Stage} stage */
export const playingDigits = (stage) => playing(stage, DIGITS);

/** @param {Stage} stage */
export const playingImages = (stage) => playing(stage, IMAGES);

/**
 * @param {Stage} stage
 * @param {import("./lib/stage.mjs").ConfigurationInput} configuration
 * @returns {Promise<import("./lib/rows.mjs").Row[]>}
 */
async function playing(stage, configuration) {
  const runs = await withPage(
    stage,
    async (page) => {
      await configure(page, configuration);
      await page.evaluate(playFor, WARM_UP);
      /** @type {Run[]} */
      const runs = [];
      for (let repetition = 0; repetition < REPETITIONS; repetition++) {
        runs.push(await page.evaluate(playFor, MILLISECONDS));
      }
      return runs;
    },
    countPictures,
  );
  return [
    {
      what: "iterations a second",
      unit: "1/s",
      values: runs.map(({ iterations, seconds }) => iterations / seconds),
      better: "more",
    },
    {
      what: "frames of pictures that reach the page",
      unit: "1/s",
      values: runs.map(({ pictures, seconds }) => pictures / seconds),
      better: "more",
    },
    {
      what: "frame interval, by timestamp",
      unit: "ms",
      values: runs.flatMap(({ timestamps }) => intervals(timestamps)),
      better: "less",
    },
    {
      what: "frame interval, by time of callback",
      unit: "ms",
      values: runs.flatMap(({ callbacks }) => intervals(callbacks)),
      better: "less",
    },
  ];
}

/** @param {number[]} times */
const intervals = (times) => times.slice(1).map((time, index) => time - times[index]);

/**
 * @typedef {object} Run
 * @property {number} iterations
 * @property {number} seconds
 * @property {number} pictures
 * @property {number[]} timestamps of requestAnimationFrame
 * @property {number[]} callbacks when its callback was called
 */

/**
 * In the page: begins anew and plays at full speed, which is the speed of a first visit.
 * @param {number} milliseconds
 * @returns {Promise<Run>}
 */
async function playFor(milliseconds) {
  const { backlight } = window;
  if (!backlight) throw new Error("the page is not there");
  const pictures = () => Number(Reflect.get(window, "pictureFrames"));
  await backlight.reset();
  await backlight.play();
  const { iteration } = await backlight.state();
  const start = performance.now();
  const picturesBefore = pictures();
  /** @type {number[]} */
  const timestamps = [];
  /** @type {number[]} */
  const callbacks = [];
  await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const next = (/** @type {number} */ timestamp) => {
      timestamps.push(timestamp);
      callbacks.push(performance.now());
      if (performance.now() < start + milliseconds) requestAnimationFrame(next);
      else resolve();
    };
    requestAnimationFrame(next);
  });
  const shown = pictures() - picturesBefore;
  const after = await backlight.state();
  const seconds = (performance.now() - start) / 1000;
  await backlight.pause();
  return {
    iterations: after.iteration - iteration,
    seconds,
    pictures: shown,
    timestamps,
    callbacks,
  };
}

/** In the page: counts the worker's answers that carry pictures. */
function countPictures() {
  Object.assign(window, { pictureFrames: 0 });
  window.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} args */
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data?.value?.value?.pictures) {
          Reflect.set(window, "pictureFrames", Reflect.get(window, "pictureFrames") + 1);
        }
      });
    }
  };
}
