/** Asking the worker about files: how far it is, and what can go wrong on this side. */

import { RequestError, WorkerLost } from "../client/problem";
import type { PageProblemKind } from "../i18n/files/texts";
import type { Stage } from "../protocol/files";
import type { Problem } from "../protocol/requests";

/** Stages come by another way than the answer: one that comes after it is no longer true. */
export async function whileAsked<T>(
  show: (stage: Stage) => void,
  ask: (onStage: (stage: Stage) => void) => Promise<T>,
): Promise<T> {
  let isAnswered = false;
  try {
    return await ask((stage) => {
      if (!isAnswered) show(stage);
    });
  } finally {
    isAnswered = true;
  }
}

/** A folder has no bytes, and a file may have gone: that is seen before the worker is asked. */
export async function probe(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new RequestError(pageProblem("unreadable", file.name));
  }
}

const PAGE_PROBLEMS: Record<PageProblemKind, [wanted: string, got: string]> = {
  image: ["a data file", "a picture"],
  unreadable: ["a file that can be read", "none"],
  lost: ["a file that fits into memory", "the trainer stopped"],
};

/** What only the page can find wrong with a file. */
export function pageProblem(kind: PageProblemKind, name: string): Problem {
  const [wanted, got] = PAGE_PROBLEMS[kind];
  const message = `${name}: expected ${wanted}, got ${got}`;
  return { kind, field: name, wanted, got, message, file: name };
}

/** The problem of a request about a file; whatever else it may be is thrown again. */
export function problemOf(error: unknown, name: string): Problem {
  if (error instanceof RequestError) return error.problem;
  if (error instanceof WorkerLost) return pageProblem("lost", name);
  throw error;
}
