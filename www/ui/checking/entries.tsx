import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Cells, Check } from "../../protocol/checking";
import { formatExact, formatNumber } from "../../view/format";
import { boxOf } from "../shared/box";
import { type Place, type Slot, slotsInSight, slotsOf, steppedTo } from "./slots";
import { useTexts } from "./use_texts";
import { placeText, subjectText } from "./words";

/** CSS pixels of an entry, and of the indices before a row. */
const CELL = { width: 88, height: 24 };
const INDEX = 46;
/** Of the whole table, beyond which it scrolls. */
const HEIGHT = 232;

interface Props {
  check: Check;
  cells: Cells;
}

/**
 * The printed entries as a table; what differs is marked. Only what is in sight is drawn. The entry that is
 * pointed at, or else the one that was walked to, is told below with all its digits.
 */
export function Entries({ check, cells }: Props) {
  const t = useTexts();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const scrolled = useSignal({ left: 0, top: 0, width: 0 });
  const pointed = useSignal<Place | null>(null);
  const [rowsAll, columnsAll] = axesOf(check);
  const rows = slotsOf(cells.rows, rowsAll);
  const columns = slotsOf(cells.columns, columnsAll);
  const walked = useSignal<Place>(firstDifference(cells));
  const width = INDEX + columns.length * CELL.width;
  const height = CELL.height * (rows.length + 1);

  const follow = () => {
    const { current } = box;
    if (!current) return;
    const { clientWidth, scrollLeft, scrollTop } = current;
    scrolled.value = { left: scrollLeft, top: scrollTop, width: clientWidth };
  };
  const bring = ({ row, column }: Place) => {
    const { current } = box;
    if (!current) return;
    const top = CELL.height * (1 + slotOf(rows, row));
    const left = INDEX + CELL.width * slotOf(columns, column);
    const { clientHeight, clientWidth, scrollLeft, scrollTop } = current;
    // Below the line of indices, and beside the column of them.
    current.scrollTop = nearest(scrollTop, clientHeight, top, CELL.height, CELL.height);
    current.scrollLeft = nearest(scrollLeft, clientWidth, left, CELL.width, INDEX);
  };
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    bring(walked.peek());
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  const { left, top, width: room } = scrolled.value;
  const shownRows = slotsInSight(top, HEIGHT - CELL.height, CELL.height, rows.length);
  const shownColumns = slotsInSight(left, room - INDEX, CELL.width, columns.length);
  const inSight = <T,>(all: T[], { first, end }: { first: number; end: number }) =>
    all.slice(first, end).map((slot, at) => [slot, first + at] as const);
  const at = walked.value;
  const subject = check.subject ? subjectText(t, check.subject) : "";

  return (
    <div class="entries">
      <div
        class="entries-box"
        ref={box}
        style={{ maxHeight: `${HEIGHT}px` }}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its entries are walked through with the arrow keys
        tabIndex={0}
        aria-label={t.array.grid(subject)}
        aria-describedby={id}
        onScroll={follow}
        onPointerOver={({ target }) => (pointed.value = placeOf(target))}
        onClick={({ target }) => (walked.value = placeOf(target) ?? at)}
        onPointerLeave={({ pointerType }) => {
          if (pointerType !== "touch") pointed.value = null;
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const size = { rows: cells.rows.length, columns: cells.columns.length };
          const to = steppedTo(event.key, at, size);
          if (!to) return;
          event.preventDefault();
          pointed.value = null;
          walked.value = to;
          bring(to);
        }}
      >
        <div class="entries-all" style={boxOf(width, height)}>
          <div class="entries-head" style={{ width: `${width}px` }}>
            {inSight(columns, shownColumns).map(([slot, number]) => (
              <span
                key={number}
                class="entries-index"
                style={{ left: `${INDEX + number * CELL.width}px`, width: `${CELL.width}px` }}
              >
                {slot.kind === "left_out" ? "" : (check.iterations?.[slot.index] ?? slot.index)}
              </span>
            ))}
          </div>
          {inSight(rows, shownRows).map(([rowSlot, line]) => (
            <div
              key={line}
              class="entries-row"
              style={{ top: `${CELL.height * (line + 1)}px`, width: `${width}px` }}
            >
              <span class="entries-index" style={{ width: `${INDEX}px` }}>
                {rowSlot.kind === "left_out" ? "⋮" : check.iterations ? "" : rowSlot.index}
              </span>
              {inSight(columns, shownColumns).map(([slot, number]) => {
                const left = { left: `${INDEX + number * CELL.width}px`, width: `${CELL.width}px` };
                if (slot.kind === "left_out" || rowSlot.kind === "left_out")
                  return (
                    <span key={number} class="entry" data-left-out style={left}>
                      …
                    </span>
                  );
                const place = { row: rowSlot.place, column: slot.place };
                const entry = entryAt(cells, place);
                return (
                  <span
                    key={number}
                    class="entry"
                    data-place={`${place.row},${place.column}`}
                    data-agrees={entry.agrees}
                    data-row={rowSlot.index}
                    data-column={slot.index}
                    data-walked={place.row === at.row && place.column === at.column}
                    style={left}
                  >
                    {!entry.agrees && <span class="entry-mark">≠</span>}
                    {formatNumber(entry.pasted, 5)}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      </div>
      <EntryLine id={id} check={check} cells={cells} place={pointed.value ?? at} />
    </div>
  );
}

/** An entry with all its digits. */
function EntryLine({ id, check, cells, place }: Props & { id: string; place: Place }) {
  const t = useTexts();
  const { agrees, expected, pasted, row, column } = entryAt(cells, place);
  return (
    <dl class="entry-line" id={id} aria-live="polite" data-agrees={agrees}>
      <div>
        <dt class="entry-place">{placeText(t, check, row, column)}</dt>
        <dd>{agrees ? t.array.agreesHere : t.array.differsHere}</dd>
      </div>
      <div>
        <dt>{t.array.pasted}</dt>
        <dd data-value="pasted">{formatExact(pasted)}</dd>
      </div>
      <div>
        <dt>{t.array.expected}</dt>
        <dd data-value="expected">{formatExact(expected)}</dd>
      </div>
      <div>
        <dt>{t.array.difference}</dt>
        <dd data-value="difference">
          {formatNumber(Object.is(pasted, expected) ? 0 : pasted - expected, 3)}
        </dd>
      </div>
    </dl>
  );
}

/** The lengths of the right array's axes as rows and columns. */
function axesOf({ expected_shape }: Check): [rows: number, columns: number] {
  const [rows, columns] = expected_shape;
  if (rows === undefined) return [1, 1];
  return columns === undefined ? [1, rows] : [rows, columns];
}

function entryAt({ agrees, columns, expected, pasted, rows }: Cells, { row, column }: Place) {
  const at = row * columns.length + column;
  return {
    row: rows[row] ?? 0,
    column: columns[column] ?? 0,
    pasted: pasted[at] ?? 0,
    expected: expected[at] ?? 0,
    agrees: agrees[at] === 1,
  };
}

/** The entry that an event happens to. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const entry = target.closest<HTMLElement>("[data-place]");
  const [row, column] = entry?.dataset.place?.split(",").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** The first entry that differs; the first of all where none does. */
function firstDifference({ agrees, columns }: Cells): Place {
  const at = Math.max(0, agrees.indexOf(0));
  return { row: Math.floor(at / columns.length), column: at % columns.length };
}

function slotOf(slots: Slot[], place: number): number {
  return slots.findIndex((slot) => slot.kind === "printed" && slot.place === place);
}

/** How far to scroll so that a stretch is in sight, behind what covers the beginning. */
function nearest(scroll: number, room: number, start: number, size: number, covered: number) {
  if (start - covered < scroll) return start - covered;
  return start + size > scroll + room ? start + size - room : scroll;
}
