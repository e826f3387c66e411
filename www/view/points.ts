/** The examples as points over the plane of the two inputs. */

import type { Matrix } from "../protocol/tensors";

export interface Plane {
  x: [number, number];
  y: [number, number];
}

export interface PointColours {
  /** Fill of label 0 and of label 1, and the rim of both. */
  fill: [string, string];
  rim: string;
}

/** Draws each example at its place in the plane; `scale` is device pixels a CSS pixel. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  { X, Y }: { X: Matrix; Y: Matrix },
  { x, y }: Plane,
  colours: PointColours,
  scale: number,
): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  const m = X.cols;
  const radius = scale * (m > 1000 ? 1.2 : m > 500 ? 1.8 : 2.4);
  context.lineWidth = scale * 0.6;
  context.strokeStyle = colours.rim;
  for (let i = 0; i < m; i += 1) {
    const at = (value: number, [low, high]: [number, number]) => (value - low) / (high - low);
    context.beginPath();
    context.arc(
      width * at(X.data[i] ?? 0, x),
      height * (1 - at(X.data[m + i] ?? 0, y)),
      radius,
      0,
      2 * Math.PI,
    );
    context.fillStyle = colours.fill[Y.data[i] === 1 ? 1 : 0];
    context.fill();
    context.stroke();
  }
}
