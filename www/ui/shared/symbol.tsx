import type { TensorId } from "../../protocol/tensors";

/** A matrix as the formulas write it: dW with its layer raised; X, Y and the losses by name. */
export function TensorSymbol({ name, layer }: TensorId) {
  if (name === "Y") return <i class="symbol">Y</i>;
  if (name === "losses")
    return (
      <i class="symbol">
        L<sup>(i)</sup>
      </i>
    );
  const derivative = name.startsWith("d");
  return (
    <i class="symbol">
      {derivative && <span class="differential">d</span>}
      {derivative ? name.slice(1) : name}
      <sup>[{layer}]</sup>
      {name === "A" && layer === 0 && " = X"}
    </i>
  );
}

/** The same in plain text: "dW[2]". */
export function symbolText({ name, layer }: TensorId): string {
  if (name === "Y" || name === "losses") return name;
  return name === "A" && layer === 0 ? "X" : `${name}[${layer}]`;
}

/** As a notebook names it: "dW2". */
export function notebookName({ name, layer }: TensorId): string {
  if (name === "Y" || name === "losses") return name;
  return name === "A" && layer === 0 ? "X" : `${name}${layer}`;
}
