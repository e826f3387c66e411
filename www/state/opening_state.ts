/** What the dialog of files knows, and what a change in it brings with it. Pure functions of plain data. */

import type {
  ClassCount,
  Found,
  FoundArray,
  FoundFile,
  FoundFiles,
  Plan,
  Preview,
  Source,
  Stage,
} from "../protocol/files";
import type { Problem } from "../protocol/requests";

/** A file that is not among those that were read, and why. */
export interface Refusal {
  name: string;
  problem: Problem;
}

export interface OpeningState {
  /** The file under way; null when none is. */
  reading: { name: string; stage: Stage } | null;
  /** Files that will be read after it. */
  waiting: number;
  found: Found;
  /** Why other files are not among them. */
  refusals: Refusal[];
  /** What seems to be meant; null until a file has been read. */
  proposal: Plan | null;
  /** What somebody has changed in it. */
  changes: Partial<Plan>;
  /** What the plan comes to; null where there is a problem. */
  preview: Preview | null;
  problem: Problem | null;
  /** Whether the plan is being checked. */
  checking: boolean;
  /** The classes of the labels, kept while there is another problem. */
  labels: ClassCount[];
  /** How far opening is; null before it. */
  converting: Stage | null;
}

export function nothingRead(): OpeningState {
  return {
    reading: null,
    waiting: 0,
    found: { files: [], memory: 0 },
    refusals: [],
    proposal: null,
    changes: {},
    preview: null,
    problem: null,
    checking: false,
    labels: [],
    converting: null,
  };
}

/** The plan as it stands. */
export function planOf({ proposal, changes }: OpeningState): Plan | null {
  return proposal && { ...proposal, ...changes };
}

/** Whether the page can train on it as it stands. */
export function isReady(state: OpeningState): boolean {
  const { reading, waiting, preview, problem, checking, converting } = state;
  return !reading && waiting === 0 && !!preview && !problem && !checking && !converting;
}

/** Takes in what was read; changes stay as long as the files that they speak of are there. */
export function withFound(state: OpeningState, read: FoundFiles): OpeningState {
  const { found, plan, preview, problem } = read;
  const names = new Set(found.files.map(({ name }) => name));
  const stay = Object.values(state.changes).every(
    (value) => !isSource(value) || names.has(value.file),
  );
  const changes = stay ? state.changes : {};
  const proposal = names.size > 0 ? plan : null;
  return withResult({ ...state, found, proposal, changes }, preview, problem);
}

/** Takes in what a plan comes to, or why it comes to nothing. */
export function withResult(
  state: OpeningState,
  preview: Preview | null,
  problem: Problem | null,
): OpeningState {
  const classes = problem?.classes ?? [];
  const labels = preview?.labels ?? (classes.length > 0 ? classes : state.labels);
  return { ...state, preview, problem, labels, checking: false };
}

/** A change of the plan, with what follows from it. */
export function withChange(state: OpeningState, change: Partial<Plan>): OpeningState {
  const plan = planOf(state);
  if (!plan) return state;
  const follows = { ...consequences(state.found, plan, change), ...change };
  const labels = "Y" in change ? [] : state.labels;
  return { ...state, labels, changes: { ...state.changes, ...follows } };
}

/** Other inputs have another form, and other labels other classes. */
function consequences(found: Found, plan: Plan, change: Partial<Plan>): Partial<Plan> {
  const follows: Partial<Plan> = {};
  if (change.Y !== undefined) follows.positive = null;
  if (change.X === undefined || !isOtherArray(plan.X, change.X)) return follows;
  const X = arrayOf(found, change.X);
  if (!X) return follows;
  const Y = arrayOf(found, change.Y ?? plan.Y);
  follows.flatten = X.shape.length > 2;
  if (Y) follows.examples = examplesBy(X.shape, labelsIn(Y)) ?? plan.examples;
  if (X.dtype === "uint8") follows.scaling = "/255";
  else if (plan.scaling === "/255") follows.scaling = "none";
  return follows;
}

/** A table has a label a row; an array may be a row or a column. */
function labelsIn({ shape, columns }: FoundArray): number {
  return (columns ? shape[0] : Math.max(...shape)) ?? 0;
}

/** Along which axis of X there are m examples, if that is clear. */
function examplesBy(shape: number[], m: number): Plan["examples"] | null {
  const [rows, columns] = [shape[0] === m, shape.at(-1) === m];
  if (rows === columns) return null;
  return rows ? "rows" : "columns";
}

function isSource(value: Plan[keyof Plan]): value is Source {
  return typeof value === "object" && value !== null;
}

function isOtherArray(one: Source | null, other: Source | null): boolean {
  return one?.file !== other?.file || one?.array !== other?.array;
}

/** The array that a source speaks of. */
export function arrayOf({ files }: Found, source: Source | null): FoundArray | null {
  const file = files.find(({ name }) => name === source?.file);
  return file?.arrays.find(({ name }) => name === source?.array) ?? null;
}

/** Whether a file is an .npz file of W1, b1, … and nothing else. */
export function holdsParameters({ arrays, format }: FoundFile): boolean {
  const names = arrays.map(({ name }) => name);
  const areParameters = names.every((name) => /^[Wb][1-9]\d*$/.test(name));
  return format === "npz" && areParameters && names.includes("W1") && names.includes("b1");
}

export type PlanField = keyof Plan;

/** The fields of a plan. */
export const FIELDS: readonly PlanField[] = [
  "X",
  "Y",
  "test_X",
  "test_Y",
  "examples",
  "flatten",
  "scaling",
  "positive",
  "first",
];

/** The field of the plan that a problem belongs to: by its name, or by the array that it speaks of. */
export function fieldOf({ kind, field, file, array }: Problem, plan: Plan): PlanField | null {
  const named = FIELDS.find((name) => field === name || field.startsWith(`${name}.`));
  const isOfClasses = kind === "class_choice" || kind === "no_such_class";
  if (isOfClasses && named === "Y") return "positive";
  if (named || !file) return named ?? null;
  const of = (["X", "Y", "test_X", "test_Y"] as const).filter((name) => plan[name]?.file === file);
  return of.find((name) => plan[name]?.array === array) ?? of[0] ?? null;
}
