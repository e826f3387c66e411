import type { Light } from "../../equations/lights";
import { share } from "../shared/box";

interface Props {
  light: Light;
  rows: number;
  columns: number;
}

/** A row, a column or an entry that stands out, over the picture of its matrix. */
export function Lit({ light: { row, column }, rows, columns }: Props) {
  const along = (index: number | null, count: number) =>
    index === null
      ? { from: "0%", size: "100%" }
      : { from: share(index / count), size: share(1 / count) };
  const vertical = along(row, rows);
  const horizontal = along(column, columns);
  return (
    <span
      class="lit"
      data-row={row ?? "all"}
      data-column={column ?? "all"}
      style={{
        "--top": vertical.from,
        "--height": vertical.size,
        "--left": horizontal.from,
        "--width": horizontal.size,
      }}
    />
  );
}
