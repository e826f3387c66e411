/** What can be chosen for X and Y. */

import type { FileTexts } from "../../i18n/files/texts";
import type { Found, FoundArray, Source } from "../../protocol/files";
import { shapeText } from "./words";

export interface Choice {
  key: string;
  text: string;
  source: Source;
  /** Why it cannot be chosen stands with the array. */
  disabled: boolean;
}

/** The choices of one file. */
export interface ChoiceGroup {
  file: string;
  choices: Choice[];
}

/** Arrays, and of a table its columns of numbers together. */
export function inputChoices(found: Found, t: FileTexts): ChoiceGroup[] {
  return groups(found, (file, array) => {
    const source: Source = { file, array: array.name, columns: null };
    const text = array.columns ? t.plan.tableColumns(array.name) : arrayText(array);
    return [choice("X", source, text, array)];
  });
}

/** Arrays, and of a table each of its columns. */
export function labelChoices(found: Found, t: FileTexts): ChoiceGroup[] {
  return groups(found, (file, array) => {
    const { name, columns } = array;
    if (!columns)
      return [choice("Y", { file, array: name, columns: null }, arrayText(array), array)];
    return columns.map((column) => {
      const classes = column.distinct === null ? "" : String(column.distinct);
      const source = { file, array: name, columns: [column.name] };
      const said = column.name || t.place.firstColumn;
      return choice("Y", source, t.plan.column(said, name, classes), array);
    });
  });
}

/** A source as a key: of X, whatever columns of its table it takes. */
export function keyOf(as: "X" | "Y", source: Source | null): string {
  if (!source) return "";
  const { file, array, columns } = source;
  return JSON.stringify(as === "X" ? [file, array] : [file, array, columns?.[0] ?? null]);
}

function choice(as: "X" | "Y", source: Source, text: string, array: FoundArray): Choice {
  return { key: keyOf(as, source), source, text, disabled: array.problem !== null };
}

function groups(
  { files }: Found,
  choicesOf: (file: string, array: FoundArray) => Choice[],
): ChoiceGroup[] {
  return files.map(({ name, arrays }) => ({
    file: name,
    choices: arrays.flatMap((array) => choicesOf(name, array)),
  }));
}

function arrayText({ name, shape, dtype }: FoundArray): string {
  return `${name} ${shapeText(shape)} ${dtype}`;
}
