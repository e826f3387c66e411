import type { TensorName } from "../../protocol/tensors";
import type { Lengths } from "../../view/lengths";
import { useMessages } from "../messages";
import { MatrixCard } from "./matrix_card";

interface Props {
  l: number;
  layers_dims: number[];
  m: number;
  activation: string;
  lengths: Lengths;
}

const FORWARD: TensorName[] = ["W", "b", "Z", "A"];
const BACKWARD: TensorName[] = ["dW", "db", "dZ", "dA"];
const OUTPUT: TensorName[] = ["Y", "losses"];

/**
 * A layer: forward W b → Z → A, and below each its derivative, backward dW db ← dZ ← dA. Below the last
 * layer's activations stand the labels and the losses.
 */
export function Layer({ l, layers_dims, m, activation, lengths }: Props) {
  const t = useMessages();
  const L = layers_dims.length - 1;
  const n = layers_dims[l] ?? 1;
  const shapeOf = (name: TensorName): [number, number] => {
    if (name === "W" || name === "dW") return [n, layers_dims[l - 1] ?? 1];
    return name === "b" || name === "db" ? [n, 1] : [n, m];
  };
  const cards = (names: TensorName[], direction: "forward" | "backward" | "output") => (
    <div class="layer-row" data-direction={direction}>
      {names.map((name) => (
        <MatrixCard key={name} id={{ name, layer: l }} shape={shapeOf(name)} lengths={lengths} />
      ))}
    </div>
  );
  return (
    <section class="layer" aria-label={t.layers.layer(l)}>
      <h3>
        {t.layers.layer(l)} · {activation}
      </h3>
      <div class="layer-cards">
        {cards(FORWARD, "forward")}
        {cards(BACKWARD, "backward")}
        {l === L && cards(OUTPUT, "output")}
      </div>
    </section>
  );
}
