/** What stands on the page: the requests for it, and the newest answer to each. */

import { type Signal, signal } from "@preact/signals";

interface Watch<Request, Answer> {
  request: Request;
  answer: Signal<Answer | null>;
  /** How many places show it. */
  count: number;
}

export class Watches<Request, Answer> {
  readonly #keyOf: (request: Request) => string;
  readonly #watches = new Map<string, Watch<Request, Answer>>();

  constructor(keyOf: (request: Request) => string) {
    this.#keyOf = keyOf;
  }

  /** The newest answer; null until there is one. */
  answer(request: Request): Signal<Answer | null> {
    return this.#watch(request).answer;
  }

  /** From now on it is asked for with every frame; returns how to end that. To be called as soon as it is drawn. */
  watch(request: Request): () => void {
    const watch = this.#watch(request);
    watch.request = request;
    watch.count += 1;
    let ended = false;
    return () => {
      if (!ended) watch.count -= 1;
      ended = true;
    };
  }

  /** What is asked for; what nothing on the page shows any more is forgotten. */
  requests(): Request[] {
    for (const [key, { count }] of this.#watches) if (count === 0) this.#watches.delete(key);
    return [...this.#watches.values()].map(({ request }) => request);
  }

  /** The newest answers that there are. */
  answers(): { request: Request; answer: Answer }[] {
    return [...this.#watches.values()].flatMap(({ request, answer }) =>
      answer.value === null ? [] : [{ request, answer: answer.value }],
    );
  }

  /** Forgets all answers: they belong to another run. */
  clear(): void {
    for (const { answer } of this.#watches.values()) answer.value = null;
  }

  #watch(request: Request): Watch<Request, Answer> {
    const key = this.#keyOf(request);
    const known = this.#watches.get(key);
    if (known) return known;
    const watch = { request, answer: signal<Answer | null>(null), count: 0 };
    this.#watches.set(key, watch);
    return watch;
  }
}
