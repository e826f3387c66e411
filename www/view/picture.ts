/** Puts pixels onto a canvas, one entry a pixel; the page scales them without smoothing. */

export interface Pixels {
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Draws a picture and gives the canvas its size. */
export function drawPicture(context: CanvasRenderingContext2D, picture: Pixels): void {
  const { canvas } = context;
  const { width, height, pixels } = picture;
  // Setting a size clears the canvas, so only when it changes.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  if (width > 0 && height > 0) context.putImageData(new ImageData(pixels, width, height), 0, 0);
}

/** The entry under a position given in shares (0 to 1) of the picture's sides. */
export function entryAt(
  x: number,
  y: number,
  { rows, columns }: { rows: number; columns: number },
): { row: number; column: number } {
  const index = (share: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  return { row: index(y, rows), column: index(x, columns) };
}
