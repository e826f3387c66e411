/** Numbers as Python and NumPy write them. */

import type { CostStyle } from "../protocol/export";
import type { Matrix } from "../protocol/tensors";

/** A float as `repr` has it: 0.1, 1e-05, 1e+16, nan, inf. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  // Both languages write the fewest digits that lead back to the number; they place the point differently.
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const digits = mantissa.replace(/[-.]/g, "");
  const sign = value < 0 ? "-" : "";
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  return `${sign}${whole}.${digits.slice(power + 1) || "0"}`;
}

/**
 * A float as `"%.6f"` has it for 6 decimals: the exact number is rounded, and one exactly in the middle to
 * the even digit. (`toFixed` rounds the middle up, and knows no numbers from 1e21 on.)
 */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const { mantissa, exponent } = exactly(value);
  const scaled = mantissa * 10n ** BigInt(decimals);
  const rounded =
    exponent < 0 ? halvedToEven(scaled, BigInt(-exponent)) : scaled << BigInt(exponent);
  const digits = String(rounded).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + digits.slice(0, point) + (decimals > 0 ? `.${digits.slice(point)}` : "");
}

/** |value| = mantissa · 2^exponent. */
function exactly(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased > 0 ? fraction | (1n << 52n) : fraction; // 0: subnormal
  return { mantissa, exponent: Math.max(biased, 1) - 1075 };
}

/** n / 2^k as a whole number, the middle to the even one. */
function halvedToEven(n: bigint, k: bigint): bigint {
  const below = n >> k;
  const rest = n - (below << k);
  const half = 1n << (k - 1n);
  return rest > half || (rest === half && below % 2n === 1n) ? below + 1n : below;
}

/** A line of the notebook's: "Cost after iteration 100: 0.6430198". */
export function printedCost(iteration: number, cost: number, style: CostStyle): string {
  const number = style === "full" ? floatRepr(cost) : fixed(cost, 6);
  return `Cost after iteration ${iteration}: ${number}`;
}

/** A matrix that pastes into Python, with all digits. */
export function arrayLiteral({ rows, cols, data }: Matrix): string {
  const rowsText = Array.from({ length: rows }, (_, row) => {
    const entries = Array.from(data.subarray(row * cols, (row + 1) * cols), entryLiteral);
    return `[${entries.join(", ")}]`;
  });
  return `np.array([${rowsText.join(",\n          ")}])`;
}

/** The cost of every iteration as a table. */
export function costsCsv(costs: Float64Array): string {
  const lines = Array.from(costs, (cost, iteration) => `${iteration},${floatRepr(cost)}`);
  return `iteration,cost\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}`;
}

function entryLiteral(value: number): string {
  return Number.isFinite(value) ? floatRepr(value) : floatRepr(value).replace(/nan|inf/, "np.$&");
}
