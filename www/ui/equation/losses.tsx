import { useRef } from "preact/hooks";
import { type BarColours, drawLosses, largestLoss, shownExamples } from "../../view/bars";
import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { useDrawing } from "../shared/drawing";
import { drawn } from "../shared/drawn";
import { useWatched } from "../watched";

interface Props {
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The m losses as bars whose mean is J; a bar chooses its example. */
export function LossBars({ width, height }: Props) {
  const { actions, store } = useApp();
  const t = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const session = store.session.value;
  const L = (session?.layers_dims.length ?? 2) - 1;
  const m = session?.m ?? 1;
  const losses = useWatched(store.numbers, { name: "losses", layer: L });
  const labels = useWatched(store.numbers, { name: "Y", layer: L });
  const cost = useWatched(store.traces, { operation: "cost", layer: L, cell: "cost" });
  const ratio = window.devicePixelRatio;

  useDrawing(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    void store.theme.value; // the colours are read below
    const [values, y] = [losses.value?.data, labels.value?.data];
    if (!values || !y) {
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      return;
    }
    const style = getComputedStyle(context.canvas);
    const colour = (name: string) => style.getPropertyValue(name);
    const colours: BarColours = {
      fill: [colour("--label-0"), colour("--label-1")],
      mean: colour("--ink"),
      chosen: colour("--ink"),
    };
    const [mean, example] = [cost.value?.value ?? Number.NaN, store.example.value];
    drawn(context, (context) => drawLosses(context, values, y, mean, example, colours));
  }, [losses, labels, cost, width, height]);

  const choose = (event: MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const shown = shownExamples(losses.peek()?.data ?? [], width * ratio);
    const bar = Math.floor(((event.clientX - box.left) / box.width) * shown.length);
    const example = shown[Math.min(shown.length - 1, Math.max(0, bar))];
    if (example === undefined) return;
    actions.chooseExample(example === store.example.value ? null : example);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") actions.chooseExample(null);
    const to = steppedTo(event, store.example.value, m);
    if (to === null) return;
    event.preventDefault();
    actions.chooseExample(to);
  };
  const values = losses.value?.data;
  return (
    <figure class="losses">
      <span class="losses-axis">
        <span>{values ? formatNumber(largestLoss(values)) : "–"}</span>
        <span>0</span>
      </span>
      {/* Arrow keys walk over the bars, which are one canvas. */}
      <canvas
        ref={canvas}
        class="loss-bars"
        width={Math.round(width * ratio)}
        height={Math.round(height * ratio)}
        role="slider"
        tabIndex={0}
        aria-label={t.equation.bars}
        aria-valuemin={0}
        aria-valuemax={m - 1}
        aria-valuenow={store.example.value ?? 0}
        aria-valuetext={
          store.example.value === null ? t.example.none : `i = ${store.example.value}`
        }
        onClick={choose}
        onKeyDown={walk}
      />
      <figcaption class="key">
        <span class="dot" data-label="0" /> {t.result.class(0)} <span class="dot" data-label="1" />{" "}
        {t.result.class(1)} <span class="mean-line" /> {t.equation.mean}
      </figcaption>
    </figure>
  );
}

/** Where a key leads on a slider from 0 to m − 1; null where it leads nowhere. */
function steppedTo({ key, shiftKey }: KeyboardEvent, at: number | null, m: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return m - 1;
  const page = Math.max(10, Math.round(m / 10));
  const steps: Record<string, number> = {
    ArrowRight: shiftKey ? 10 : 1,
    ArrowUp: shiftKey ? 10 : 1,
    ArrowLeft: shiftKey ? -10 : -1,
    ArrowDown: shiftKey ? -10 : -1,
    PageUp: page,
    PageDown: -page,
  };
  const step = steps[key];
  if (step === undefined) return null;
  return at === null ? 0 : Math.min(m - 1, Math.max(0, at + step));
}
