/** What can be wrong with a text that was pasted, as the reader of what NumPy prints tells it. */

/** Why there is nothing to check, as only the page can say. */
export type PageProblem =
  | "empty"
  | "too_long"
  | "no_numbers_file"
  | "no_arrays"
  | "unreadable"
  | "lost";

/** A place in a text, both from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

export interface TextProblem {
  kind:
    | "nothing"
    | "number"
    | "ragged"
    | "abbreviation"
    | "unclosed"
    | "axes"
    | "shape"
    | "file_axes";
  /** null where it is the whole text. */
  place: TextPlace | null;
  wanted: string;
  got: string;
}

/** What stands behind the place, and the parts of it that a sentence tells. */
const FORMS: [kind: TextProblem["kind"], form: RegExp][] = [
  ["nothing", /^expected an array or a number as NumPy prints it, got (?<got>.*)$/s],
  ["number", /^expected a number, got (?<got>.*)$/s],
  ["ragged", /^expected a row of (?<wanted>\d+) entries as the first, got (?<got>\d+)$/],
  ["abbreviation", /^expected a row abbreviated in the same place as the first, got another$/],
  [
    "unclosed",
    /^expected a \] to every \[ of the array that begins here, got the end of the text$/,
  ],
  ["axes", /^expected an array of at most 2 axes, got one of (?<got>\d+)$/],
  // Of an array in a file.
  ["file_axes", /^array '(?<wanted>.*)': expected at most 2 axes, got the shape \[(?<got>.*)\]$/],
  ["shape", /^expected entries of the shape (?<wanted>.*), got (?<got>.*)$/],
];

/** The parts of the reader's sentence; null where it is none of those that are known. */
export function textProblemIn(message: string): TextProblem | null {
  const found = /^line (\d+), column (\d+): /.exec(message);
  const said = message.slice(found?.[0].length ?? 0);
  for (const [kind, form] of FORMS) {
    const parts = form.exec(said);
    if (!parts) continue;
    const { wanted = "", got = "" } = parts.groups ?? {};
    const place = found && { line: Number(found[1]), column: Number(found[2]) };
    return { kind, place, wanted, got };
  }
  return null;
}
