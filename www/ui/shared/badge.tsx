import type { Averaging, TensorName } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** Of what a derivative is one. */
export type Derivative = "perExample" | "averaged" | "summed";

/** What dW, db, dZ and dA are derivatives of; null for other matrices. */
export function derivativeOf(name: TensorName, averaging: Averaging): Derivative | null {
  if (name === "dW" || name === "db") return averaging === "dW" ? "averaged" : "summed";
  if (name === "dZ" || name === "dA") return averaging === "dW" ? "perExample" : "averaged";
  return null;
}

interface Props {
  name: TensorName;
  /** Where the 1/m stands, if not as the page is set. */
  averaging?: Averaging;
  long?: boolean;
}

/** Whether a derivative is of the cost or of the losses; in full words with `long`. */
export function Badge({ name, averaging, long = false }: Props) {
  const { store } = useApp();
  const t = useMessages();
  const derivative = derivativeOf(name, averaging ?? store.averaging.value);
  if (!derivative) return null;
  const short = derivative === "perExample" ? "∂L" : "∂J";
  return (
    <small class="badge" data-derivative={derivative} title={t.layers.derivatives[derivative]}>
      {long ? t.layers.derivatives[derivative] : short}
    </small>
  );
}
