import { type ReadonlySignal, useComputed } from "@preact/signals";
import { sizeOf } from "../../equations/dimensions";
import { type Equation, type Part, resultPart } from "../../equations/equation";
import { type Light, lightsOf } from "../../equations/lights";
import type { TraceRequest } from "../../protocol/trace";
import { quantityKey, type Store } from "../../state/store";
import { useApp } from "../context";

/** The entry that is pointed at, or pinned. */
export interface Focus {
  part: Part;
  row: number;
  column: number;
}

/** The entry of an equation that is looked at: under the pointer, else the pinned one. */
export function useFocus(equation: Equation): ReadonlySignal<Focus | null> {
  const { store } = useApp();
  return useComputed(() => focusIn(equation, store));
}

function focusIn(equation: Equation, store: Store): Focus | null {
  const { pinned, pointer } = store;
  for (const cell of [pointer.value, pinned.value]) {
    if (!cell) continue;
    const key = quantityKey(cell);
    const part = equation.parts.find(({ quantity }) => quantityKey(quantity) === key);
    if (part) return { part, row: cell.row, column: cell.column };
  }
  return chosenExample(equation, store);
}

/** Where a row has one entry per example, that of the chosen one. */
function chosenExample(equation: Equation, { example, session }: Store): Focus | null {
  const part = resultPart(equation);
  const [rows, columns] = part.dimensions;
  const isRow = columns === "m" && session.value && sizeOf(rows, session.value) === 1;
  return isRow && example.value !== null ? { part, row: 0, column: example.value } : null;
}

/** What lights up in each part. */
export function lightsAt(equation: Equation, focus: Focus | null): Map<Part, Light> {
  return focus ? lightsOf(equation, focus.part, focus) : new Map();
}

/** The entry of the result that is to be written out, if one is looked at. */
export function traceAt(equation: Equation, focus: Focus | null): TraceRequest | null {
  if (!focus) return null;
  const { operation, layer, form } = equation;
  const sameEntry = form === "elementwise" || form === "cost";
  if (!sameEntry && focus.part !== resultPart(equation)) return null;
  return { operation, layer, cell: [focus.row, focus.column] };
}
