import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { files as en } from "../../www/i18n/files/en";
import type { FileTexts } from "../../www/i18n/files/texts";
import { files as zhCN } from "../../www/i18n/files/zh-CN";
import type { Note } from "../../www/protocol/files";
import type { Problem } from "../../www/protocol/requests";
import type { Language } from "../../www/state/preferences";
import { bytesText, fileProblemText, noteText, placeText } from "../../www/ui/files/words";
import { messagesIn } from "./messages";

const all: [Language, FileTexts][] = [
  ["en", en],
  ["zh-CN", zhCN],
];
const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

type Text = string | ((...parts: string[]) => string);

function textsOf(node: unknown, path = ""): [string, Text][] {
  if (typeof node === "string" || typeof node === "function") return [[path, node as Text]];
  return Object.entries(node as object).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

const problem = (parts: Partial<Problem>): Problem => ({
  kind: "shape",
  field: "",
  wanted: "",
  got: "",
  message: "«message»",
  ...parts,
});

/** What the reader says: the kind, what was wanted and what came, and what a sentence has to tell of it. */
const SAID: [kind: string, wanted: string, got: string, told: string[]][] = [
  ["empty_file", "a .h5, .npz, .npy, .csv or .tsv file", "0 bytes", [".npz", "0"]],
  ["truncated", "416 bytes", "415 bytes", ["416", "415"]],
  ["damaged", "a zip archive", "no end", ["no end"]],
  ["html", "a .h5, .npz, .npy, .csv or .tsv file", "HTML, a web page", ["HTML", ".csv"]],
  ["compressed_file", "a .h5 file", "a file packed by gzip: unpack it first", ["gzip"]],
  ["unknown_format", "a .h5, .npz, .npy, .csv or .tsv file", "a PNG picture", ["PNG", ".npy"]],
  ["too_large", "at most 512 MB", "763 MB", ["512 MB", "763 MB"]],
  ["nothing_usable", "at least one array that can be used", "X, names", ["X, names"]],
  ["ragged_row", "4 cells, as in the first row", "2", ["4", "2"]],
  ["text_for_number", "a number", '"3,5 cm"', ['"3,5 cm"']],
  ["empty_cell", "a number", '"NA"', ['"NA"']],
  ["dtype", "numbers, truth values or text", "complex128", ["complex128"]],
  ["compression", "gzip, lzf, or no compression", "filter 32001", ["gzip", "filter 32001"]],
  ["newer_format", "HDF5 as h5py writes it without libver", "data layout version 4", ["version 4"]],
  ["not_finite", "finite numbers", "NaN at [4, 1]", ["NaN", "[4, 1]"]],
  ["shape", "(m, 1)", "(12, 3)", ["(m, 1)", "(12, 3)"]],
  ["no_such_file", "one of a.npy, b.npy", '"c.npy"', ["a.npy, b.npy", "c.npy"]],
  ["no_such_array", "one of X, Y", '"Z"', ["X, Y", "Z"]],
  ["no_such_column", "one of x, y", '"z"', ["x, y", "z"]],
  ["label_column_in_inputs", "columns of inputs other than the labels", "species", ["species"]],
  ["different_m", "11 examples, as in Y", "12 in X of shape (12, 3)", ["11", "12", "(12, 3)"]],
  ["different_n0", "3 features, as in the training set", "5", ["3", "5"]],
  ["one_class", "labels of two classes", "1 (12)", ["1 (12)"]],
  [
    "class_choice",
    "two classes, or one",
    "3 classes: a (4), b (4), c (4)",
    ["3", "a (4), b (4), c (4)"],
  ],
  ["no_such_class", "one of a (4), b (8)", '"7"', ["a (4), b (8)", "7"]],
  ["first_examples", "a whole number from 1 to 12", "13", ["1", "12", "13"]],
  ["range", "1 to 64", "0", ["1 to 64", "0"]],
];

const NOTES: [Note, told: string[]][] = [
  [{ kind: "labels", zero: "no", one: "yes" }, ["no", "yes"]],
  [{ kind: "one_against_rest", one: "a", rest: ["b", "c"] }, ["a", "b, c"]],
  [{ kind: "index_column", file: "a.csv", column: "id" }, ["a.csv", "id"]],
  [{ kind: "empty_columns", file: "a.csv", columns: ["x", "y"] }, ["a.csv", "x, y"]],
  [{ kind: "text_columns", file: "a.csv", columns: ["x", "y"] }, ["a.csv", "x, y"]],
  [{ kind: "no_header", file: "a.csv" }, ["a.csv", "0"]],
  [{ kind: "decimal_comma", file: "a.csv" }, ["a.csv"]],
  [{ kind: "square", examples: "rows", m: 12 }, ["12"]],
  [{ kind: "constant_features", count: 3 }, ["3"]],
  [{ kind: "first_examples", used: 7, of: 12 }, ["7", "12"]],
  [{ kind: "one_test_class", name: "cat" }, ["cat"]],
  [{ kind: "no_test_labels", file: "a.h5", array: "test_x" }, ["a.h5", "test_x"]],
  [{ kind: "unscaled", min: 0, max: 255 }, ["0", "255"]],
  [{ kind: "unusable_arrays", file: "a.npz", arrays: ["x", "y"] }, ["a.npz", "x, y"]],
];

test("both languages have the same texts, with as many parts", () => {
  const others = new Map(textsOf(zhCN));
  const texts = textsOf(en);
  expect([...others.keys()].sort()).toEqual(texts.map(([path]) => path).sort());
  for (const [path, text] of texts) {
    expect(typeof others.get(path), path).toBe(typeof text);
    // A sentence of a problem may do without a part that is the same every time.
    if (path.startsWith(".problems.")) continue;
    expect(others.get(path)?.length === text.length || typeof text === "string", path).toBe(true);
  }
});

describe.each(all)("in %s", (language, t) => {
  test("each part stands in its text", () => {
    for (const [path, text] of textsOf(t)) {
      if (typeof text === "string" || path.startsWith(".problems.")) continue;
      const parts = Array.from({ length: text.length }, (_, index) => `«${index}»`);
      for (const part of parts) expect(text(...parts), path).toContain(part);
    }
  });

  test.each(SAID)("%s says what was wanted and what came", (kind, wanted, got, told) => {
    const text = fileProblemText(t, messagesIn[language], problem({ kind, wanted, got }));
    for (const part of told) expect(text).toContain(part);
    if (language !== "en") expect(text).not.toMatch(/\b(of|as in|got|wanted|examples?)\b/i);
  });

  test.each(NOTES)("%j is told", (note, told) => {
    for (const part of told) expect(noteText(t, note)).toContain(part);
  });

  test("every problem of the readers has a sentence", () => {
    const kinds = [
      ...source("crates/datasets/src/own/problem.rs").matchAll(
        /Self::\w+(?: \{ \.\. \})? => "(\w+)",/g,
      ),
    ].map(([, kind]) => kind ?? "");
    expect(kinds.length).toBeGreaterThan(25);
    expect(Object.keys(t.problems)).toEqual(expect.arrayContaining(kinds));
    const examples = SAID.map(([kind]) => kind);
    const fixed = ["no_arrays", "no_rows", "object_array", "no_inputs", "no_labels", "no_columns"];
    expect([...examples, ...fixed]).toEqual(expect.arrayContaining(kinds));
    for (const kind of fixed) {
      expect(fileProblemText(t, messagesIn[language], problem({ kind }))).not.toBe("«message»");
    }
  });

  test("any other problem is told as elsewhere on the page", () => {
    const told = (kind: string) =>
      fileProblemText(t, messagesIn[language], problem({ kind, wanted: "8 MB", got: "9 MB" }));
    expect(told("memory")).toContain("9 MB");
    expect(told("unheard_of")).toBe("«message»");
  });
});

test("every note of the readers is among those tried here", () => {
  const note = source("crates/datasets/src/own/note.rs");
  const variants = [...note.matchAll(/^ {4}([A-Z]\w+) \{/gm)].map(([, name = ""]) =>
    name.replace(/(?<!^)([A-Z])/g, "_$1").toLowerCase(),
  );
  expect(NOTES.map(([{ kind }]) => kind).sort()).toEqual(variants.sort());
});

test("a place is named as exactly as it is known", () => {
  const at = (parts: Partial<Problem>) => placeText(en, problem(parts));
  expect(at({})).toBe("");
  expect(at({ file: "a.h5" })).toBe("a.h5");
  expect(at({ file: "a.h5", array: "data/x" })).toBe("a.h5, array data/x");
  expect(at({ file: "iris.csv", array: "iris", row: 5, column: "y" })).toBe(
    "iris.csv, row 5, column y",
  );
  expect(at({ file: "iris.csv", array: "iris", row: 0, column: "" })).toBe(
    "iris.csv, row 0, column without a name",
  );
});

test("sizes are told shortly", () => {
  expect([0, 999, 3222, 2_600_000, 64e6, 1.25e9].map((bytes) => bytesText(bytes, "en"))).toEqual([
    "0 bytes",
    "999 bytes",
    "3.2 kB",
    "2.6 MB",
    "64 MB",
    "1.3 GB",
  ]);
});
