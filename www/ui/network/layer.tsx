import type { TensorName } from "../../protocol/tensors";
import type { Lengths } from "../../view/dimensions";
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

/** A layer: forward W b → Z → A, and below each its derivative, backward dW db ← dZ ← dA. */
export function Layer({ l, layers_dims, m, activation, lengths }: Props) {
  const t = useMessages();
  const L = layers_dims.length - 1;
  const n = layers_dims[l] ?? 1;
  const shapeOf = (name: TensorName): [number, number] => {
    if (name === "W" || name === "dW") return [n, layers_dims[l - 1] ?? 1];
    return name === "b" || name === "db" ? [n, 1] : [n, m];
  };
  const row = (names: TensorName[], direction: string) => (
    <div class="layer-row" data-direction={direction}>
      {names.map((name) => (
        <MatrixCard key={name} id={{ name, layer: l }} shape={shapeOf(name)} L={L} lengths={lengths} />
      ))}
    </div>
  );
  return (
    <section class="layer" aria-label={t.layers.layer(l)}>
      <h3>
        {t.layers.layer(l)} · {activation}
      </h3>
      {row(FORWARD, "forward")}
      {row(BACKWARD, "backward")}
    </section>
  );
}
