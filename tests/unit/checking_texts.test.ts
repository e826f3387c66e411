import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checking as en } from "../../www/i18n/checking/en";
import { textProblemIn } from "../../www/i18n/checking/problems";
import type { CheckingTexts, MistakeParts } from "../../www/i18n/checking/texts";
import { checking as zhCN } from "../../www/i18n/checking/zh-CN";
import type { Check, Diagnosis, DiagnosisKind } from "../../www/protocol/checking";
import type { Language } from "../../www/state/preferences";
import { diagnosisText } from "../../www/ui/checking/words";
import { messagesIn } from "./messages";

const all: [Language, CheckingTexts][] = [
  ["en", en],
  ["zh-CN", zhCN],
];
const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The known mistakes, as the engine names them. */
const KINDS = [
  ...source("crates/notebook/src/checking/diagnosis.rs").matchAll(
    /#\[serde\(rename = "(\w+)"\)\]/g,
  ),
].map(([, kind]) => kind as DiagnosisKind);

/** What the sentences must tell, where they tell more than the kind. */
const TOLD: Partial<Record<DiagnosisKind, (keyof MistakeParts)[]>> = {
  another_tensor: ["subject", "wanted"],
  another_layer: ["subject", "wanted"],
  another_iteration: ["iteration", "now"],
  transposed: ["wanted"],
  another_seed: ["seed"],
  another_initialization: ["rule"],
  another_seed_and_initialization: ["seed", "rule"],
  another_learning_rate: ["learningRate"],
};
/** Mistakes in no single line, or in one that the name says. */
const NOWHERE: DiagnosisKind[] = [
  "seed_in_loop",
  "random_bias",
  "another_activation",
  "X_not_scaled",
  "X_scaled_twice",
  "mean_moved",
  "wrong_m",
  "dZ_for_dA",
  "log_base",
  "half_of_the_losses",
  "update_in_backward",
];

const PARTS: MistakeParts = {
  where: "«where»",
  subject: "«subject»",
  wanted: "«wanted»",
  seed: "«seed»",
  rule: "«rule»",
  learningRate: "«rate»",
  iteration: 4711,
  now: 815,
};
const shown = (part: number | string) =>
  typeof part === "number" ? part.toLocaleString("en") : part;

describe.each(all)("the mistakes in %s", (_, t) => {
  test("are those that the engine knows", () => {
    expect(KINDS.length).toBeGreaterThan(45);
    expect(Object.keys(t.mistakes).sort()).toEqual([...KINDS].sort());
  });

  test("have a name and a sentence of their own", () => {
    const names = KINDS.map((kind) => t.mistakes[kind].name);
    const sentences = KINDS.map((kind) => t.mistakes[kind].sentence(PARTS));
    expect(new Set(names).size).toBe(KINDS.length);
    expect(new Set(sentences).size).toBe(KINDS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\S.*[.。]$/);
  });

  test("tell where, or what else makes the numbers", () => {
    for (const kind of KINDS) {
      const told: (keyof MistakeParts)[] = TOLD[kind] ?? (NOWHERE.includes(kind) ? [] : ["where"]);
      for (const part of told)
        expect(t.mistakes[kind].sentence(PARTS), kind).toContain(shown(PARTS[part]));
    }
  });
});

