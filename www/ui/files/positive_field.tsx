import type { Plan } from "../../protocol/files";
import type { OpeningState } from "../../state/opening_state";
import { useApp } from "../context";
import { useTexts } from "./use_texts";

interface Props {
  state: OpeningState;
  plan: Plan;
}

/** Which class becomes 1. */
export function PositiveField({ state: { labels, preview }, plan: { positive } }: Props) {
  const { opening, store } = useApp();
  const t = useTexts();
  const { language } = store.preferences.value;
  const areTwo = labels.length === 2;
  // Of two classes the reader has taken the one that it names, else the second.
  const names = preview?.classes.map(({ name }) => name) ?? [];
  const taken = labels.find(({ label }) => label === names[1]) ?? labels[1];
  const chosen = positive ?? (areTwo ? (taken?.label ?? "") : "");
  const nameOf = (label: string) => {
    const name = areTwo ? names[label === chosen ? 1 : 0] : undefined;
    return name === undefined || name === label ? label : `${label} · ${name}`;
  };
  return (
    <select
      aria-label={t.plan.positive}
      value={chosen}
      onChange={(event) => opening.change({ positive: event.currentTarget.value })}
    >
      {chosen === "" && <option value="">{t.plan.positiveFirst}</option>}
      {labels.map(({ label, count }) => (
        <option key={label} value={label}>
          {`${nameOf(label)} (${count.toLocaleString(language)})`}
        </option>
      ))}
    </select>
  );
}
