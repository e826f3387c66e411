import type { Store } from "../../state/store";

/**
 * The index of the operation done last, where it was a single one: in an iteration under way, or as
 * the last of a complete one.
 */
export function lastOperation({ reading, session, steppedOperation }: Store): number | null {
  const { progress } = reading.value;
  const all = session.value?.operations.length ?? 0;
  const complete = progress === all && !steppedOperation.value;
  return progress === 0 || complete ? null : progress - 1;
}
