/** The texts of the dialog of files: each language has all of them, and is fetched when it is first needed. */

import type { FileProblemKind, Note, ScalingKind } from "../../protocol/files";

/** What only the page can find wrong with a file. */
export type PageProblemKind = "image" | "unreadable" | "lost";

type Said = string;
/** Of a problem, what was wanted and what came. */
type Told = (wanted: string, got: string) => Said;

export interface FileTexts {
  heading: Said;
  close: Said;
  cancel: Said;
  accept: Said;
  /** The files. */
  files: {
    heading: Said;
    add: Said;
    addHint: Said;
    remove: (name: string) => Said;
    reading: (name: string, done: string, of: string) => Said;
    parsing: (name: string) => Said;
    converting: (percent: string) => Said;
    waiting: (count: string) => Said;
    rows: (rows: string, columns: string) => Said;
    range: (min: string, max: string) => Said;
    notFinite: (count: string) => Said;
    pictures: (count: string, height: string, width: string, channels: string) => Said;
    more: (count: string) => Said;
    unusable: Said;
    refused: Said;
    parameters: (name: string) => Said;
    importParameters: Said;
  };
  /** The plan. */
  plan: {
    heading: Said;
    X: Said;
    Y: Said;
    test_X: Said;
    test_Y: Said;
    none: Said;
    choose: Said;
    /** The columns of a table that are inputs. */
    tableColumns: (table: string) => Said;
    /** A column of labels. */
    column: (column: string, table: string, classes: string) => Said;
    whichColumns: (used: string, of: string) => Said;
    allNumbers: Said;
    examples: Said;
    along: { rows: Said; columns: Said };
    flatten: Said;
    scaling: Said;
    scalings: Record<ScalingKind, Said>;
    positive: Said;
    positiveFirst: Said;
    first: Said;
    ofAll: (m: string) => Said;
    all: Said;
  };
  /** What comes of it. */
  preview: {
    heading: Said;
    nothing: Said;
    test: Said;
    features: (names: string) => Said;
    /** Beside the formula of standardised inputs. */
    standardised: Said;
    range: (min: string, max: string) => Said;
    memory: (total: string) => Said;
    network: (layersDims: string) => Said;
  };
  /** A place in a file, and what stands between its parts. */
  place: {
    array: (name: string) => Said;
    row: (row: string) => Said;
    column: (column: string) => Said;
    firstColumn: Said;
  };
  notes: Notes;
  problems: Record<FileProblemKind | PageProblemKind, Told>;
}

/** The parts of each note, as texts. */
interface Notes extends Record<Note["kind"], (...parts: never[]) => Said> {
  labels: (zero: string, one: string) => Said;
  one_against_rest: (one: string, rest: string) => Said;
  index_column: (file: string, column: string) => Said;
  empty_columns: (file: string, columns: string) => Said;
  text_columns: (file: string, columns: string) => Said;
  no_header: (file: string) => Said;
  decimal_comma: (file: string) => Said;
  square: (m: string, along: string) => Said;
  constant_features: (count: string) => Said;
  first_examples: (used: string, of: string) => Said;
  one_test_class: (name: string) => Said;
  no_test_labels: (file: string, array: string) => Said;
  unscaled: (min: string, max: string) => Said;
  unusable_arrays: (file: string, arrays: string) => Said;
}
