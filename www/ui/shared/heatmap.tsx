import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Dimensions } from "../../equations/dimensions";
import type { Picture } from "../../protocol/frame";
import type { Quantity } from "../../protocol/tensors";
import type { Place } from "../../state/store";
import { colourOf } from "../../view/lengths";
import { entryAt } from "../../view/picture";
import { useApp } from "../context";
import { useWatched } from "../watched";
import { boxOf } from "./box";
import { ExampleColumn } from "./example_column";
import { usePictureCanvas } from "./picture_canvas";

interface Props {
  quantity: Quantity;
  place: Place;
  dimensions: Dimensions;
  /** CSS pixels. */
  width: number;
  height: number;
  label: string;
  /** Whether it is shown turned about its diagonal. */
  transposed?: boolean;
  /** What lies over the picture. */
  children?: ComponentChildren;
}

/** A matrix as a picture: rulers in the colours of its dimensions, and the entry under the pointer. */
export function Heatmap(props: Props) {
  const { quantity, place, dimensions, width, height, label, transposed = false, children } = props;
  const [rows, columns] = dimensions;
  const { store } = useApp();
  const picture = useWatched(store.pictures, { ...quantity, place, ...inPixels(width, height) });
  const canvas = usePictureCanvas(picture);
  const pointing = usePointing(quantity, picture, transposed);
  return (
    <span
      class="heatmap"
      style={{ ...boxOf(width, height), "--rows": colourOf(rows), "--columns": colourOf(columns) }}
    >
      <canvas ref={canvas} width={0} height={0} role="img" aria-label={label} {...pointing} />
      {columns === "m" && <ExampleColumn />}
      {children}
    </span>
  );
}

/** A size in device pixels. */
function inPixels(width: number, height: number) {
  const ratio = window.devicePixelRatio;
  return { width: Math.round(width * ratio), height: Math.round(height * ratio) };
}

function usePointing(quantity: Quantity, picture: Signal<Picture | null>, transposed: boolean) {
  const { actions } = useApp();
  const point = (event: PointerEvent) => {
    const size = picture.peek();
    if (!size || size.status === "absent") return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    actions.point({ ...quantity, ...(transposed ? entryAt(y, x, size) : entryAt(x, y, size)) });
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
