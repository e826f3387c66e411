import { useComputed } from "@preact/signals";
import { resultOf } from "../../equations/operations";
import type { Operation } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { symbolText, TensorSymbol } from "../shared/symbol";
import { lastOperation } from "./last_operation";

/** The operations of an iteration in order: those done, the one done last, those to come. */
export function Operations() {
  const { actions, store } = useApp();
  const t = useMessages();
  const operations = store.session.value?.operations ?? [];
  const done = useComputed(() => store.reading.value.progress).value;
  const last = useComputed(() => lastOperation(store)).value;
  return (
    <nav class="operations" aria-label={t.operations.current(done, operations.length)}>
      {phases(operations).map(({ phase, members }) => (
        <div class="phase" key={phase}>
          <span class="phase-name">{t.operations[phase]}</span>
          {members.map(({ index, operation }) => (
            <button
              type="button"
              class="operation"
              key={index}
              data-done={index < done}
              data-current={index === last}
              aria-label={symbolText(resultOf(operation))}
              onClick={() => actions.select(resultOf(operation))}
            >
              {operation.operation === "cost" ? (
                <i class="symbol">J</i>
              ) : (
                <TensorSymbol {...resultOf(operation)} />
              )}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}

type Phase = "forward" | "cost" | "backward" | "update";

interface Member {
  index: number;
  operation: Operation;
}

function phases(operations: Operation[]): { phase: Phase; members: Member[] }[] {
  const order: Phase[] = ["forward", "cost", "backward", "update"];
  const all = operations.map((operation, index) => ({ index, operation }));
  return order.map((phase) => ({
    phase,
    members: all.filter(({ operation }) => phaseOf(operation) === phase),
  }));
}

function phaseOf({ operation }: Operation): Phase {
  if (operation === "cost") return "cost";
  if (operation === "Z" || operation === "A") return "forward";
  return operation === "W" || operation === "b" ? "update" : "backward";
}
