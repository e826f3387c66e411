// @ts-check
// All that `npm run bench` measures, in this order. Another program's figures (NumPy's, say) are one more file and one
// more entry.
import { cargo } from "../../scripts/setup/cargo.mjs";
import { firstLoad } from "./first_load.mjs";
import { latency } from "./latency.mjs";
import { native } from "./native.mjs";
import { playingDigits, playingFlower, playingImages } from "./playing.mjs";
import { stepping } from "./stepping.mjs";
import { tracing } from "./tracing.mjs";

/** @typedef {import("./lib/rows.mjs").Row} Row */
/** @typedef {import("./lib/stage.mjs").Stage} Stage */

/**
 * @typedef {object} Common
 * @property {string} name as in `npm run bench -- name`
 * @property {string} title
 */

/** @typedef {Common & { onPage: (stage: Stage) => Promise<Row[]> }} OnPage measured in the browser */

/**
 * @typedef {Common & { needs: (() => Promise<unknown>)[], alone: () => Promise<Row[]> }} Alone measured without the page,
 * when what it needs is set up
 */

/** @type {(OnPage | Alone)[]} */
export const measurements = [
  { name: "load", title: "first load, from this machine", onPage: firstLoad },
  {
    name: "flower",
    title: "playing at full speed: flower, [2,4,3,1], m=400",
    onPage: playingFlower,
  },
  {
    name: "latency",
    title: "input while it plays at full speed: flower, [2,4,3,1], m=400",
    onPage: latency,
  },
  {
    name: "digits",
    title: "playing at full speed: digits, [64,64,64,1], m=1797",
    onPage: playingDigits,
  },
  {
    name: "images",
    title: "playing at full speed: 12288 inputs, [12288,20,7,5,1], m=209",
    onPage: playingImages,
  },
  {
    name: "tracing",
    title: "tracing an entry: digits, [64,32,16,1], m=1797",
    onPage: tracing,
  },
  {
    name: "stepping",
    title: "training alone, in the page's worker: backlight.step(n) with no pictures asked for",
    onPage: stepping,
  },
  {
    name: "native",
    title: "training alone, outside of the browser: the same crate, natively (each a median of 15)",
    needs: [cargo],
    alone: native,
  },
];
