/**
 * Calls `work` with the newest value, one call at a time: what a slider passes while a call is under
 * way is skipped but for the last.
 */
export function latest<T>(work: (value: T) => Promise<void>): (value: T) => void {
  let waiting: { value: T } | null = null;
  let busy = false;
  return async (value) => {
    waiting = { value };
    if (busy) return;
    busy = true;
    try {
      while (waiting) {
        const { value: next }: { value: T } = waiting;
        waiting = null;
        await work(next);
      }
    } finally {
      busy = false;
    }
  };
}
