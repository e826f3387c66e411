import type { Dimension } from "../../equations/dimensions";
import { dimensionsOf } from "../../equations/dimensions";
import type { Check, Subject } from "../../protocol/checking";
import { colourOf } from "../../view/lengths";
import { TensorSymbol } from "../shared/symbol";
import { useTexts } from "./use_texts";
import { axesOf, tensorOf } from "./words";

/** A matrix, the cost or the costs as the page writes it. */
export function SubjectSymbol({ subject }: { subject: Subject }) {
  const t = useTexts();
  const tensor = tensorOf(subject);
  if (tensor) return <TensorSymbol {...tensor} />;
  return (
    <>
      <i class="symbol">J</i>
      {subject.name === "costs" && ` (${t.array.costs})`}
    </>
  );
}

/** The shape that was pasted; an axis that is right has its dimension's colour. */
export function PastedShape({ check }: { check: Check }) {
  return <ShapeOf shape={check.shape} axes={axesOf(check)} />;
}

/** The shape of the right matrix. */
export function RightShape({ check: { expected_shape, subject } }: { check: Check }) {
  const tensor = subject && tensorOf(subject);
  const axes = tensor ? dimensionsOf(tensor) : expected_shape.map(() => null);
  return <ShapeOf shape={expected_shape} axes={axes} />;
}

interface ShapeProps {
  shape: readonly (number | null)[];
  axes: readonly (Dimension | null)[];
}

function ShapeOf({ shape, axes }: ShapeProps) {
  return (
    <span class="shape">
      (
      {shape.map((length, axis) => {
        const of = axes[axis] ?? null;
        return (
          <span key={axis}>
            {axis > 0 && ", "}
            <b style={of === null ? {} : { color: colourOf(of) }}>{length ?? "…"}</b>
          </span>
        );
      })}
      {shape.length === 1 && ","})
    </span>
  );
}
