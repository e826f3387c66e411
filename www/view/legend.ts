/** The colour scale, from the pixels that the cells' own function painted. */

/** As a CSS gradient. */
export function gradientOf(pixels: Uint8ClampedArray): string {
  return `linear-gradient(to right, ${gradientColours(pixels).join(", ")})`;
}

/** Its colours, from −1 to 1. */
export function gradientColours(pixels: Uint8ClampedArray): string[] {
  return Array.from(
    { length: pixels.length / 4 },
    (_, index) => `rgb(${pixels.subarray(4 * index, 4 * index + 3).join(" ")})`,
  );
}
