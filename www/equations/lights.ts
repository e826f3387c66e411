/** Which entries belong together: of the operands and the result, when one of them is pointed at. */

import type { Equation, Part } from "./equation";

/** A row, a column or an entry of a matrix as it is stored; null stands for all rows or columns. */
export interface Light {
  row: number | null;
  column: number | null;
}

/** What lights up in each part of an equation when an entry of one part, as stored, is pointed at. */
export function lightsOf(
  equation: Equation,
  pointed: Part,
  entry: { row: number; column: number },
): Map<Part, Light> {
  const { row, column } = pointed.transposed ? swapped(entry) : entry;
  const lit = new Map<Part, Light>();
  for (const part of equation.parts) {
    const light =
      part === pointed ? { row, column } : lightIn(part, equation, pointed, { row, column });
    if (light) lit.set(part, part.transposed ? swapped(light) : light);
  }
  return lit;
}

/** As the equation takes its parts: a transpose by its own rows and columns. */
function lightIn(
  part: Part,
  { form }: Equation,
  pointed: Part,
  { row, column }: { row: number; column: number },
): Light | null {
  if (form === "elementwise" || form === "cost") return { row, column };
  const fromResult = pointed.role === "result";
  const across = fromResult ? part.role : pointed.role;
  // From the result to its operands, or from an operand to the results that it takes part in; other
  // operands stay dark.
  if (!fromResult && part.role !== "result") return null;
  switch (across) {
    case "above":
      return { row: null, column };
    case "added":
      return fromResult ? { row, column: 0 } : { row, column: null };
    case "operand": // of a sum over the columns
      return fromResult ? { row, column: null } : { row, column: 0 };
    default:
      return { row, column: null };
  }
}

function swapped<T>({ row, column }: { row: T; column: T }): { row: T; column: T } {
  return { row: column, column: row };
}
