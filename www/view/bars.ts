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
 * Draws a bar for each example, and a line at the mean. Where there are more examples than pixels, a
 * pixel's bar is the largest loss in it; what is not finite reaches to the top.
 */
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
  const m = losses.length;
  const largest = largestLoss(losses);
  const bar = width / m;
  const gap = bar >= 4 ? 1 : 0;
  for (let i = 0; i < m; i += 1) {
    const loss = losses[i] ?? 0;
    const share = Number.isFinite(loss) ? loss / largest : 1;
    const faded = chosen !== null && chosen !== i;
    context.globalAlpha = faded ? 0.3 : 1;
    context.fillStyle = colours.fill[labels[i] === 1 ? 1 : 0];
    const high = share * height;
    context.fillRect(i * bar, height - high, Math.max(bar - gap, 1), high);
  }
  context.globalAlpha = 1;
  if (chosen !== null && chosen < m) {
    context.fillStyle = colours.chosen;
    context.fillRect((chosen + 0.5) * bar - 1, 0, 2, height);
  }
  if (Number.isFinite(mean)) {
    context.fillStyle = colours.mean;
    context.fillRect(0, height - (mean / largest) * height - 1, width, 2);
  }
}
