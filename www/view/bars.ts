/** The losses as bars, with their mean. */

export interface BarColours {
  /** Bars of label 0 and of label 1. */
  fill: [string, string];
  mean: string;
  chosen: string;
}

/** The end of the axis: the largest finite loss. */
export function largestLoss(losses: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < losses.length; i += 1) {
    const loss = losses[i] ?? 0;
    if (Number.isFinite(loss) && loss > largest) largest = loss;
  }
  return largest > 0 ? largest : 1;
}

/**
 * The examples that are shown as bars in `width` pixels: all of them, or where there are more, the one
 * with the largest loss of each pixel.
 */
export function shownExamples(losses: ArrayLike<number>, width: number): number[] {
  const count = Math.min(losses.length, Math.max(Math.floor(width), 1));
  return Array.from({ length: count }, (_, bar) => {
    const first = Math.floor((bar * losses.length) / count);
    const end = Math.floor(((bar + 1) * losses.length) / count);
    let largest = first;
    for (let i = first + 1; i < end; i += 1) {
      // What is not finite is larger than anything.
      const isLarger = !((losses[i] ?? 0) <= (losses[largest] ?? 0));
      if (isLarger && !Number.isNaN(losses[largest])) largest = i;
    }
    return largest;
  });
}

/** Draws a bar for each shown example, and a line at the mean. What is not finite reaches to the top. */
export function drawLosses(
  context: CanvasRenderingContext2D,
  losses: ArrayLike<number>,
  labels: ArrayLike<number>,
  mean: number,
  chosen: number | null,
  colours: BarColours,
): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  const largest = largestLoss(losses);
  const shown = shownExamples(losses, width);
  const bar = width / shown.length;
  const gap = bar >= 4 ? 1 : 0;
  shown.forEach((i, index) => {
    const loss = losses[i] ?? 0;
    const high = Number.isFinite(loss) ? (loss / largest) * height : height;
    context.globalAlpha = chosen === null || chosen === i ? 1 : 0.3;
    context.fillStyle = colours.fill[labels[i] === 1 ? 1 : 0];
    context.fillRect(index * bar, height - high, bar - gap, high);
  });
  context.globalAlpha = 1;
  if (chosen !== null && chosen < losses.length) {
    const loss = losses[chosen] ?? 0;
    const above = Number.isFinite(loss) ? height - (loss / largest) * height : 0;
    context.fillStyle = colours.chosen;
    context.fillRect(((chosen + 0.5) / losses.length) * width - 1, 0, 2, Math.max(above, 4));
  }
  if (Number.isFinite(mean)) {
    context.fillStyle = colours.mean;
    context.fillRect(0, height - (mean / largest) * height - 1, width, 2);
  }
}
