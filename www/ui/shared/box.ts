/** A width and a height in CSS pixels as a style. */
export function boxOf(width: number, height: number): { width: string; height: string } {
  return { width: `${width}px`, height: `${height}px` };
}

/** A share of a side, 0 to 1, as a length of CSS. */
export function share(part: number): string {
  return `${100 * part}%`;
}
