import { useApp } from "../../context";
import { useClassName } from "../../shared/class_name";
import { useWords } from "./words";

/** What labels 0 and 1 stand for, as words of a sentence. */
export function usePredictedClass(): (label: 0 | 1) => string {
  const { store } = useApp();
  const nameOf = useClassName();
  const { digit, otherDigit } = useWords();
  const { dataset } = store.session.value ?? {};
  if (dataset?.name !== "digits") return nameOf;
  const name = String(dataset.digit ?? 0);
  return (label) => (label === 1 ? digit(name) : otherDigit(name));
}

/** The label that A[L] comes to: right of 0.5 it is 1. */
export function labelOf(a: number): 0 | 1 {
  return a > 0.5 ? 1 : 0;
}
