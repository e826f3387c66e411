/** The numbers in an equation, in one line. Free of language but for the count of what is left out. */

import type { Context } from "../../equations/tex";
import type { Operation } from "../../protocol/tensors";
import type { Trace } from "../../protocol/trace";
import { formatNumber } from "../../view/format";

/** What an entry was worked out from, to be followed by "= its value". */
export function workingText(
  { operation, layer }: Operation,
  trace: Trace,
  { L, activation }: Context,
  andMore: (count: number) => string,
): string {
  const over = trace.divisor === null ? "" : `1/${trace.divisor} · `;
  if (trace.kind === "entry") {
    return entryText(operation, layer === L, trace.operands, activation, over);
  }
  const terms =
    trace.kind === "product"
      ? trace.terms.map(([left, right]) => `${factor(left)} · ${factor(right)}`)
      : trace.terms.map((term, index) => (index === 0 ? formatNumber(term) : factor(term)));
  const rest = trace.count - terms.length;
  const sum = rest > 0 ? [...terms, andMore(rest)].join(" + ") : terms.join(" + ");
  if (trace.kind === "product" && trace.added !== null)
    return `${sum} + ${factor(trace.added)} [b]`;
  return over ? `${over}(${sum}) = ${over}${factor(trace.sum, 5)}` : sum;
}

function entryText(
  operation: Operation["operation"],
  isOutput: boolean,
  operands: number[],
  activation: Context["activation"],
  over: string,
): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = operands;
  switch (operation) {
    case "A": {
      const z = formatNumber(first, 4);
      if (isOutput) return `σ(${z}) = 1 / (1 + e^${factor(-first, 4)})`;
      return activation === "relu" ? `max(0, ${z})` : `tanh(${z})`;
    }
    case "cost": {
      const [y, a] = [formatNumber(first), formatShare(second)];
      return `−(${y} · log ${a} + (1 − ${y}) · log(1 − ${a}))`;
    }
    case "dA": {
      const [y, a] = [formatNumber(first), formatShare(second)];
      const survivor = first === 1 ? `−${over}1/${a}` : `${over}1/(1 − ${a})`;
      return `−${over}(${y}/${a} − (1 − ${y})/(1 − ${a})) = ${survivor}`;
    }
    case "dZ": {
      const product = `${formatNumber(first, 4)} · ${formatNumber(second, 4)}`;
      if (!isOutput) return product;
      const difference = `${over}(a − y) = ${over}(${formatShare(fourth)} − ${formatNumber(third)})`;
      // Where a is exactly 0 or 1 the product in float64 is not what it stands for.
      return second === 0 ? difference : `${product} = ${difference}`;
    }
    default:
      return `${formatNumber(first, 4)} − ${formatNumber(third)} · ${factor(second, 4)}`;
  }
}

/** A number from 0 to 1, with digits enough to tell it from 1. */
export function formatShare(a: number): string {
  const toOne = 1 - a;
  const nines = toOne > 0 && toOne < 0.1 ? Math.ceil(-Math.log10(toOne)) : 0;
  return formatNumber(a, Math.min(4 + nines, 17));
}

/** A number that follows a sign: in brackets where it has one of its own. */
function factor(value: number, digits?: number): string {
  const text = formatNumber(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}
