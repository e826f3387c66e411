/** How a canvas was drawn, for whoever wants the same picture with lines in place of pixels. */

type Draw = (context: CanvasRenderingContext2D) => void;

const drawings = new WeakMap<HTMLCanvasElement, Draw>();

/** Draws on a canvas, and remembers how. */
export function drawn(context: CanvasRenderingContext2D, draw: Draw): void {
  draw(context);
  drawings.set(context.canvas, draw);
}

/** How the canvas was drawn last; undefined where that is not known. */
export function drawingOf(canvas: HTMLCanvasElement): Draw | undefined {
  return drawings.get(canvas);
}
