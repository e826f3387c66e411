/**
 * People's own files: what was found in them, which of it becomes X and Y, and what can be wrong.
 * All of it crosses from `crates/wasm-files` (`#files`) as plain data, with these very names.
 */

import type { ImageShape } from "./configuration";

/** Told by the content of a file; a `.hdf5` file is `h5`, and a `.tsv` file is `csv`. */
export type FileFormat = "h5" | "npz" | "npy" | "csv";

/** What is in the files that are open. */
export interface Found {
  files: FoundFile[];
  /** Bytes that the files take in memory. */
  memory: number;
}

export interface FoundFile {
  /** As it was added, without a folder. Adding another file of the same name replaces it. */
  name: string;
  format: FileFormat;
  /** Size of the file. */
  bytes: number;
  arrays: FoundArray[];
  /** What the reader took for granted. */
  notes: Note[];
}

/** An array of a file. A `.csv` file has one: its table. */
export interface FoundArray {
  /** In an `.h5` file the whole path ("data/train_x"); in `.npy` and `.csv` the file's name without its ending. */
  name: string;
  /** As NumPy prints it. Of a table, its rows (without the header) and columns. */
  shape: number[];
  /** NumPy's name: "uint8", "int64", "float64", "bool", "|S7", "<U5", "object", "complex128"; "table" of a `.csv`. */
  dtype: string;
  /** The first few values, in C order. */
  values: string[];
  /** Of the finite numbers; null where there are none. */
  min: number | null;
  max: number | null;
  /** Entries that are NaN or infinite; of a table also the empty cells of its columns of numbers. */
  not_finite: number;
  /** Of a table; null of any other array. */
  columns: FoundColumn[] | null;
  /** The pictures that it holds, if it has the shape of pictures: thumbnails can be asked for. */
  images: FoundImages | null;
  /** Why it cannot be used, if it cannot. The others of its file can. */
  problem: FileProblem | null;
}

export interface FoundImages extends ImageShape {
  count: number;
}

/** A column of a table. */
export interface FoundColumn {
  /** From the header; without one "0", "1", … */
  name: string;
  /** `mixed` has numbers and text, and can hold labels only. */
  kind: "numbers" | "text" | "mixed";
  /** The first few cells. */
  values: string[];
  /** Different values, counted up to 20; null for more. */
  distinct: number | null;
}

/** An array of a file, or columns of a table. */
export interface Source {
  file: string;
  array: string;
  /**
   * Of a table: the columns. For X, null means all columns of numbers but the one of Y and an index; for
   * Y there has to be one.
   */
  columns: string[] | null;
}

export type ScalingKind = "none" | "/255" | "standardise";

/** What becomes X and Y, and how. Whatever {@link Files.propose} gives can be changed and checked again. */
export interface Plan {
  /** Null where nothing looks like it: somebody has to choose. */
  X: Source | null;
  Y: Source | null;
  test_X: Source | null;
  test_Y: Source | null;
  /** Whether an example is a row of X (its first axis) or a column (its last axis). */
  examples: "rows" | "columns";
  /** `(m, h, w, c)` → `(h·w·c, m)`, in the order of `reshape(m, -1).T`. Needed of any X with more than two axes. */
  flatten: boolean;
  scaling: ScalingKind;
  /** The class that becomes 1, as {@link ClassCount.label} writes it; null leaves it to the reader. */
  positive: string | null;
  /** Only the first so many examples of the training set; null for all. */
  first: number | null;
}

/** A class of the labels. */
export interface ClassCount {
  /** Its text in the file, or the number as Python prints it. */
  label: string;
  count: number;
}

/** What 0 or 1 of Y stands for. */
export interface PreviewClass {
  /** 0 or 1. */
  value: number;
  /** What the files call it: `list_classes`, the text in the file, or the number. */
  name: string;
  /** Examples of it in the training set and in the test set. */
  count: number;
  test_count: number;
}

/** What a plan gives, told without converting all of it. */
export interface Preview {
  n0: number;
  /** Examples in the training set. */
  m: number;
  /** Examples in the test set; 0 without one. */
  test_m: number;
  /** The picture in a column of X; null where X holds none. */
  image: ImageShape | null;
  /** Of 0, then of 1. */
  classes: PreviewClass[];
  /** All classes of the training labels as they are in the file, for the choice of `positive`. */
  labels: ClassCount[];
  /** The names of the features; null where they have none. */
  features: string[] | null;
  /** Range of what X is taken from, before scaling. */
  min: number;
  max: number;
  notes: Note[];
  memory: PreviewMemory;
}

