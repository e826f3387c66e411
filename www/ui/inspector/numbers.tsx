import { type Signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Picture } from "../../protocol/frame";
import { drawNumbers } from "../../view/numbers";
import { useApp } from "../context";

interface Props {
  picture: Signal<Picture | null>;
  width: number;
  height: number;
}

/** The entries of the chosen matrix, over its picture. */
export function Numbers({ picture, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { store } = useApp();
  const ratio = window.devicePixelRatio;
  const props = useRef({ picture });
  props.current = { picture };
  useSignalEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const { reading, selection, theme } = store;
    const chosen = selection.value;
    const matrix = reading.value.numbers;
    const fits = matrix && matrix.name === chosen.name && matrix.layer === chosen.layer;
    if (!fits) {
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      return;
    }
    // The middle of the scale is light in the light theme and dark in the dark one.
    const strong = (share: number) => Math.abs(share) > 0.72;
    const ink = {
      dark: "#14181f",
      light: "#ffffff",
      isDark: (share: number) => strong(share) === (theme.value === "dark"),
    };
    const scale = props.current.picture.peek()?.scale ?? 0;
    drawNumbers(context, matrix, scale, ink, ratio);
  });
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
