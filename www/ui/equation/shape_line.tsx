import type { Equation } from "../../equations/equation";
import { shapesOf } from "../../equations/shapes";
import type { Averaging } from "../../protocol/tensors";
import { colourOf } from "../../view/lengths";
import { useSizeOf } from "../shared/sizes";

/** "(4, 3) = (4, 400) · (400, 3)", each number in its dimension's colour. */
export function ShapeLine({ equation, averaging }: { equation: Equation; averaging: Averaging }) {
  const sizeOf = useSizeOf();
  return (
    <p class="shape-line">
      {shapesOf(equation, averaging).map((token, index) =>
        typeof token === "string" ? (
          <span key={index}> {token} </span>
        ) : (
          <span class="shape" key={index}>
            (<b style={{ color: colourOf(token[0]) }}>{sizeOf(token[0])}</b>,{" "}
            <b style={{ color: colourOf(token[1]) }}>{sizeOf(token[1])}</b>)
          </span>
        ),
      )}
    </p>
  );
}
