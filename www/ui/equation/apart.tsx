import { useState } from "preact/hooks";
import { type Equation, type Part, resultPart } from "../../equations/equation";
import type { Quantity } from "../../protocol/tensors";
import { fitArrangement } from "../../view/equation_lengths";
import { useApp } from "../context";
import { EquationMatrix } from "../matrices/matrix";
import type { Room } from "../matrices/room";
import { useMessages } from "../messages";

/** CSS pixels around each of the three matrices. */
const AROUND = { width: 150, height: 90 };

/**
 * dW taken apart: the examples add dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ one by one to a running sum, which is divided by m at the
 * end (where the 1/m is not in dZ already) and is dW then.
 */
export function Apart({ equation, room }: { equation: Equation; room: Room }) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const divides = store.averaging.value === "dW";
  const m = session?.m ?? 1;
  const [position, setPosition] = useState(1);
  const result = resultPart(equation);
  if (!session) return null;
  const last = divides ? m + 1 : m;
  const at = Math.min(position, last);
  const examples = Math.min(at, m);
  const divided = at > m;
  const { layer } = equation;
  const of = (quantity: Quantity): Part => ({ ...result, role: "operand", quantity });
  const [rows, columns] = result.dimensions;
  const three = room.width > 560;
  const lengths = fitArrangement(
    three
      ? { columns: [columns, columns, columns], rows: [rows] }
      : { columns: [columns], rows: [rows, rows, rows] },
    session,
    {
      width: room.width - AROUND.width,
      height: room.height - (three ? 1 : 2) * AROUND.height,
    },
  );
  const matrix = (caption: string, quantity: Quantity, step: string) => (
    <div class="apart-step" data-step={step}>
      <p>{caption}</p>
      <EquationMatrix part={of(quantity)} lengths={lengths} light={undefined} bare />
    </div>
  );
  const sum: Quantity = { name: "dW", layer, of: "partial", index: examples };
  return (
    <div class="apart">
      <label class="apart-slider">
        <span>{divided ? t.equation.divided(m) : t.equation.added(examples, m)}</span>
        <input
          type="range"
          min={1}
          max={last}
          value={at}
          aria-label={t.equation.apart}
          aria-valuetext={divided ? t.equation.divided(m) : t.equation.added(examples, m)}
          onInput={(event) => setPosition(event.currentTarget.valueAsNumber)}
        />
      </label>
      <div class="apart-steps">
        {matrix(
          t.equation.outer(examples - 1),
          { name: "dW", layer, of: "outer", index: examples - 1 },
          "outer",
        )}
        <span class="operator">→</span>
        {matrix(t.equation.runningSum(examples), sum, "sum")}
        <span class="operator">{divides ? `÷ ${m}` : "="}</span>
        <div class="apart-end" data-reached={at === last}>
          {at === last ? (
            matrix(`dW[${layer}]`, { name: "dW", layer }, "end")
          ) : (
            <p class="hint">{t.equation.goOn}</p>
          )}
        </div>
      </div>
    </div>
  );
}
