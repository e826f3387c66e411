/** Numbers as the page writes them. */

/** Significant digits, with the typographic minus; an exponent only below 0.0001 and from a million. */
export function written(value: number, digits: number): string {
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (magnitude < 1e-4 || magnitude >= 1e6)
    return value.toExponential(digits - 1).replaceAll("-", "−");
  const text = magnitude >= 10 ** digits ? String(rounded) : value.toPrecision(digits);
  return (text.includes("e") ? String(rounded) : text).replace("-", "−");
}

/** A share as "90.5%". */
export function percent(share: number): string {
  return share.toLocaleString("en", { style: "percent", minimumFractionDigits: 1 });
}

/** The largest magnitude of some entries. */
export function magnitude(entries: readonly number[]): number {
  return entries.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
}
