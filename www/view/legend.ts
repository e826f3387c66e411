/** The colour scale as a CSS gradient, from the pixels that the cells' own function painted. */
export function gradientOf(pixels: Uint8ClampedArray): string {
  const colours = Array.from(
    { length: pixels.length / 4 },
    (_, index) => `rgb(${pixels.subarray(4 * index, 4 * index + 3).join(" ")})`,
  );
  return `linear-gradient(to right, ${colours.join(", ")})`;
}
