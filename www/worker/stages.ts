/** How far long work is, told a few times a second. */

import type { OnStage, Stage } from "../protocol/files";

/** Milliseconds between two reports of one stage. */
const INTERVAL = 50;

/** Reports as often as somebody can read; the beginning and the end of a stage always. */
export function reporter(onStage: OnStage): (stage: Stage) => void {
  let reported = Number.NEGATIVE_INFINITY;
  let kind: Stage["kind"] | null = null;
  return (stage) => {
    const now = performance.now();
    if (stage.kind === kind && stage.done < stage.of && now < reported + INTERVAL) return;
    kind = stage.kind;
    reported = now;
    onStage(stage);
  };
}
