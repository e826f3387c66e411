import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { en } from "../../www/i18n/en";
import { languages } from "../../www/i18n/languages";
import { type Messages, problemText } from "../../www/i18n/messages";
import type { Problem } from "../../www/protocol/requests";
import { messagesIn } from "./messages";

type Text = string | ((...parameters: never[]) => string);

/** Every text of a language by its path, `header.theme`. */
function textsOf(node: unknown, path = ""): [string, Text][] {
  if (typeof node === "string" || typeof node === "function") return [[path, node as Text]];
  return Object.entries(node as object).flatMap(([key, value]) =>
    textsOf(value, path === "" ? key : `${path}.${key}`),
  );
}

const inRoot = (path: string) => new URL(`../../${path}`, import.meta.url);
const source = (path: string) => readFileSync(inRoot(path), "utf8");
const sourcesIn = (folder: string) =>
  readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(rs|ts)$/.test(name))
    .map((name) => source(`${folder}/${name}`));

const all = Object.entries(messagesIn);
const english = new Map(textsOf(en));
const others = all.filter(([tag]) => tag !== "en");

test.each(Object.entries(languages))("%s comes when it is chosen", async (tag, { texts }) => {
  expect(await texts()).toBe(messagesIn[tag as keyof typeof languages]);
});

const PARTS = { field: "«field»", wanted: "«wanted»", got: "«got»" };
const problem = (kind: string): Problem => ({ kind, ...PARTS, message: "«message»" });

describe.each(others)("%s beside English", (_, messages) => {
  const texts = new Map(textsOf(messages));

  test("it has the same keys", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("each text is of the same type and takes as many parameters", () => {
    for (const [path, text] of english) {
      const other = texts.get(path);
      expect(typeof other, path).toBe(typeof text);
      if (typeof other === "function") expect(other.length, path).toBe(text.length);
    }
  });

  test("a problem is told with the same parts", () => {
    const told = (of: Messages, kind: string) => {
      const text = problemText(of, problem(kind));
      return Object.values(PARTS).filter((part) => text.includes(part));
    };
    for (const kind of Object.keys(en.problem)) {
      expect(told(messages, kind), kind).toEqual(told(en, kind));
    }
  });
});

describe.each(all)("%s", (_, messages) => {
  test("no text is empty", () => {
    for (const [path, text] of textsOf(messages)) {
      if (typeof text === "string") expect(text.trim(), path).not.toBe("");
    }
  });

  test("each parameter stands in its text", () => {
    for (const [path, text] of textsOf(messages)) {
      if (typeof text === "string" || path.startsWith("problem.")) continue;
      const parameters = Array.from({ length: text.length }, (_, index) => `«${index}»`);
      const written = text(...(parameters as never[]));
      for (const parameter of parameters) expect(written, path).toContain(parameter);
    }
  });

  test("every data set and every parameter of one has its name", () => {
    const catalogue = source("crates/datasets/src/catalogue.rs");
    const names = [...catalogue.matchAll(/(?:plane\(|name: )"(\w+)"/g)].map((match) => match[1]);
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(Object.keys(messages.data.names).sort()).toEqual(names.sort());
    const fields = [...catalogue.matchAll(/Self::\w+ => "(\w+)"/g)].map((match) => match[1]);
    expect(Object.keys(messages.data.fields).sort()).toEqual(fields.sort());
  });

  test("a kind without a sentence is told in English", () => {
    expect(problemText(messages, problem("unheard_of"))).toBe("«message»");
  });
});

/** Kinds that a control's value can lead to: they stand beside it, in the page's language. */
const SHOWN = [
  "choice",
  "empty_layer",
  "file",
  "input_size",
  "learning_rate",
  "memory",
  "no_image",
  "nothing_imported",
  "number",
  "number_range",
  "output_size",
  "parameters",
  "too_few_layers",
  "too_large",
  "unreadable",
  "whole_range",
];

/** Kinds that only a script can meet, through `window.backlight`, and reads in English. */
const SCRIPTS_ONLY = [
  "interrupted", // a step that another request cut short
  "no_plane",
  "no_such_layer",
  "no_test_set", // the page asks only where there is one
  "not_computed",
  "nothing_opened", // it is offered only where there is something
  "type", // a control's value has the right type
  "unexpected",
  "unknown_field", // a control names fields that exist
];

/** Kinds of other things, written likewise: stages of reading files. */
const NO_PROBLEMS = ["converting", "parsing", "reading"];

describe("the kinds of problems", () => {
  /** A kind, where it is written: in a constructor, a field, a tuple or an arm of a match. */
  const KINDS = [
    /(?:Problem::new|Self::new|WorkerProblem)\(\s*"(\w+)"/g,
    /\bkind: "(\w+)"/g,
    /\(\s*"(\w+)",\s*(?:layers_dims\(\)|format!|name\.|")/g,
    /=> "(\w+)",/g,
    /let kind = if is_whole \{ "(\w+)" \}/g,
    /\} else \{ "(\w+_range)" \}/g,
  ];
  const written = ["crates/wasm/src", "www/worker"]
    .flatMap(sourcesIn)
    .flatMap((text) => KINDS.flatMap((kind) => [...text.matchAll(kind)].map(([, name]) => name)));

  test("each that is written somewhere is known here, and each known here is written", () => {
    const known = [...SHOWN, ...SCRIPTS_ONLY, ...NO_PROBLEMS];
    expect([...new Set(written)].sort()).toEqual(known.sort());
  });

  test.each(all)("in %s there is a sentence for each that a control can show", (_, messages) => {
    for (const kind of SHOWN) {
      const text = problemText(messages, problem(kind));
      expect(text, kind).not.toBe("«message»");
      expect(text, kind).toMatch(/«(field|got)»/);
    }
  });
});