describe.each(all)("a diagnosis in %s", (language, t) => {
  const check = { subject: { name: "dW", layer: 2 } } as Check;
  const diagnosis = (parts: Partial<Diagnosis>) =>
    ({
      kind: "no_mean",
      operation: { operation: "dW", layer: 2 },
      layers: [2],
      wrong: "dW2 = np.dot(dZ2, A1.T)",
      right: "dW2 = 1/m * np.dot(dZ2, A1.T)",
      seed: null,
      initialization: null,
      iteration: null,
      subject: null,
      learning_rate: null,
      ...parts,
    }) as Diagnosis;
  const text = (parts: Partial<Diagnosis>) =>
    diagnosisText(t, messagesIn[language], check, diagnosis(parts), 20);

  test("names the line and the layers", () => {
    expect(text({})).toMatch(/dW.*2|2.*dW/);
    const both = {
      wrong: "dW2 = np.dot(dZ2, A1.T)\ndb2 = np.sum(dZ2)",
      right: "dW2 = 1/m * np.dot(dZ2, A1.T)\ndb2 = 1/m * np.sum(dZ2)",
    };
    expect(text(both)).toMatch(/dW\D+db/);
    expect(text({})).not.toContain("db");
    expect(text({ layers: [1, 2, 3] })).toMatch(/1\D+2\D+3/);
    expect(text({ operation: { operation: "cost", layer: 3 }, layers: [3] })).toContain("J");
  });

  test("says nothing of what there is not", () => {
    expect(text({ operation: null, layers: [] })).not.toMatch(/null|undefined|\(\)|（）|dW/);
    const other = text({ kind: "another_initialization", operation: null });
    expect(other).not.toMatch(/null|undefined|\(\)|（）/);
  });

  test("names the preset, the seed, the learning rate, the matrix, the iteration", () => {
    const rule = messagesIn[language].notebook.presets.rules.he;
    expect(text({ kind: "another_initialization", initialization: "he" })).toContain(rule);
    expect(text({ kind: "another_seed", seed: 42 })).toContain("42");
    expect(text({ kind: "another_learning_rate", learning_rate: 0.0075 })).toContain("0.0075");
    const dZ1 = { name: "dZ", layer: 1 } as const;
    expect(text({ kind: "another_tensor", subject: dZ1 })).toMatch(/dZ\[1\].*dW\[2\]/);
    expect(text({ kind: "another_iteration", iteration: 19 })).toMatch(/19.*20/);
  });
});

describe("what the reader of NumPy's texts says", () => {
  /** Its sentences, and what stands in their places here. */
  const written = [
    ...source("crates/numpy-text/src/error.rs").matchAll(/#\[error\("(.*?)"(?:, .*?)?\)\]/g),
  ].map(([, form]) =>
    (form as string)
      .replace("{at}", "line 3, column 7")
      .replace("{expected}", "4")
      .replace("{got}", "5")
      .replace("{}", "'x'"),
  );

  test("is known by its kind, place and parts", () => {
    expect(written).toHaveLength(7);
    const kinds = written.map((message) => {
      const said = textProblemIn(message);
      expect(said, message).not.toBeNull();
      if (message.startsWith("line")) expect(said?.place).toEqual({ line: 3, column: 7 });
      else expect(said?.place).toBeNull();
      return said?.kind;
    });
    expect(new Set(kinds).size).toBe(7);
    expect(textProblemIn("X: expected something, got something else")).toBeNull();
  });

  test("an array of a file with too many axes too", () => {
    expect(source("crates/notebook/src/error.rs")).toContain(
      `#[error("array '{name}': expected at most 2 axes, got the shape {got:?}")]`,
    );
    expect(
      textProblemIn("array 'X': expected at most 2 axes, got the shape [209, 64, 64, 3]"),
    ).toEqual({ kind: "file_axes", place: null, wanted: "X", got: "209, 64, 64, 3" });
  });

  test.each(all)("in %s each has a sentence with its parts", (_, t) => {
    for (const message of written) {
      const { kind, wanted, got } = textProblemIn(message) ?? {
        kind: "nothing" as const,
        wanted: "",
        got: "",
      };
      const text = t.problems.text[kind](wanted, got);
      expect(text.trim(), message).not.toBe("");
      for (const part of [wanted, got]) expect(text, message).toContain(part);
    }
  });
});

describe.each(all)("counts in %s", (_, t) => {
  test("the summary tells each status that there is, and no other", () => {
    const none = { agrees: 0, differs: 0, wrong_shape: 0, not_computed: 0, unrecognised: 0 };
    const one = t.result.summary({ ...none, agrees: 1, differs: 3 });
    expect(one).toMatch(/1.*3/);
    expect(one).not.toContain("0");
  });
});

test("English counts one and many", () => {
  expect(en.array.differs(1, 12, "0.5")).toBe("1 of 12 entries differs, by at most 0.5.");
  expect(en.array.differs(8, 12, "0.5")).toBe("8 of 12 entries differ, by at most 0.5.");
  expect(en.array.differs(1, 1, "0.5")).toBe("It differs by 0.5.");
  expect(en.result.at(1)).toContain("1 iteration.");
  expect(en.result.at(2000)).toContain("2,000 iterations.");
});
