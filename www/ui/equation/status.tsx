import type { Equation } from "../../equations/equation";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** Where this iteration has not come to the equation yet: why there is nothing to trace, and how to get there. */
export function Status({ equation }: { equation: Equation }) {
  const { actions, store } = useApp();
  const t = useMessages();
  const operations = store.session.value?.operations ?? [];
  const index = operations.findIndex(
    ({ operation, layer }) => operation === equation.operation && layer === equation.layer,
  );
  const { iteration, progress } = store.reading.value;
  if (index < progress) {
    const used = equation.parts.some(({ quantity }) => quantity.of === "used");
    return progress === operations.length && used ? (
      <p class="hint">{t.equation.usedBefore}</p>
    ) : null;
  }
  return (
    <p class="equation-status">
      {iteration === 0 ? t.equation.notYet : t.equation.stale}{" "}
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
