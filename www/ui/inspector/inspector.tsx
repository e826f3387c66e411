import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { pictureSignal } from "../../state/store";
import { colourOf, dimensionsOf } from "../../view/dimensions";
import { formatNumber } from "../../view/format";
import { SMALLEST_CELL } from "../../view/numbers";
import { useApp } from "../context";
import { useMessages, useText } from "../messages";
import { boxOf } from "../shared/box";
import { Heatmap } from "../shared/heatmap";
import { Legend } from "../shared/legend";
import { Shape } from "../shared/shape";
import { symbolText, TensorSymbol } from "../shared/symbol";
import { Numbers } from "./numbers";
import { WeightImages } from "./weight_images";

/** Largest cell, with and without its number, and largest height of the matrix, in CSS pixels. */
const CELL = { width: 84, height: 30, widthWithoutNumber: 12 };
const MAX_HEIGHT = 220;

/** The chosen matrix, large, with its numbers where they fit. */
export function Inspector() {
  const { store } = useApp();
  const t = useMessages();
  const panel = useRef<HTMLElement>(null);
  const [available, setAvailable] = useState(0);
  useLayoutEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => setAvailable(current.clientWidth - 72));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  const id = store.selection.value;
  const session = store.session.value;
  const picture = pictureSignal(store, id, "inspector");
  const shape = useComputed(() => {
    const shown = pictureSignal(store, store.selection.value, "inspector").value;
    return shown ? `${shown.rows},${shown.columns}` : "1,1";
  }).value;
  const [rows = 1, columns = 1] = shape.split(",").map(Number);
  const status = useComputed(
    () => pictureSignal(store, store.selection.value, "inspector").value?.status,
  ).value;

  const withNumbers = columns * SMALLEST_CELL.width <= available;
  const cellWidth = withNumbers ? CELL.width : CELL.widthWithoutNumber;
  // Between two iterations the parameters are one update ahead of what was computed with them.
  const complete = useComputed(() => {
    const all = store.session.value?.operations.length ?? 0;
    return all > 0 && store.reading.value.progress === all;
  }).value;

  const width = Math.max(Math.min(available, columns * cellWidth), 24);
  const height = Math.max(Math.min(rows * CELL.height, MAX_HEIGHT), SMALLEST_CELL.height);
  const box = boxOf(width, height);
  const dimensions = dimensionsOf(id);
  return (
    <section class="inspector panel" ref={panel} aria-label={t.inspector.heading}>
      <h2>
        <TensorSymbol {...id} /> <Shape dimensions={dimensions} rows={rows} columns={columns} />
        <small>
          {id.name === "A" && id.layer === 0 ? t.layers.what.X : t.layers.what[id.name]}
        </small>
        {status === "absent" ? <small>{t.layers.notComputed}</small> : <RangeText />}
      </h2>
      {session && available > 0 && (
        <div class="inspected" data-status={status}>
          <span
            class="axis axis-columns"
            style={{ color: colourOf(dimensions[1]), width: box.width }}
          >
            {columns}
          </span>
          <span
            class="axis axis-rows"
            style={{ color: colourOf(dimensions[0]), height: box.height }}
          >
            {rows}
          </span>
          <span class="inspected-matrix" style={box}>
            <Heatmap
              key={symbolText(id)}
              id={id}
              place="inspector"
              dimensions={dimensions}
              width={width}
              height={height}
              label={t.layers.matrix(symbolText(id), rows, columns)}
            />
            <Numbers picture={picture} width={width} height={height} />
          </span>
        </div>
      )}
      <WeightImages />
      {complete && <p class="hint">{t.operations.complete}</p>}
      <p class="hint">
        <Legend /> {t.layers.legend} {t.inspector.hint}
      </p>
    </section>
  );
}

/** The smallest and the largest entry. */
function RangeText() {
  const text = useText((t, store) => {
    void store.reading.value; // text follows a few times a second
    const shown = pictureSignal(store, store.selection.value, "inspector").peek();
    if (!shown) return "";
    const range = t.inspector.range(formatNumber(shown.min, 4), formatNumber(shown.max, 4));
    return shown.not_finite > 0 ? `${range}, ${t.layers.notFinite(shown.not_finite)}` : range;
  });
  return <small class="range-text">{text}</small>;
}
