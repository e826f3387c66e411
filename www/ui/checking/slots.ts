/** Where the printed rows and columns of a matrix stand in a picture of it, and which of them are in sight. */

/** A row or column that was printed, by its place in the list of the printed ones; or those between. */
export type Slot = { kind: "printed"; place: number; index: number } | { kind: "left_out" };

/** The printed indices of an axis in a line, with one slot for each run that NumPy left out. */
export function slotsOf(printed: readonly number[], length: number): Slot[] {
  const slots: Slot[] = [];
  let next = 0;
  printed.forEach((index, place) => {
    if (index > next) slots.push({ kind: "left_out" });
    slots.push({ kind: "printed", place, index });
    next = index + 1;
  });
  if (next < length) slots.push({ kind: "left_out" });
  return slots;
}

/** The slots to draw: from `first` up to `end`, one more at each side than is in sight. */
export function slotsInSight(
  scrolled: number,
  room: number,
  size: number,
  count: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.floor(scrolled / size) - 1);
  return { first, end: Math.min(count, Math.ceil((scrolled + room) / size) + 1) };
}

/** Where a key leads from a place in a table of so many printed rows and columns; null where nowhere. */
export function steppedTo(
  key: string,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  const to = (row: number, column: number) => ({
    row: within(row, rows),
    column: within(column, columns),
  });
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - PAGE, column);
    case "PageDown":
      return to(row + PAGE, column);
    case "Home":
      return to(row, 0);
    case "End":
      return to(row, columns - 1);
    default:
      return null;
  }
}

/** A place among the printed rows and columns. */
export interface Place {
  row: number;
  column: number;
}

/** Rows of a page. */
const PAGE = 8;
