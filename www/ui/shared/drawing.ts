import { effect } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** Draws at once, and anew whenever a signal that `draw` reads changes, or one of `inputs` is another. */
export function useDrawing(draw: () => void, inputs: unknown[]): void {
  useLayoutEffect(() => effect(draw), inputs);
}
