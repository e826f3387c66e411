import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Picture } from "../../protocol/frame";
import { drawPicture } from "../../view/picture";
import { useDrawing } from "./drawing";

/** A canvas that shows the newest picture. */
export function usePictureCanvas(
  picture: Signal<Picture | null>,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(() => {
    const context = canvas.current?.getContext("2d");
    if (context && picture.value) drawPicture(context, picture.value);
  }, [picture]);
  return canvas;
}
