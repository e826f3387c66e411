import { useEffect, useRef } from "preact/hooks";
import type { FoundImages, Thumbnails as Pictures } from "../../protocol/files";
import { useApp } from "../context";
import { useTexts } from "./use_texts";

/** How many pictures, and their side on the page. */
const COUNT = 8;
const SIDE = 44;
const GAP = 2;

interface Props {
  file: string;
  array: string;
  images: FoundImages;
}

/** The first pictures of an array, in a strip. */
export function Thumbnails({ file, array, images }: Props) {
  const { opening } = useApp();
  const t = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const size = Math.ceil(SIDE * window.devicePixelRatio);
    opening.thumbnails(file, array, COUNT, size).then((pictures) => {
      if (pictures && canvas.current) draw(canvas.current, pictures);
    });
  }, [opening, file, array]);
  const [count, height, width, channels] = [
    images.count,
    images.height,
    images.width,
    images.channels,
  ].map((number) => number.toLocaleString());
  const said = t.files.pictures(count ?? "", height ?? "", width ?? "", channels ?? "");
  return (
    <canvas
      class="thumbnails"
      ref={canvas}
      width={1}
      height={SIDE}
      role="img"
      aria-label={said}
      title={said}
    />
  );
}

function draw(canvas: HTMLCanvasElement, { count, width, height, pixels }: Pictures): void {
  // Small pictures are drawn larger, but as they are: with their pixels in sight.
  const scale = SIDE / Math.max(width, height, 1);
  const [shownWidth, shownHeight] = [width * scale, height * scale];
  const gap = Math.ceil(GAP / scale);
  canvas.width = Math.max(1, count * (width + gap) - gap);
  canvas.height = height;
  canvas.style.width = `${count * (shownWidth + gap * scale) - gap * scale}px`;
  canvas.style.height = `${shownHeight}px`;
  const context = canvas.getContext("2d");
  const length = 4 * width * height;
  for (let picture = 0; picture < count; picture += 1) {
    const one = pixels.slice(picture * length, (picture + 1) * length);
    context?.putImageData(new ImageData(one, width, height), picture * (width + gap), 0);
  }
}
