/** A width and a height in CSS pixels as a style. */
export function boxOf(width: number, height: number): { width: string; height: string } {
  return { width: `${width}px`, height: `${height}px` };
}
