import { describe, expect, test } from "vitest";
import type { FoundArray, FoundFile, FoundFiles, Plan, Source } from "../../www/protocol/files";
import type { Problem } from "../../www/protocol/requests";
import {
  fieldOf,
  holdsParameters,
  isReady,
  nothingRead,
  type OpeningState,
  planOf,
  withChange,
  withFound,
  withResult,
} from "../../www/state/opening_state";

function array(name: string, shape: number[], more: Partial<FoundArray> = {}): FoundArray {
  const nothing = { columns: null, images: null, problem: null };
  return {
    name,
    shape,
    dtype: "float64",
    values: [],
    min: 0,
    max: 1,
    not_finite: 0,
    ...nothing,
    ...more,
  };
}

function file(name: string, ...arrays: FoundArray[]): FoundFile {
  return { name, format: "npz", bytes: 1, arrays, notes: [] };
}

const source = (file: string, array: string): Source => ({ file, array, columns: null });

const PLAN: Plan = {
  X: source("a.npz", "X"),
  Y: source("a.npz", "Y"),
  test_X: null,
  test_Y: null,
  examples: "columns",
  flatten: false,
  scaling: "none",
  positive: null,
  first: null,
};

const FILES = [
  file("a.npz", array("X", [3, 12]), array("Y", [1, 12]), array("Z", [12, 5])),
  file("b.npz", array("images", [12, 4, 4], { dtype: "uint8" }), array("square", [12, 12])),
];

const PREVIEW = {
  labels: [
    { label: "0", count: 4 },
    { label: "1", count: 8 },
  ],
} as FoundFiles["preview"];

const read = (files = FILES): FoundFiles => ({
  found: { files, memory: 1 },
  plan: PLAN,
  preview: PREVIEW,
  problem: null,
});

const problem = (parts: Partial<Problem>): Problem => ({
  kind: "shape",
  field: "",
  wanted: "",
  got: "",
  message: "",
  ...parts,
});

const opened = (): OpeningState => withFound(nothingRead(), read());
const changed = (change: Partial<Plan>) => planOf(withChange(opened(), change));

describe("a change of the plan", () => {
  test("leaves everything else as it was proposed", () => {
    expect(changed({ scaling: "standardise" })).toEqual({ ...PLAN, scaling: "standardise" });
    expect(changed({ first: 7 })).toEqual({ ...PLAN, first: 7 });
  });

  test("to other labels asks anew which of them is 1", () => {
    const state = withChange(opened(), { positive: "0" });
    expect(planOf(withChange(state, { Y: source("a.npz", "Z") }))?.positive).toBeNull();
    expect(withChange(state, { Y: source("a.npz", "Z") }).labels).toEqual([]);
  });

  test("to pictures flattens and scales them, with an example a row", () => {
    const X = source("b.npz", "images");
    expect(changed({ X })).toEqual({
      ...PLAN,
      X,
      flatten: true,
      scaling: "/255",
      examples: "rows",
    });
  });

  test("away from pictures takes that back", () => {
    const pictures = withChange(opened(), { X: source("b.npz", "images") });
    expect(planOf(withChange(pictures, { X: PLAN.X }))).toEqual(PLAN);
  });

  test("to a matrix takes its examples where there are as many as labels, if that is clear", () => {
    expect(changed({ X: source("a.npz", "Z") })?.examples).toBe("rows");
    expect(changed({ X: source("b.npz", "square") })?.examples).toBe("columns"); // as before
  });

  test("to other columns of the same table keeps the rest", () => {
    const state = withChange(opened(), { scaling: "/255" });
    const X = { ...source("a.npz", "X"), columns: ["one"] };
    expect(planOf(withChange(state, { X }))).toEqual({ ...PLAN, scaling: "/255", X });
  });
});

describe("another file", () => {
  test("that is added keeps what was changed", () => {
    const state = withChange(opened(), { scaling: "standardise" });
    const more = withFound(state, read([...FILES, file("c.npz")]));
    expect(planOf(more)?.scaling).toBe("standardise");
  });

  test("that is removed takes with it what was changed to it", () => {
    const state = withChange(opened(), { X: source("b.npz", "images") });
    expect(planOf(withFound(state, read(FILES.slice(0, 1))))).toEqual(PLAN);
  });

  test("that was the last one leaves no plan", () => {
    expect(planOf(withFound(opened(), read([])))).toBeNull();
  });
});

describe("ready to train", () => {
  test("is what has a preview and no problem, when nothing is under way", () => {
    const state = opened();
    expect(isReady(state)).toBe(true);
    const stage = { kind: "reading", done: 0, of: 1 } as const;
    expect(isReady({ ...state, reading: { name: "c.npz", stage } })).toBe(false);
    expect(isReady({ ...state, waiting: 1 })).toBe(false);
    expect(isReady({ ...state, checking: true })).toBe(false);
    expect(isReady({ ...state, converting: stage })).toBe(false);
    expect(isReady(withResult(state, null, problem({})))).toBe(false);
    expect(isReady(nothingRead())).toBe(false);
  });
});

describe("the classes of the labels", () => {
  const classes = [
    { label: "a", count: 1 },
    { label: "b", count: 1 },
    { label: "c", count: 1 },
  ];

  test("can be chosen when it is the problem that there are three", () => {
    const state = withResult(opened(), null, problem({ kind: "class_choice", classes }));
    expect(state.labels).toEqual(classes);
  });

  test("stay while there is another problem", () => {
    expect(withResult(opened(), null, problem({})).labels).toEqual(PREVIEW?.labels);
  });
});

describe("a problem belongs to the field", () => {
  test.each([
    ["X", "X"],
    ["test_Y", "test_Y"],
    ["examples", "examples"],
    ["X.columns", "X"],
  ])("that it names: %s", (field, expected) => {
    expect(fieldOf(problem({ field }), PLAN)).toBe(expected);
  });

  test("whose array it speaks of", () => {
    const of = { field: "a.npz:Y", file: "a.npz", array: "Y" };
    expect(fieldOf(problem(of), PLAN)).toBe("Y");
  });

  test("of the class to be 1, where it is about that", () => {
    expect(fieldOf(problem({ kind: "class_choice", field: "Y" }), PLAN)).toBe("positive");
  });

  test("or to none", () => {
    expect(fieldOf(problem({ field: "c.npz", file: "c.npz" }), PLAN)).toBeNull();
    expect(fieldOf(problem({ field: "layers_dims" }), PLAN)).toBeNull();
  });
});

test.each([
  [["W1", "b1"], true],
  [["W1", "b1", "W2", "b2", "W10", "b10"], true],
  [["X", "Y", "W1", "b1"], false],
  [["W2", "b2"], false],
  [["W1"], false],
  [["W1", "b1", "losses"], false],
  [[], false],
])("%j are parameters: %s", (names, expected) => {
  expect(holdsParameters(file("p.npz", ...names.map((name) => array(name, [1, 1]))))).toBe(
    expected,
  );
});
