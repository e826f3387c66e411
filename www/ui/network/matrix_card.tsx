import { useComputed } from "@preact/signals";
import { dimensionsOf } from "../../equations/dimensions";
import { resultOf } from "../../equations/operations";
import type { TensorId } from "../../protocol/tensors";
import type { Store } from "../../state/store";
import { formatNumber } from "../../view/format";
import { type Lengths, lengthOf } from "../../view/lengths";
import { useApp } from "../context";
import { useMessages, useText } from "../messages";
import { Badge } from "../shared/badge";
import { Heatmap } from "../shared/heatmap";
import { Legend } from "../shared/legend";
import { Shape } from "../shared/shape";
import { symbolText, TensorSymbol } from "../shared/symbol";
import { lastOperation } from "./last_operation";

interface Props {
  id: TensorId;
  shape: [number, number];
  lengths: Lengths;
}

/** A matrix with its symbol, shape, heatmap and range; a click chooses it. */
export function MatrixCard({ id, shape: [rows, columns], lengths }: Props) {
  const { actions, store } = useApp();
  const t = useMessages();
  const picture = cardPicture(store, id);
  const status = useComputed(() => picture.value?.status ?? "absent").value;
  const selected = useComputed(() => sameTensor(store.selection.value, id)).value;
  const current = useComputed(() => isCurrent(store, id)).value;
  const dimensions = dimensionsOf(id);
  const [height, width] = dimensions.map((dimension) => lengthOf(dimension, lengths)) as [
    number,
    number,
  ];
  const what = id.name === "A" && id.layer === 0 ? t.layers.what.X : t.layers.what[id.name];

  return (
    <button
      type="button"
      class="card"
      data-tensor={`${id.name}${id.layer}`}
      data-status={status}
      data-current={current}
      aria-pressed={selected}
      title={what}
      onClick={() => {
        actions.select(id);
        showEquation();
      }}
    >
      <span class="card-label">
        <TensorSymbol {...id} />
        <Badge name={id.name} />
      </span>
      <Shape dimensions={dimensions} rows={rows} columns={columns} />
      <Heatmap
        quantity={id}
        place="card"
        dimensions={dimensions}
        width={width}
        height={height}
        label={t.layers.matrix(symbolText(id), rows, columns)}
      />
      <Range id={id} />
    </button>
  );
}

/** On a small screen the equation opens out of sight. */
function showEquation(): void {
  const panel = document.querySelector(".equation");
  if (!panel || panel.getBoundingClientRect().top < 0.7 * innerHeight) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  panel.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block: "start" });
}

/** The end of the colour scale under the scale itself, or why there is none. */
function Range({ id }: { id: TensorId }) {
  const { store } = useApp();
  const picture = cardPicture(store, id);
  const text = useText((t, store) => {
    void store.reading.value; // text follows a few times a second
    const value = picture.peek();
    if (!value || value.status === "absent") return "–";
    if (value.not_finite > 0) return t.layers.notFinite(value.not_finite);
    const text = formatNumber(value.scale);
    // A card has room for seven characters.
    return `±${text.length > 7 ? formatNumber(value.scale, 2) : text}`;
  });
  const scaled = useComputed(() => (picture.value?.status ?? "absent") !== "absent").value;
  const alarming = useComputed(() => (picture.value?.not_finite ?? 0) > 0);
  return (
    <span class="range" data-alarming={alarming}>
      {scaled && <Legend />}
      {text}
    </span>
  );
}

/** The size is the heatmap's to say. */
function cardPicture({ pictures }: Store, id: TensorId) {
  return pictures.answer({ ...id, place: "card", width: 0, height: 0 });
}

function sameTensor(a: TensorId, b: TensorId): boolean {
  return a.name === b.name && a.layer === b.layer;
}

/** Whether the operation done last made this matrix. */
function isCurrent(store: Store, id: TensorId): boolean {
  const index = lastOperation(store);
  const last = index === null ? undefined : store.session.value?.operations[index];
  return last !== undefined && sameTensor(resultOf(last), id);
}
