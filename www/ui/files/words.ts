/** Problems, notes and sizes in words. */

import { shortened } from "../../i18n/files/parts";
import type { FileTexts } from "../../i18n/files/texts";
import { type Messages, problemText } from "../../i18n/messages";
import type { Note } from "../../protocol/files";
import type { Problem } from "../../protocol/requests";
import { formatExact, formatNumber } from "../../view/format";

/** Where a problem is: "iris.csv, row 5, column species"; empty where it is of no file. */
export function placeText(t: FileTexts, { file, array, row, column }: Problem): string {
  const parts = [];
  if (file) parts.push(file);
  // An .npy or .csv file and its only array have one name.
  if (array && !file?.startsWith(`${array}.`)) parts.push(t.place.array(array));
  if (typeof row === "number") parts.push(t.place.row(String(row)));
  if (typeof column === "string") parts.push(t.place.column(column || t.place.firstColumn));
  return parts.join(", ");
}

/** What was wanted and what came, as a sentence. */
export function fileProblemText(t: FileTexts, messages: Messages, problem: Problem): string {
  const { kind, wanted, got } = problem;
  const told = Object.hasOwn(t.problems, kind)
    ? t.problems[kind as keyof FileTexts["problems"]]
    : null;
  return told ? told(wanted, got) : problemText(messages, problem);
}

export function noteText(t: FileTexts, note: Note): string {
  const { notes } = t;
  switch (note.kind) {
    case "labels":
      return notes.labels(note.zero, note.one);
    case "one_against_rest":
      return notes.one_against_rest(note.one, shortened(note.rest));
    case "index_column":
      return notes.index_column(note.file, note.column || t.place.firstColumn);
    case "empty_columns":
    case "text_columns":
      return notes[note.kind](note.file, shortened(note.columns));
    case "no_header":
    case "decimal_comma":
      return notes[note.kind](note.file);
    case "square":
      return notes.square(String(note.m), t.plan.along[note.examples]);
    case "constant_features":
      return notes.constant_features(String(note.count));
    case "first_examples":
      return notes.first_examples(String(note.used), String(note.of));
    case "one_test_class":
      return notes.one_test_class(note.name);
    case "no_test_labels":
      return notes.no_test_labels(note.file, note.array);
    case "unscaled":
      return notes.unscaled(boundText(note.min), boundText(note.max));
    case "unusable_arrays":
      return notes.unusable_arrays(note.file, shortened(note.arrays));
  }
}

/** A bound of a range: a whole number as it is. */
export function boundText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e6
    ? formatExact(value)
    : formatNumber(value);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "2.6 MB" */
export function bytesText(bytes: number, language: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = power > 0 && value < 10 ? 1 : 0;
  const unit = UNITS[power] ?? "byte";
  const unitDisplay = power === 0 ? "long" : "short";
  return value.toLocaleString(language, {
    style: "unit",
    unit,
    unitDisplay,
    maximumFractionDigits,
  });
}

/** A shape as Python prints it. */
export function shapeText(shape: number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}