/** Bytes that opening needs. */
export interface PreviewMemory {
  /** X of training and test set as float64. */
  X: number;
  /** What the reader holds meanwhile. */
  files: number;
  total: number;
}

/** What was decided or left out, as data; the page has a sentence for every kind. */
export type Note =
  /** Labels became 0 and 1. `rest`: all others of more than two classes, which became 0. */
  | { kind: "labels"; zero: string; one: string }
  | { kind: "one_against_rest"; one: string; rest: string[] }
  /** The unnamed first column that counts the rows (pandas writes it) is not a feature. */
  | { kind: "index_column"; file: string; column: string }
  /** Columns without any cell are not features. */
  | { kind: "empty_columns"; file: string; columns: string[] }
  /** Columns of text that are not features. */
  | { kind: "text_columns"; file: string; columns: string[] }
  /** The first line has numbers only: there is no header, and the columns are called "0", "1", … */
  | { kind: "no_header"; file: string }
  /** Columns are separated by `;`, and the comma is the decimal point. */
  | { kind: "decimal_comma"; file: string }
  /** X has as many rows as columns; its examples were taken to be in `examples`. */
  | { kind: "square"; examples: "rows" | "columns"; m: number }
  /** Features that are the same in every example; their deviation is taken as 1. */
  | { kind: "constant_features"; count: number }
  /** Only the first `used` of `of` examples. */
  | { kind: "first_examples"; used: number; of: number }
  /** The test set has one class only. */
  | { kind: "one_test_class"; name: string }
  /** Test inputs without test labels are left out. */
  | { kind: "no_test_labels"; file: string; array: string }
  /** Large numbers and no scaling: training may not converge. */
  | { kind: "unscaled"; min: number; max: number }
  /** Arrays of the file that cannot be used. */
  | { kind: "unusable_arrays"; file: string; arrays: string[] };

export type FileProblemKind =
  // The file
  | "empty_file"
  | "truncated"
  | "damaged"
  | "html"
  | "compressed_file"
  | "unknown_format"
  | "too_large"
  | "no_arrays"
  | "nothing_usable"
  // A table
  | "ragged_row"
  | "no_rows"
  | "text_for_number"
  | "empty_cell"
  // An array
  | "object_array"
  | "dtype"
  | "compression"
  | "newer_format"
  | "not_finite"
  | "shape"
  // A plan
  | "no_inputs"
  | "no_labels"
  | "no_such_file"
  | "no_such_array"
  | "no_such_column"
  | "no_columns"
  | "label_column_in_inputs"
  | "different_m"
  | "different_n0"
  | "one_class"
  | "class_choice"
  | "no_such_class"
  | "first_examples"
  // A request
  | "type"
  | "range"
  | "unexpected";

/** Why a file, an array or a plan cannot be used. */
export interface FileProblem {
  kind: FileProblemKind;
  /** `file`, `file:array` or the field of the plan. */
  field: string;
  /** What was wanted and what came; free of language where they can be (shapes, types, numbers). */
  wanted: string;
  got: string;
  /** The whole sentence in English. */
  message: string;
  file: string | null;
  array: string | null;
  /** From 1, with the header counted, as an editor counts lines; of an array the index, from 0. */
  row: number | null;
  column: string | null;
  /** Of `class_choice`, `one_class` and `no_such_class`: the classes that there are. */
  classes: ClassCount[];
}

/** How the inputs were scaled, for one further example. */
export type AppliedScaling =
  | { kind: "none" }
  | { kind: "/255" }
  /** `(x - mean) / deviation`, feature by feature. */
  | { kind: "standardise"; mean: number[]; deviation: number[] };

/** How far reading or opening is: bytes read, or rows of X converted. */
export interface Stage {
  kind: "reading" | "parsing" | "converting";
  done: number;
  of: number;
}

export type OnStage = (stage: Stage) => void;

/** What was read, and what seems to be meant. */
export interface FoundFiles {
  found: Found;
  plan: Plan;
  /** What the plan comes to, or why it cannot be followed as it is. */
  preview: Preview | null;
  problem: FileProblem | null;
}

/** Files and what was made of them: enough to do it again. */
export interface OpenedFiles {
  files: File[];
  plan: Plan;
}

/** RGBA pictures of one size, one behind the other. */
export interface Thumbnails {
  count: number;
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}
