/** Errors on the worker's side, and how they become data. */

import type { Problem, ProblemDetails, Reply } from "../protocol/requests";

/** A problem found on this side of the boundary. */
export class WorkerProblem extends Error implements Problem {
  constructor(
    readonly kind: string,
    readonly field: string,
    readonly wanted: string,
    readonly got: string,
  ) {
    super(`${field}: expected ${wanted}, got ${got}`);
  }
}

/** A number of iterations, or a reading, that something else ended before it was done. */
export function interrupted(field: string, wanted: string, got: string): WorkerProblem {
  return new WorkerProblem("interrupted", field, wanted, got);
}

/** The most entries that are copied out of the trainer at a time: 512 MB of them. */
const MOST_ENTRIES = 2 ** 26;

/** Refuses to copy more than that: the page would run out of memory, and say nothing. */
export function checkSize(field: string, entries: number): void {
  if (entries <= MOST_ENTRIES) return;
  const wanted = `at most ${MOST_ENTRIES} entries`;
  throw new WorkerProblem("too_large", field, wanted, String(entries));
}

/**
 * A reply from what `work` returns or throws. A trap of the wasm module is no problem of the request:
 * it goes on, and the page starts a new worker.
 */
export async function reply<T>(work: () => T | Promise<T>): Reply<T> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { kind, field, wanted, got, message } = error;
    return { ok: false, problem: { kind, field, wanted, got, message, ...detailsOf(error) } };
  }
}

/** Whether what was thrown is data about a wrong request, and no fault of the program. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error;
}

/** Where in a file it is, if it is in one. */
function detailsOf({ file, array, row, column, classes }: Problem): ProblemDetails {
  return classes === undefined ? {} : { file, array, row, column, classes };
}
