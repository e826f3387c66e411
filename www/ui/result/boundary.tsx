import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { drawPicture } from "../../view/picture";
import { drawPoints } from "../../view/points";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { share } from "../shared/box";
import { useClassName } from "../shared/class_name";
import { drawn } from "../shared/drawn";
import { FigureTools } from "./figure_tools";

/** Side of the picture of the points in CSS pixels; the page may show it smaller. */
const SIDE = 280;

/** A[L] over the plane of the two inputs, with the examples. */
export function Boundary() {
  const { store } = useApp();
  const t = useMessages();
  const nameOf = useClassName();
  const plane = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const ratio = window.devicePixelRatio;

  useSignalEffect(() => {
    const context = plane.current?.getContext("2d");
    const boundary = store.boundary.value;
    if (!context || !boundary) return;
    const { pixels, size } = boundary;
    drawPicture(context, { pixels, width: size, height: size });
  });

  // The points stay where they are while training changes the plane below.
  const drawnKey = useRef("");
  useSignalEffect(() => {
    const context = points.current?.getContext("2d");
    const boundary = store.boundary.value;
    const examples = store.points.value;
    const { theme } = store;
    if (!context || !boundary || !examples) return;
    const { x, y } = boundary;
    const run = store.session.peek()?.dataset;
    const key = JSON.stringify([x, y, theme.value, run]);
    if (key === drawnKey.current) return;
    drawnKey.current = key;
    const style = getComputedStyle(context.canvas);
    const colour = (name: string) => style.getPropertyValue(name);
    const colours = {
      fill: [colour("--label-0"), colour("--label-1")] as [string, string],
      rim: colour("--surface"),
    };
    drawn(context, (context) => drawPoints(context, examples, { x, y }, colours, ratio));
  });

  return (
    <figure class="boundary panel">
      <figcaption title={t.result.boundaryHint}>
        {t.result.boundary}
        <FigureTools name="boundary" what={t.result.boundary} />
      </figcaption>
      <div class="plane">
        <canvas ref={plane} width={0} height={0} role="img" aria-label={t.result.boundaryHint} />
        <canvas ref={points} width={SIDE * ratio} height={SIDE * ratio} aria-hidden="true" />
        <ChosenPoint />
      </div>
      <p class="key">
        <span class="dot" data-label="0" /> {nameOf(0)} <span class="dot" data-label="1" />{" "}
        {nameOf(1)}
      </p>
    </figure>
  );
}

/** A ring around the chosen example. */
function ChosenPoint() {
  const { store } = useApp();
  const example = store.example.value;
  const boundary = store.boundary.value;
  const examples = store.points.value;
  if (example === null || !boundary || !examples || example >= examples.X.cols) return null;
  const at = (row: number, [low, high]: [number, number]) =>
    ((examples.X.data[row * examples.X.cols + example] ?? 0) - low) / (high - low);
  return (
    <span
      class="chosen-point"
      style={{ left: share(at(0, boundary.x)), top: share(1 - at(1, boundary.y)) }}
    />
  );
}
