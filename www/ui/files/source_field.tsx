import type { Plan } from "../../protocol/files";
import type { OpeningState } from "../../state/opening_state";
import { useApp } from "../context";
import { inputChoices, keyOf, labelChoices } from "./choices";
import { useTexts } from "./use_texts";

interface Props {
  field: "X" | "Y" | "test_X" | "test_Y";
  state: OpeningState;
  plan: Plan;
}

/** Which array, or which column of a table, becomes X or Y. */
export function SourceField({ field, state, plan }: Props) {
  const { opening } = useApp();
  const t = useTexts();
  const as = field.endsWith("X") ? "X" : "Y";
  const groups = as === "X" ? inputChoices(state.found, t) : labelChoices(state.found, t);
  const isNeeded = field === "X" || field === "Y";
  const source = plan[field];
  const choose = (key: string) => {
    const all = groups.flatMap(({ choices }) => choices);
    opening.change({ [field]: all.find((choice) => choice.key === key)?.source ?? null });
  };
  return (
    <select
      aria-label={t.plan[field]}
      value={keyOf(as, source)}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {(!isNeeded || source === null) && (
        <option value="">{isNeeded ? t.plan.choose : t.plan.none}</option>
      )}
      {groups.map(({ file, choices }) => (
        <optgroup key={file} label={file}>
          {choices.map(({ key, text, disabled }) => (
            <option key={key} value={key} disabled={disabled}>
              {disabled ? `${text}: ${t.files.unusable}` : text}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
