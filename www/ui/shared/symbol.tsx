import type { Quantity, TensorId } from "../../protocol/tensors";

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

/** A matrix of an equation: g′(Z), Wᵀ, and what example i adds to dW. */
export function QuantitySymbol({
  quantity,
  transposed = false,
}: {
  quantity: Quantity;
  transposed?: boolean;
}) {
  const isX = quantity.name === "A" && quantity.layer === 0;
  if (isX && transposed) return <i class="symbol">Xᵀ</i>;
  const symbol = <TensorSymbol {...quantity} />;
  if (quantity.of === "slope") return <i class="symbol">g′({symbol})</i>;
  return (
    <i class="symbol">
      {symbol}
      {transposed && "ᵀ"}
    </i>
  );
}

/** The same in plain text, as the formulas count: "g'(Z[2])". */
export function quantityText(quantity: Quantity): string {
  return withOrigin(symbolText(quantity), quantity);
}

/** As a notebook would name it: "dA2", "g'(Z2)". */
export function quantityName(quantity: Quantity): string {
  return withOrigin(notebookName(quantity), quantity);
}

/** What tells a matrix on an equation's way from the one that it leads to. */
function withOrigin(name: string, { of, index = 0 }: Quantity): string {
  switch (of) {
    case "slope":
      return `g'(${name})`;
    case "used":
      return `${name}⁻`;
    case "outer":
      return `dz·aᵀ(${index})`;
    case "partial":
      return `Σ${index} dz·aᵀ`;
    case "mistake":
      return `${name} (?)`;
    default:
      return name;
  }
}
