import type { Dimension } from "../../equations/dimensions";
import { colourOf } from "../../view/lengths";

interface Props {
  dimensions: [Dimension, Dimension];
  rows: number;
  columns: number;
}

/** "(4, 400)", each number in its dimension's colour. */
export function Shape({ dimensions: [rowsOf, columnsOf], rows, columns }: Props) {
  return (
    <span class="shape">
      (<b style={{ color: colourOf(rowsOf) }}>{rows}</b>,{" "}
      <b style={{ color: colourOf(columnsOf) }}>{columns}</b>)
    </span>
  );
}
