/** What a check says, in the words of a language. */

import { type Dimension, dimensionsOf } from "../../equations/dimensions";
import type { CheckingTexts } from "../../i18n/checking/texts";
import type { Messages } from "../../i18n/messages";
import type { Check, Diagnosis, Subject } from "../../protocol/checking";
import type { TensorId } from "../../protocol/tensors";
import { symbolText } from "../shared/symbol";

/** The matrix that a subject is; null for the cost, and a list of costs. */
export function tensorOf({ name, layer }: Subject): TensorId | null {
  return name === "cost" || name === "costs" ? null : { name, layer };
}

/** A subject in plain text: "dW[2]", "J". */
export function subjectText(t: CheckingTexts, subject: Subject): string {
  const tensor = tensorOf(subject);
  if (tensor) return symbolText(tensor);
  return subject.name === "cost" ? "J" : `J (${t.array.costs})`;
}

/** By what an array is called: its name, the matrix that it is, or its number among those that were pasted. */
export function nameOf(t: CheckingTexts, { name, subject }: Check, index: number): string {
  if (name !== null && name !== "") return name;
  return subject ? subjectText(t, subject) : t.array.unnamed(index + 1);
}

/** A shape as NumPy writes it; … for an axis of which the length is not known. */
export function shapeText(shape: readonly (number | null)[]): string {
  const lengths = shape.map((length) => (length === null ? "…" : String(length)));
  return lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(", ")})`;
}

/** Of which dimension each axis of a pasted shape is, where that can be told. */
export function axesOf(check: Check): (Dimension | null)[] {
  const tensor = check.subject && tensorOf(check.subject);
  if (!tensor || check.shape.length !== 2) return check.shape.map(() => null);
  const [rows, columns] = dimensionsOf(tensor);
  const axes = check.arrangement === "transposed" ? [columns, rows] : [rows, columns];
  const expected = check.expected_shape;
  const lengths = check.arrangement === "transposed" ? [...expected].reverse() : expected;
  return axes.map((axis, at) => {
    const length = check.shape[at];
    return length === null || length === lengths[at] ? axis : null;
  });
}

/** An entry as NumPy counts: "[1, 3]"; of a list of costs its iteration. */
export function placeText(t: CheckingTexts, check: Check, row: number, column: number): string {
  if (check.iterations) return `${t.array.iteration} ${check.iterations[column] ?? column}`;
  return check.expected_shape.length === 0
    ? subjectText(t, check.subject as Subject)
    : `[${row}, ${column}]`;
}

/** What was done wrong, as a sentence. */
export function diagnosisText(
  t: CheckingTexts,
  messages: Messages,
  check: Check,
  diagnosis: Diagnosis,
  now: number,
): string {
  const { initialization, iteration, kind, learning_rate, seed, subject } = diagnosis;
  return t.mistakes[kind].sentence({
    where: whereText(t, diagnosis),
    subject: subject ? subjectText(t, subject) : "",
    wanted: check.subject ? subjectText(t, check.subject) : "",
    seed: String(seed ?? ""),
    rule: initialization ? messages.notebook.presets.rules[initialization] : "",
    learningRate: String(learning_rate ?? ""),
    iteration: iteration ?? 0,
    now,
  });
}

function whereText(t: CheckingTexts, { layers, operation, right, wrong }: Diagnosis): string {
  if (!operation) return "";
  if (operation.operation === "cost") return t.diagnosis.where(["J"], []);
  // A mistake may be in the lines of two matrices, dW and db.
  const rightLines = right.split("\n");
  const changed = wrong.split("\n").filter((line) => !rightLines.includes(line));
  const targets = changed.flatMap((line) => /^(d?[A-Za-z])\d+ -?=/.exec(line)?.[1] ?? []);
  return t.diagnosis.where([...new Set([operation.operation, ...targets])], layers);
}
