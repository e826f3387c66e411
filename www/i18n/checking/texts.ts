/** The texts of the panel that checks numbers: each language has all of them, and is fetched when it is first needed. */

import type { Check, DiagnosisKind } from "../../protocol/checking";
import type { PageProblem, TextProblem } from "./problems";

type Said = string;

/** What the sentence of a mistake tells, as texts of the language; what it does not need is empty. */
export interface MistakeParts {
  /** In which line, of which layers: " in the line of dW, layer 2". */
  where: Said;
  /** What the numbers are, "dZ[2]", and what they were taken for. */
  subject: Said;
  wanted: Said;
  seed: Said;
  /** The preset's rule, where W is drawn by one. */
  rule: Said;
  learningRate: Said;
  /** Completed iterations: of the numbers, and of the page. */
  iteration: number;
  now: number;
}

export interface MistakeTexts {
  /** In a few words. */
  name: Said;
  sentence: (parts: MistakeParts) => Said;
}

export interface CheckingTexts {
  heading: Said;
  close: Said;
  /** What is pasted. */
  input: {
    label: Said;
    placeholder: Said;
    hint: Said;
    check: Said;
    checking: Said;
    example: Said;
    choose: Said;
    chooseLabel: Said;
    clear: Said;
    file: (name: string) => Said;
    longText: (characters: number) => Said;
    remove: Said;
  };
  problems: Record<PageProblem, Said> & {
    /** Where in the text it is. */
    place: (line: number, column: number) => Said;
    text: Record<TextProblem["kind"], (wanted: string, got: string) => Said>;
  };
  /** What came of it. */
  result: {
    heading: Said;
    summary: (counts: Record<Check["status"], number>) => Said;
    nothing: Said;
    /** The moment that the numbers belong to. */
    at: (iterations: number) => Said;
    underWay: (iterations: number, done: number, all: number) => Said;
    movedOn: Said;
    again: Said;
    ofFile: (name: string) => Said;
    more: (count: number) => Said;
  };
  /** One array. */
  array: {
    unnamed: (index: number) => Said;
    atLine: (line: number) => Said;
    costs: Said;
    takenFor: Said;
    foundBy: Record<"name" | "value", Said>;
    others: (list: string) => Said;
    other: (symbol: string, agreeing: number, entries: number) => Said;
    statuses: Record<Check["status"], Said>;
    agrees: (entries: number) => Said;
    differs: (differing: number, entries: number, largest: string) => Said;
    wrongShape: (got: string, wanted: string) => Said;
    arrangements: Record<
      "transposed" | "flattened",
      { right: Said; wrong: (differing: number, entries: number) => Said }
    >;
    notLaid: Said;
    notComputed: Said;
    unrecognised: (shape: string) => Said;
    entries: (count: number) => Said;
    firstDifferences: (count: number) => Said;
    grid: (symbol: string) => Said;
    pointAt: Said;
    pasted: Said;
    expected: Said;
    difference: Said;
    agreesHere: Said;
    differsHere: Said;
    place: Said;
    iteration: Said;
    rowsLeftOut: Said;
  };
  /** Why it differs. */
  diagnosis: {
    one: Said;
    several: (count: number) => Said;
    sameAs: (name: string) => Said;
    wrong: Said;
    right: Said;
    since: Record<"start" | "iteration", Said>;
    explains: (explained: number, differing: number) => Said;
    inconsistent: Said;
    none: Said;
    /** The same, where some were tried in one iteration alone. */
    noneTried: Said;
    first: (place: string, pasted: string, expected: string) => Said;
    showEquation: (symbol: string) => Said;
    given: Said;
    untried: (count: number) => Said;
    /** In the lines of what, of which layers. */
    where: (lines: string[], layers: number[]) => Said;
  };
  mistakes: Record<DiagnosisKind, MistakeTexts>;
}
