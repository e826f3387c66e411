/** A picture of one's own, cut and resized to what the network takes. */

import type { ImageShape } from "../protocol/configuration";
import type { ExampleImages } from "../protocol/predictions";

/** The part of a picture that is looked at: the largest of the wanted aspect, from its middle. */
export function middleOf(
  picture: { width: number; height: number },
  wanted: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const scale = Math.min(picture.width / wanted.width, picture.height / wanted.height);
  const [width, height] = [wanted.width * scale, wanted.height * scale];
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}

/**
 * Decodes a picture and resizes its middle to the network's input; what is transparent is white. With one
 * channel it is grey, as the network sees it. Rejects where it cannot be decoded.
 */
export async function seen(
  file: Blob,
  { width, height, channels }: ImageShape,
  inverted: boolean,
): Promise<ExampleImages> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  const part = middleOf(bitmap, { width, height });
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  if (channels === 1) toGrey(data);
  if (inverted) invert(data);
  return { width, height, pixels: data };
}

/** The luminance of ITU-R BT.601, in place. */
export function toGrey(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    pixels.fill(0.299 * red + 0.587 * green + 0.114 * blue, at, at + 3);
  }
}

/** Light for dark, in place. */
export function invert(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = 255 - (pixels[channel] ?? 0);
    }
  }
}
