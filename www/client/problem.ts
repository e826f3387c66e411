import type { Problem } from "../protocol/requests";

/** A refused request: an `Error` whose message is a sentence, with its parts for translation. */
export class RequestError extends Error implements Problem {
  readonly kind: string;
  readonly field: string;
  readonly wanted: string;
  readonly got: string;
  /** All of it, as it came. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    const { kind, field, wanted, got, message } = problem;
    super(message);
    this.problem = problem;
    this.name = "RequestError";
    this.kind = kind;
    this.field = field;
    this.wanted = wanted;
    this.got = got;
  }
}

/** The worker broke off, and a new one could not take over this request. */
export class WorkerLost extends Error {
  constructor(reason: unknown) {
    super(`the trainer stopped unexpectedly (${reason}) and was started again`);
    this.name = "WorkerLost";
  }
}
