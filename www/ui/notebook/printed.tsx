import { useSignalEffect } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { CostStyle } from "../../protocol/export";
import { COST_STYLES, PRINTED_EVERY, type Preferences } from "../../state/preferences";
import type { Store } from "../../state/store";
import { Following, linesInSight, printedCount } from "../../view/printed";
import { printedCost } from "../../view/python";
import { useApp } from "../context";
import { copyText } from "../exports/clipboard";
import { useMessages } from "../messages";
import { Select } from "../shared/select";

/** CSS pixels of a line; as in the style. */
const LINE = 16;
/** Keys that scroll up. */
const UPWARD = ["ArrowUp", "PageUp", "Home"];

/** The costs as the notebook prints them. The list follows its end unless somebody has scrolled up. */
export function PrintedCosts() {
  const { actions, exports, store } = useApp();
  const t = useMessages();
  const { costStyle, printedEvery } = store.preferences.value;
  const list = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLPreElement>(null);
  const following = useMemo(() => new Following(), []);
  const drawn = useRef(0);

  // Only the lines in sight are on the page: a run may print a hundred thousand.
  const draw = () => {
    if (!list.current || !whole.current || !text.current) return;
    const { costStyle, printedEvery } = store.preferences.peek();
    const count = printedCount(store.costs.length, printedEvery);
    whole.current.style.height = `${Math.max(count, 1) * LINE}px`;
    if (count < drawn.current) following.restart(); // another run, or fewer of its costs
    drawn.current = count;
    if (following.isOn) {
      list.current.scrollTop = list.current.scrollHeight;
      following.putTo(list.current.scrollTop);
    }
    const { clientHeight: height, scrollTop: top } = list.current;
    const { first, end } = linesInSight({ top, height }, LINE, count);
    text.current.style.translate = `0 ${first * LINE}px`;
    text.current.textContent =
      count === 0
        ? t.notebook.printed.none
        : printedLines(store, printedEvery, costStyle, first, end).join("\n");
  };
  useSignalEffect(() => {
    void store.reading.value; // as often as can be read
    void store.preferences.value;
    draw();
  });
  const scroll = () => {
    if (list.current) following.scrolled(list.current);
    draw();
  };
  // The list must not be put to its end between the wheel's turn and what the browser makes of it.
  const leave = () => list.current && following.leave(list.current);
  const copy = () => {
    const count = printedCount(store.costs.length, printedEvery);
    const all = () => printedLines(store, printedEvery, costStyle, 0, count).join("\n");
    void copyText(exports, t.notebook.printed.costs, all);
  };

  return (
    <>
      <section
        class="printed"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard
        tabIndex={0}
        aria-label={t.notebook.printed.list}
        onScroll={scroll}
        onWheel={({ deltaY }) => deltaY < 0 && leave()}
        onKeyDown={({ key }) => UPWARD.includes(key) && leave()}
      >
        <div ref={whole}>
          <pre ref={text} data-fact="printed" />
        </div>
      </section>
      <div class="printed-controls">
        <Select
          label={t.notebook.printed.every}
          value={String(printedEvery)}
          options={PRINTED_EVERY.map((every) => ({ value: String(every), text: String(every) }))}
          onChange={(every) =>
            actions.prefer({ printedEvery: Number(every) as Preferences["printedEvery"] })
          }
        />
        <Select
          label={t.notebook.printed.style}
          value={costStyle}
          options={COST_STYLES.map((value) => ({ value, text: t.notebook.printed.styles[value] }))}
          onChange={(costStyle) => actions.prefer({ costStyle })}
        />
        <button type="button" data-action="copy-costs" onClick={copy}>
          {t.notebook.printed.copy}
        </button>
      </div>
    </>
  );
}

/** The lines from `first` up to `end`: "Cost after iteration 100: 0.6430198". */
function printedLines(
  { costs }: Store,
  every: number,
  style: CostStyle,
  first: number,
  end: number,
): string[] {
  return Array.from({ length: end - first }, (_, index) => {
    const iteration = (first + index) * every;
    return printedCost(iteration, costs.at(iteration) ?? Number.NaN, style);
  });
}
