import { type Equation, resultPart } from "../../equations/equation";
import type { Averaging, Quantity } from "../../protocol/tensors";
import { formatNumber } from "../../view/format";
import { useMessages, useText } from "../messages";
import { Badge } from "../shared/badge";
import { TensorSymbol } from "../shared/symbol";

/** The matrix that an equation computes: symbol, what it is, of what it is a derivative, its range. */
export function Heading({ equation, averaging }: { equation: Equation; averaging: Averaging }) {
  const t = useMessages();
  const { quantity } = resultPart(equation);
  return (
    <h2>
      <TensorSymbol {...quantity} /> <small>{t.equation.computes[equation.operation]}</small>
      <Badge name={quantity.name} averaging={averaging} long />
      <Range quantity={quantity} />
    </h2>
  );
}

/** The smallest and the largest entry. */
function Range({ quantity }: { quantity: Quantity }) {
  const text = useText((t, store) => {
    void store.reading.value; // text follows a few times a second
    const shown = store.pictures
      .answer({ ...quantity, place: "equation", width: 0, height: 0 })
      .peek();
    if (!shown || shown.status === "absent") return "";
    const range = t.equation.range(formatNumber(shown.min, 4), formatNumber(shown.max, 4));
    return shown.not_finite > 0 ? `${range}, ${t.layers.notFinite(shown.not_finite)}` : range;
  });
  return <small class="range-text">{text}</small>;
}
