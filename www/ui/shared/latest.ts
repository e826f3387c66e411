/**
 * Calls `work` with the newest value, one call at a time: what a slider passes while a call is under
 * way is skipped but for the last. A call that fails does not keep the next from its turn.
 */
export function latest<T>(work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let waiting: { value: T } | null = null;
  let busy = false;
  return async (value) => {
    waiting = { value };
    if (busy) return;
    busy = true;
    let failure: { error: unknown } | null = null;
    while (waiting) {
      const { value: next }: { value: T } = waiting;
      waiting = null;
      failure = await work(next).then(
        () => null,
        (error: unknown) => ({ error }),
      );
    }
    busy = false;
    if (failure) throw failure.error;
  };
}
