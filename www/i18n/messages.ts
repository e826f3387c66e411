import type { Problem } from "../protocol/requests";
import type { en } from "./en";

/** The keys that every language has; a missing one is an error of the compiler. */
export type Messages = typeof en;

/** A problem as a sentence; in English, if the language has none for its kind. */
export function problemText(messages: Messages, problem: Problem): string {
  return messages.problem[problem.kind]?.(problem) ?? problem.message;
}
