import { type Signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Picture } from "../../protocol/frame";
import type { TensorId } from "../../protocol/tensors";
import { type Place, pictureSignal } from "../../state/store";
import { colourOf, type Dimension } from "../../view/dimensions";
import { drawPicture, entryAt } from "../../view/picture";
import { useApp } from "../context";
import { boxOf } from "./box";

interface Props {
  id: TensorId;
  place: Place;
  dimensions: [Dimension, Dimension];
  /** CSS pixels. */
  width: number;
  height: number;
  label: string;
}

/** A matrix as a picture: rulers in the colours of its dimensions, and the entry under the pointer. */
export function Heatmap({ id, place, dimensions: [rows, columns], width, height, label }: Props) {
  const { name, layer } = id;
  const { store, watch } = useApp();
  const picture = pictureSignal(store, id, place);
  const canvas = useCanvas(picture);
  const pointing = usePointing(id, picture);

  useEffect(() => {
    const ratio = window.devicePixelRatio;
    return watch({ name, layer }, place, Math.round(width * ratio), Math.round(height * ratio));
  }, [watch, name, layer, place, width, height]);

  return (
    <span
      class="heatmap"
      style={{ ...boxOf(width, height), "--rows": colourOf(rows), "--columns": colourOf(columns) }}
    >
      <canvas ref={canvas} width={0} height={0} role="img" aria-label={label} {...pointing} />
    </span>
  );
}

function useCanvas(picture: Signal<Picture | null>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(picture);
  shown.current = picture;
  useSignalEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context && shown.current.value) drawPicture(context, shown.current.value);
  });
  return canvas;
}

function usePointing(id: TensorId, picture: Signal<Picture | null>) {
  const { actions } = useApp();
  const point = (event: PointerEvent) => {
    const size = picture.peek();
    if (!size || size.status === "absent") return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    actions.point({ ...id, ...entryAt(x, y, size) });
  };
  return {
    onPointerMove: point,
    onPointerDown: point,
    // A finger has left when it is lifted; what it pointed at stays readable.
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== "touch") actions.point(null);
    },
  };
}
