/** Numbers as text, short and of even width. */

/** About `digits` significant digits: 0.0412, −1.73, 1.2e−7. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e6) {
    // Before the point every digit counts: 123456, not 123000.
    const text = value.toPrecision(digits);
    return withMinus(text.includes("e") ? value.toFixed(0) : text);
  }
  // The exponent takes room: beyond two digits it costs one of the mantissa.
  const room = magnitude >= 1e100 || magnitude < 1e-99 ? digits - 2 : digits - 1;
  return withMinus(value.toExponential(Math.max(room, 0)).replace("e+", "e"));
}

/** In the fewest characters: −1e−4. */
export function formatExponent(value: number): string {
  return Number.isFinite(value)
    ? withMinus(value.toExponential(0).replace("e+", "e"))
    : formatNumber(value);
}

/** All digits that tell a float64 from its neighbours. */
export function formatExact(value: number): string {
  return Number.isFinite(value) ? withMinus(String(value)) : formatNumber(value);
}

/** A share as "90.5%". */
export function percentText(share: number, language: string): string {
  return share.toLocaleString(language, { style: "percent", minimumFractionDigits: 1 });
}

/** The typographic minus, as wide as a digit. */
function withMinus(text: string): string {
  return text.replaceAll("-", "−");
}
