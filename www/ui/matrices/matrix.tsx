import { useLayoutEffect, useRef } from "preact/hooks";
import type { Part } from "../../equations/equation";
import type { Light } from "../../equations/lights";
import type { Quantity } from "../../protocol/tensors";
import type { Place } from "../../state/store";
import { type Lengths, lengthOf } from "../../view/lengths";
import { numbersFit } from "../../view/numbers";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { boxOf } from "../shared/box";
import { Heatmap } from "../shared/heatmap";
import { Numbers } from "../shared/numbers";
import { Shape } from "../shared/shape";
import { useSizeOf } from "../shared/sizes";
import { QuantitySymbol, quantityText, symbolText } from "../shared/symbol";
import { Lit } from "./lit";

/** Milliseconds in which a matrix turns about its diagonal, and those before it starts. */
const TURN = { duration: 400, delay: 250 };

interface Props {
  part: Part;
  lengths: Lengths;
  light: Light | undefined;
  /** Another number turns a transposed matrix again. */
  replay?: number;
  /** Without its symbol and shape. */
  bare?: boolean;
  place?: Place;
}

/** A matrix of an equation: symbol, shape, picture and numbers, and what of it is lit. */
export function EquationMatrix(props: Props) {
  const { part, lengths, light, replay = 0, bare = false, place = "equation" } = props;
  const { transposed, dimensions } = part;
  // The answers speak of the course's form.
  const quantity: Quantity =
    place === "why" ? { ...part.quantity, averaging: "dW" } : part.quantity;
  const { store } = useApp();
  const t = useMessages();
  const sizeOf = useSizeOf();
  const [rows, columns] = [sizeOf(dimensions[0]), sizeOf(dimensions[1])];
  const [height, width] = [lengthOf(dimensions[0], lengths), lengthOf(dimensions[1], lengths)];
  const stored = transposed
    ? { rows: columns, columns: rows, width: height, height: width }
    : { rows, columns, width, height };
  // In an update the same matrix stands on both sides.
  const isOld = part.role === "operand" && quantity.of === "used";
  const turning = useTurning(transposed, replay);
  const status = store.pictures.answer({ ...quantity, place, width, height }).value?.status;
  return (
    <figure
      class="part"
      data-role={part.role}
      data-tensor={partName(quantity)}
      data-transposed={transposed}
      data-status={status}
    >
      {!bare && (
        <figcaption>
          <QuantitySymbol quantity={quantity} transposed={transposed} />{" "}
          <Shape dimensions={dimensions} rows={rows} columns={columns} />
          {isOld && <small>{t.equation.before}</small>}
        </figcaption>
      )}
      <div class="part-picture" style={boxOf(width + 3, height + 3)}>
        <div class="turn" data-turned={transposed} ref={turning}>
          <Heatmap
            quantity={quantity}
            place={place}
            dimensions={transposed ? [dimensions[1], dimensions[0]] : dimensions}
            width={stored.width}
            height={stored.height}
            transposed={transposed}
            label={t.layers.matrix(quantityText(quantity), stored.rows, stored.columns)}
          >
            {light && <Lit light={light} rows={stored.rows} columns={stored.columns} />}
          </Heatmap>
        </div>
        {numbersFit(rows, columns, width, height) && (
          <Numbers
            quantity={quantity}
            place={place}
            transposed={transposed}
            width={width}
            height={height}
          />
        )}
      </div>
    </figure>
  );
}

/** A matrix as a place shows it: the answers speak of the course's form. */
export function quantityAt(quantity: Quantity, place: Place): Quantity {
  return place === "why" ? { ...quantity, averaging: "dW" } : quantity;
}

/** Which matrix it is, whether of now or from before its update. */
function partName(quantity: Quantity): string {
  return quantity.of === "slope" ? quantityText(quantity) : symbolText(quantity);
}

/** Turns an element about its diagonal, from how its matrix is stored to its transpose. */
function useTurning(transposed: boolean, replay: number) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || !transposed || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    void replay;
    const turn = current.animate(
      [
        { transform: "rotate3d(1, 1, 0, 0deg)", pointerEvents: "none" },
        { transform: "rotate3d(1, 1, 0, 180deg)", pointerEvents: "none" },
      ],
      { ...TURN, easing: "ease-in-out", fill: "backwards" },
    );
    return () => turn.cancel();
  }, [transposed, replay]);
  return element;
}
