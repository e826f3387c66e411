import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Preferences } from "../../state/preferences";
import type { Store } from "../../state/store";
import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { useMessages } from "../messages";

const HEIGHT = 170;

/** The cost of every iteration; a linear or a logarithmic axis, and the value under the pointer. */
export function CostPlot() {
  const { store } = useApp();
  const t = useMessages();
  const { language } = store.preferences.value;
  const scale = useComputed(() => store.preferences.value.costScale);
  const place = useRef<HTMLDivElement>(null);
  const pointed = useSignal<number | null>(null);

  useSignalEffect(() => {
    const { current } = place;
    if (!current) return;
    const plot = createPlot(current, store, scale.value, (k) => {
      pointed.value = k;
    });
    return () => plot.destroy();
  });

  const at = pointed.value;
  const cost = at === null ? undefined : store.costs.at(at);
  return (
    <>
      <div ref={place} />
      <p class="hint" data-fact="pointed-cost">
        {at === null || cost === undefined
          ? t.result.costHint
          : t.result.costAt(at.toLocaleString(language), formatNumber(cost, 6))}
      </p>
    </>
  );
}

/** A plot that follows the store until it is destroyed; made anew for another theme or axis. */
function createPlot(
  place: HTMLElement,
  store: Store,
  costScale: Preferences["costScale"],
  onPoint: (k: number | null) => void,
) {
  void store.theme.value; // the colours are read below
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name);
  const axis = {
    stroke: colour("--ink-soft"),
    grid: { stroke: colour("--line"), width: 1 },
    ticks: { show: false },
    font: "11px system-ui",
  };
  const line = { stroke: colour("--cost"), width: 1.5, points: { show: isAlone } };
  const plot = new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      padding: [8, 22, 0, 0],
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        x: { time: false, range: fromTheFirst },
        y: costScale === "log" ? { distr: 3 } : { range: fromZero },
      },
      axes: [
        { ...axis, size: 28, space: 60 },
        {
          ...axis,
          size: 46,
          space: 28,
          values: (_, ticks) => ticks.map((tick) => (tick === null ? "" : formatNumber(tick, 2))),
        },
      ],
      series: [{}, line, { ...line, stroke: "transparent" }],
      bands: [{ series: [1, 2], fill: colour("--cost-band") }],
      hooks: {
        setCursor: [
          ({ cursor }) => {
            const bin = cursor.left === undefined || cursor.left < 0 ? null : (cursor.idx ?? null);
            onPoint(bin === null ? null : bin * store.costs.series.width);
          },
        ],
      },
    },
    dataOf(store),
    place,
  );
  const observer = new ResizeObserver(() =>
    plot.setSize({ width: place.clientWidth, height: HEIGHT }),
  );
  observer.observe(place);
  const unsubscribe = store.reading.subscribe(() => plot.setData(dataOf(store)));
  return {
    destroy() {
      observer.disconnect();
      unsubscribe();
      plot.destroy();
    },
  };
}

/** A single cost is no line yet, so it is a point. */
function isAlone(plot: uPlot): boolean {
  return plot.data[0].length === 1;
}

/** Before the first iteration there is room for ten. */
function fromTheFirst(_: uPlot, __: number, max: number | null): [number, number] {
  return [0, Math.max(max ?? 0, 10)];
}

/** A linear axis shows how far from zero the cost is. */
function fromZero(_: uPlot, __: number, max: number): [number, number] {
  return [0, max > 0 ? 1.05 * max : 1];
}

function dataOf({ costs: { series } }: Store): uPlot.AlignedData {
  const { max, min, width } = series;
  const shown = (costs: number[]) => costs.map((cost) => (Number.isNaN(cost) ? null : cost));
  return [max.map((_, bin) => bin * width), shown(max), shown(min)];
}
