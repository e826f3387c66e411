import { problemText } from "../../i18n/messages";
import type { Mistake, Outcome } from "../../protocol/mistakes";
import type { Problem } from "../../protocol/requests";
import { useApp } from "../context";
import { useMessages } from "../messages";

interface Props {
  mistakes: Mistake[];
  /** Why there are none. */
  problem: Problem | null;
}

/** The mistakes to choose from, the line with the one chosen, and what NumPy says to it. */
export function MistakeWords({ mistakes, problem }: Props) {
  const { actions, store } = useApp();
  const t = useMessages();
  const chosen = store.mistake.value;
  const mistake = chosen === null ? undefined : mistakes[chosen];
  return (
    <div class="mistakes">
      <p class="hint">{t.mistakes.hint}</p>
      {problem && (
        <p class="verdict" data-verdict="error">
          {problemText(t, problem)}
        </p>
      )}
      <div class="mistake-list" role="group" aria-label={t.equation.modes.break}>
        {mistakes.map(({ kind, of }, index) => (
          <button
            type="button"
            key={`${kind}${of}`}
            data-mistake={kind}
            data-of={of ?? ""}
            aria-pressed={index === chosen}
            onClick={() => actions.makeMistake(index === chosen ? null : index)}
          >
            {t.mistakes.kinds[kind](of ?? "")}
          </button>
        ))}
      </div>
      {mistake && (
        <>
          <pre class="notebook-line">
            <code>{[mistake.setup, mistake.statement].filter(Boolean).join("\n")}</code>
          </pre>
          <Verdict outcome={mistake.outcome} />
        </>
      )}
    </div>
  );
}

function Verdict({ outcome }: { outcome: Outcome }) {
  const t = useMessages();
  if (outcome.kind === "error")
    return (
      <pre class="verdict" data-verdict="error" role="status">
        <b>{outcome.exception}</b>: {outcome.message}
      </pre>
    );
  const { verdict, shape, expected } = outcome;
  return (
    <p class="verdict" data-verdict={verdict} role="status">
      {verdict === "wrong_shape"
        ? t.mistakes.wrongShape(shapeText(shape), shapeText(expected))
        : verdict === "wrong_values"
          ? t.mistakes.wrongValues(shapeText(shape))
          : t.mistakes.harmless(shapeText(shape))}
    </p>
  );
}

/** A shape as NumPy prints it: (4, 400), (4,), (). */
export function shapeText(shape: number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}
