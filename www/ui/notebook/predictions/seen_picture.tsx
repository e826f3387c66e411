import { useLayoutEffect, useRef } from "preact/hooks";
import { drawPicture, type Pixels } from "../../../view/picture";

/** A picture in the size of the network's input, enlarged without smoothing. */
export function SeenPicture({ picture, label }: { picture: Pixels; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    const { height, pixels, width } = picture;
    if (context)
      drawPicture(context, { width, height, pixels: pixels.slice(0, 4 * width * height) });
  });
  return (
    <canvas ref={canvas} class="seen-picture" width={0} height={0} role="img" aria-label={label} />
  );
}
