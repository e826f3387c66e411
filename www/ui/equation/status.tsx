import type { Equation } from "../../equations/equation";
import type { Operation } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** How far this iteration is with the equation: what is still to come, and how to get there. */
export function Status({ equation }: { equation: Equation }) {
  const { actions, store } = useApp();
  const t = useMessages();
  const { iteration } = store.reading.value;
  const isUpdate = equation.operation === "W" || equation.operation === "b";
  if (useIsDone()(equation)) return <Used equation={equation} />;
  const text = isUpdate
    ? t.equation.notUpdated
    : iteration === 0
      ? t.equation.notYet
      : t.equation.stale;
  return (
    <p class="equation-status">
      {text}{" "}
      <button
        type="button"
        data-action="compute"
        onClick={() => actions.computeUpTo(equation).catch(() => {})}
      >
        {t.equation.computeUpTo}
      </button>
    </p>
  );
}

/** Where W and b have been updated since they were used here. */
function Used({ equation }: { equation: Equation }) {
  const t = useMessages();
  const isDone = useIsDone();
  const used = equation.parts.filter(
    ({ quantity, role }) => quantity.of === "used" && role !== "operand",
  );
  const isOld = used.some(({ quantity: { name, layer } }) =>
    isDone({ operation: name === "b" ? "b" : "W", layer }),
  );
  return isOld ? <p class="hint">{t.equation.usedBefore}</p> : null;
}

/** Whether the iteration under way has done an operation. */
export function useIsDone(): (operation: Operation) => boolean {
  const { store } = useApp();
  const operations = store.session.value?.operations ?? [];
  const { progress } = store.reading.value;
  return ({ operation, layer }) => {
    const index = operations.findIndex((one) => one.operation === operation && one.layer === layer);
    return index < progress;
  };
}
