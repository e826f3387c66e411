import { useRef } from "preact/hooks";
import type { Quantity } from "../../protocol/tensors";
import type { Place } from "../../state/store";
import { drawNumbers } from "../../view/numbers";
import { useApp } from "../context";
import { useWatched } from "../watched";
import { useDrawing } from "./drawing";
import { drawn } from "./drawn";
import { cellInk } from "./ink";

interface Props {
  quantity: Quantity;
  place: Place;
  transposed: boolean;
  /** As it is shown, in CSS pixels. */
  width: number;
  height: number;
}

/** The entries of a matrix, over its picture. */
export function Numbers({ quantity, place, transposed, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { store } = useApp();
  const ratio = window.devicePixelRatio;
  const entries = useWatched(store.numbers, quantity);
  const picture = store.pictures.answer({ ...quantity, place, width: 0, height: 0 });
  useDrawing(() => {
    const context = canvas.current?.getContext("2d");
    const { theme } = store;
    const matrix = entries.value;
    if (!context) return;
    if (!matrix) {
      drawn(context, ({ canvas }) => context.clearRect(0, 0, canvas.width, canvas.height));
      return;
    }
    const ink = cellInk(theme.value);
    const scale = picture.peek()?.scale ?? 0;
    drawn(context, (context) => drawNumbers(context, matrix, transposed, scale, ink, ratio));
  }, [entries, picture, transposed, width, height]);
  return (
    <canvas
      class="numbers"
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      aria-hidden="true"
    />
  );
}
