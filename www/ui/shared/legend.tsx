import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { LEGEND_WIDTH } from "../../state/app";
import { drawPicture } from "../../view/picture";
import { useApp } from "../context";

/** The colour scale, drawn by the function that draws the cells. */
export function Legend() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { legend, store } = useApp();
  useSignalEffect(() => {
    const context = canvas.current?.getContext("2d");
    void legend(store.theme.value)
      .then((pixels) => context && drawPicture(context, { width: LEGEND_WIDTH, height: 1, pixels }))
      .catch(() => {}); // without a trainer there is nothing to explain
  });
  return <canvas class="legend" width={LEGEND_WIDTH} height={1} ref={canvas} aria-hidden="true" />;
}
