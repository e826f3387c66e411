/** The panel that checks numbers, in English. */

import { mistakes } from "./mistakes.en";
import type { CheckingTexts } from "./texts";

const number = (count: number) => count.toLocaleString("en");
const list = (items: string[]) => new Intl.ListFormat("en").format(items);
const some = (count: number, one: string, many = `${one}s`) =>
  `${number(count)} ${count === 1 ? one : many}`;
const NAMES = {
  agrees: "agrees",
  differs: "differs",
  wrong_shape: "wrong shape",
  not_computed: "not computed yet",
  unrecognised: "not recognised",
};
const MANY: Record<keyof typeof NAMES, [one: string, many: string]> = {
  agrees: ["agrees", "agree"],
  differs: ["differs", "differ"],
  wrong_shape: ["has another shape", "have another shape"],
  not_computed: ["is not computed yet", "are not computed yet"],
  unrecognised: ["is not recognised", "are not recognised"],
};

export const checking: CheckingTexts = {
  heading: "Check my numbers",
  close: "Close",
  input: {
    label: "Paste what your notebook printed: one or several arrays, with or without names",
    placeholder: "dW2 = [[ 0.0412 -0.173 ]\n [ 0.5 …",
    hint: "print, repr, np.array([[…]]), a dictionary or printed costs; rounded or shortened with … as NumPy does it. Checking pauses the training; nothing else changes.",
    check: "Check",
    checking: "Checking…",
    example: "Example",
    choose: "Choose .npz, .npy…",
    chooseLabel: "Choose a file of arrays",
    clear: "Clear",
    file: (name) => `Arrays of ${name}`,
    longText: (characters) => `A long text of ${number(characters)} characters`,
    remove: "Leave it aside",
  },
  problems: {
    empty:
      "There is nothing to check yet. Paste what your notebook printed, or drop an .npz or .npy.",
    too_long:
      "That is more text than can be checked at once. Save the arrays with np.savez and drop the .npz here.",
    no_numbers_file: "Only .npz, .npy and plain text can be checked here.",
    no_arrays: "There are no arrays of numbers in this file.",
    unreadable: "The file cannot be read (any more). Choose it once more.",
    lost: "The check broke off. The text is still here: check once more.",
    place: (line, column) => `Line ${line}, column ${column}`,
    text: {
      nothing: (_, got) =>
        `No array and no number as NumPy prints it was found. The text begins with ${got}.`,
      number: (_, got) => `A number was expected here, but there is ${got}.`,
      ragged: (wanted, got) =>
        `The first row has ${some(Number(wanted), "entry", "entries")}, this one has ${got}.`,
      abbreviation: () => "This row is not shortened with … in the same place as the first one.",
      unclosed: () =>
        "The array that begins here has no end: a ] is missing. Was all of it copied?",
      axes: (_, got) => `An array of ${got} axes begins here; the matrices have two.`,
      file_axes: (name, shape) => `${name} has the shape (${shape}); the matrices have two axes.`,
      shape: (wanted, got) => `The shape says ${wanted}, but the entries have the shape ${got}.`,
    },
  },
  result: {
    heading: "What came of it",
    summary: (counts) => {
      const statuses = Object.keys(MANY) as (keyof typeof MANY)[];
      const parts = statuses.flatMap((status) => {
        const count = counts[status];
        return count > 0 ? [`${number(count)} ${MANY[status][count === 1 ? 0 : 1]}`] : [];
      });
      return `${parts.join(", ")}.`;
    },
    nothing: "Nothing to compare.",
    at: (iterations) => `Compared with the page after ${some(iterations, "iteration")}.`,
    underWay: (iterations, done, all) =>
      `Compared with the page after ${some(iterations, "iteration")}, with ${done} of the ${all} operations of the next one done.`,
    movedOn: "The page has gone on since.",
    again: "Check again",
    ofFile: (name) => `From ${name}.`,
    more: (count) => `Show ${some(count, "more array")}`,
  },
  array: {
    unnamed: (index) => `array ${index}`,
    atLine: (line) => `line ${number(line)}`,
    costs: "costs",
    takenFor: "taken for",
    foundBy: { name: "by its name", value: "by its numbers" },
    others: (list) => `It could also be ${list}.`,
    other: (symbol, agreeing, entries) => `${symbol} (${agreeing} of ${entries} agree)`,
    statuses: NAMES,
    agrees: (entries) =>
      entries === 1
        ? "It agrees in every printed digit."
        : `All ${number(entries)} entries agree in every printed digit.`,
    differs: (differing, entries, largest) =>
      entries === 1
        ? `It differs by ${largest}.`
        : `${number(differing)} of ${some(entries, "entry", "entries")} ${differing === 1 ? "differs" : "differ"}, by at most ${largest}.`,
    wrongShape: (got, wanted) => `The shape is ${got}; it should be ${wanted}.`,
    arrangements: {
      transposed: {
        right: "The numbers are right, but transposed.",
        wrong: (differing, entries) =>
          `Even as the transpose, ${number(differing)} of ${number(entries)} entries differ.`,
      },
      flattened: {
        right: "The numbers are right, and in the right order; only the axes are others.",
        wrong: (differing, entries) =>
          `Read one after the other, ${number(differing)} of ${number(entries)} entries differ.`,
      },
    },
    notLaid: "So its entries cannot be compared one by one.",
    notComputed:
      "The run on the page has not come to these iterations yet. Train on, then check again.",
    unrecognised: (shape) =>
      `No matrix of this network has this name, or the shape ${shape}. Write its name before it, as in dW2 = [[…]].`,
    entries: (count) => (count === 1 ? "The entry" : `The ${number(count)} entries`),
    firstDifferences: (count) =>
      count === 1 ? "The entry that differs" : `The first ${count} entries that differ`,
    grid: (symbol) => `Printed entries of ${symbol}; arrow keys walk through them`,
    pointAt: "Point at an entry, tap it, or walk with the arrow keys.",
    pasted: "yours",
    expected: "page",
    difference: "difference",
    agreesHere: "agrees",
    differsHere: "differs",
    place: "entry",
    iteration: "iteration",
    rowsLeftOut: "left out by NumPy",
  },
  diagnosis: {
    one: "What makes these numbers",
    several: (count) =>
      count === 2
        ? "Either of these two makes these very numbers"
        : `Any one of these ${count} makes these very numbers`,
    sameAs: (name) => `The same mistake as in ${name} makes these numbers.`,
    wrong: "wrong",
    right: "right",
    since: {
      start: "In every iteration, from the first one on.",
      iteration: "Only in this iteration; all before it were right.",
    },
    explains: (explained, differing) =>
      `Explains ${explained} of the ${differing} arrays that differ.`,
    inconsistent: "But then an array that agrees here would not be right.",
    none: "None of the known mistakes makes these numbers.",
    noneTried: "None of the mistakes that could be tried makes these numbers.",
    first: (place, pasted, expected) =>
      `The first entry that differs is ${place}: ${pasted}, where the page has ${expected}.`,
    showEquation: (symbol) => `Show the equation of ${symbol}`,
    given: "X and Y are the data: compare how they were loaded.",
    untried: (count) =>
      `${some(count, "mistake")} ${count === 1 ? "was" : "were"} tried in this iteration alone: from the first one on it would have taken too long.`,
    where: (lines, layers) => {
      const line = ` in the ${lines.length === 1 ? "line" : "lines"} of ${list(lines)}`;
      if (layers.length === 0) return line;
      return `${line}, ${layers.length === 1 ? "layer" : "layers"} ${list(layers.map(String))}`;
    },
  },
  mistakes,
};
