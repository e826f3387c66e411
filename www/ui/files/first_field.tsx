import { useEffect, useState } from "preact/hooks";
import type { FoundArray, Plan } from "../../protocol/files";
import { useApp } from "../context";
import { useTexts } from "./use_texts";

interface Props {
  array: FoundArray;
  plan: Plan;
}

/** How many examples are used; nothing for all. */
export function FirstField({ array, plan: { examples, first } }: Props) {
  const { opening, store } = useApp();
  const t = useTexts();
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [first]);
  const m = (examples === "rows" ? array.shape[0] : array.shape.at(-1)) ?? 0;
  const commit = (text: string) => {
    const number = Number(text);
    if (text.trim() === "") opening.change({ first: null });
    else if (Number.isInteger(number) && number > 0) opening.change({ first: number });
    else {
      const [wanted, got] = [`a whole number from 1 to ${m}`, `“${text}”`];
      const message = `first: expected ${wanted}, got ${got}`;
      opening.reject({ kind: "first_examples", field: "first", wanted, got, message });
      return;
    }
    setDraft(null);
  };
  return (
    <>
      <input
        class="number"
        type="text"
        inputMode="numeric"
        style={{ "--characters": 7 }}
        aria-label={t.plan.first}
        placeholder={t.plan.all}
        value={draft ?? first ?? ""}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => commit(event.currentTarget.value)}
      />
      <span class="hint">{t.plan.ofAll(m.toLocaleString(store.preferences.value.language))}</span>
    </>
  );
}
