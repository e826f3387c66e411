/** The numbers of a notebook that are checked: plain data. */

import type { PageProblem } from "../i18n/checking/problems";
import type { Check } from "../protocol/checking";
import type { Problem, Session } from "../protocol/requests";

/** A moment of a run. */
export type Moment = Pick<Session, "run" | "iteration" | "progress">;

/** What came of the last check. */
export interface Checked {
  checks: Check[];
  at: Moment;
  /** The name of the file that was checked; null for a text. */
  file: string | null;
}

export interface CheckingState {
  isOpen: boolean;
  /** What stands in the text area. */
  text: string;
  /** In place of it: an .npz or .npy, or a text that is too long for a text area. */
  attached: File | string | null;
  /** Whether a check is under way. */
  isBusy: boolean;
  checked: Checked | null;
  /** Why the last check came to nothing; a text of the page or a refusal of the worker. */
  problem: PageProblem | Problem | null;
}

export function nothingChecked(): CheckingState {
  return { isOpen: false, text: "", attached: null, isBusy: false, checked: null, problem: null };
}
