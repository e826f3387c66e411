/** Numbers as text, short and of even width. */

/** About `digits` significant digits: 0.0412, −1.73, 1.2e−7. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const text =
    magnitude >= 1e-4 && magnitude < 1e6
      ? value.toPrecision(digits)
      : value.toExponential(digits - 1);
  return withMinus(text.includes("e+") && magnitude < 1e6 ? String(Number(text)) : text);
}

/** All digits that tell a float64 from its neighbours. */
export function formatExact(value: number): string {
  return Number.isFinite(value) ? withMinus(String(value)) : formatNumber(value);
}

/** The typographic minus, as wide as a digit. */
function withMinus(text: string): string {
  return text.replaceAll("-", "−");
}
