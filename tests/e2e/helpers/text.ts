/** Numbers as the page writes them. */

/** Significant digits, with the typographic minus; an exponent only below 0.0001 and from a million. */
export function written(value: number, digits: number): string {
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  if (magnitude < 1e-4 || magnitude >= 1e6)
    return value.toExponential(digits - 1).replaceAll("-", "−");
  const text = value.toPrecision(digits);
  return (text.includes("e") ? value.toFixed(0) : text).replace("-", "−");
}

/** The range of a card, which has room for seven characters. */
export function range(magnitude: number): string {
  const text = written(magnitude, 3);
  return `±${text.length > 7 ? written(magnitude, 2) : text}`;
}

/** A share as "90.5%". */
export function percent(share: number): string {
  return share.toLocaleString("en", { style: "percent", minimumFractionDigits: 1 });
}

/** The largest magnitude of some entries. */
export function magnitude(entries: readonly number[]): number {
  return entries.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
}
