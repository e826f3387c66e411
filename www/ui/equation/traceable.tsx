import type { Part } from "../../equations/equation";
import type { Light } from "../../equations/lights";
import type { Lengths } from "../../view/lengths";
import { useApp } from "../context";
import { EquationMatrix } from "../matrices/matrix";
import { useMessages } from "../messages";
import { useSizeOf } from "../shared/sizes";
import { quantityText } from "../shared/symbol";

interface Props {
  part: Part;
  lengths: Lengths;
  light: Light | undefined;
}

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Entries that an arrow key passes with Shift. */
const STRIDE = 10;

/** The result, whose entries can be pinned by a click and walked through with the arrow keys. */
export function TraceableMatrix({ part, lengths, light }: Props) {
  const { actions, store } = useApp();
  const t = useMessages();
  const sizeOf = useSizeOf();
  const { quantity, dimensions } = part;
  const [rows, columns] = [sizeOf(dimensions[0]), sizeOf(dimensions[1])];

  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") return actions.pin(null);
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const from = store.pinned.value;
    const stride = event.shiftKey ? STRIDE : 1;
    const to = (at: number | undefined, by: number, count: number) =>
      at === undefined ? 0 : Math.min(count - 1, Math.max(0, at + by * stride));
    actions.point(null);
    actions.pin({
      ...quantity,
      row: to(from?.row, step[0], rows),
      column: to(from?.column, step[1], columns),
    });
  };
  const pin = () => {
    const cell = store.pointer.value;
    const pinned = store.pinned.value;
    if (!cell) return;
    const again = pinned && pinned.row === cell.row && pinned.column === cell.column;
    actions.pin(again ? null : cell);
  };
  return (
    // Not a button: a heatmap with a role of its own stands in it, and arrow keys walk.
    <div
      class="traceable"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its entries are walked through with the arrow keys
      tabIndex={0}
      aria-label={t.equation.walk(quantityText(quantity))}
      aria-describedby="trace"
      onKeyDown={walk}
      onClick={pin}
      data-pinned={store.pinned.value !== null}
    >
      <EquationMatrix part={part} lengths={lengths} light={light} />
    </div>
  );
}
