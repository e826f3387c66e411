import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../protocol/requests";
import type { Control } from "../../state/store";
import { useApp } from "../context";

export interface NumberFieldProps {
  control: Control;
  value: number;
  min: number;
  max: number;
  whole: boolean;
  label: string;
  hint?: string;
  /** Characters of room. */
  width: number;
  onCommit: (value: number) => void;
}

/**
 * A number that is typed. What is no number, or out of range, stands there with its problem beside the
 * control until it is mended or taken back with Escape; nothing else changes.
 */
export function NumberField(props: NumberFieldProps) {
  const { control, value, min, max, whole, label, hint, width, onCommit } = props;
  const { actions, store } = useApp();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && store.problems.value[control] !== undefined;

  // Another value from elsewhere, or the field's end (another data set, a layer less), takes back
  // what was typed and its problem.
  useEffect(() => {
    setDraft(null);
    return () => actions.refuse(control, null);
  }, [actions, control, value]);

  const leave = () => {
    setDraft(null);
    actions.refuse(control, null);
  };
  const commit = (text: string) => {
    const number = Number(text.trim().replace("−", "-"));
    const problem = checkNumber(text, number, { min, max, whole, field: control });
    actions.refuse(control, problem);
    if (problem) return;
    setDraft(null);
    if (number !== value) onCommit(number);
  };

  return (
    <input
      class="number"
      type="text"
      inputMode={whole ? "numeric" : "decimal"}
      style={{ "--characters": width }}
      aria-label={label}
      title={hint ?? label}
      aria-invalid={wrong}
      value={draft ?? String(value)}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={(event) => commit(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
        if (event.key === "Enter") commit(event.currentTarget.value);
        const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
        if (step !== 0 && whole) {
          event.preventDefault();
          commit(String(Math.min(max, Math.max(min, value + step))));
        }
      }}
    />
  );
}

interface Range {
  min: number;
  max: number;
  whole: boolean;
  field: string;
}

function checkNumber(
  text: string,
  number: number,
  { min, max, whole, field }: Range,
): Problem | null {
  const isNumber = text.trim() !== "" && !Number.isNaN(number);
  if (isNumber && number >= min && number <= max && (!whole || Number.isInteger(number)))
    return null;
  const got = `“${text}”`;
  const wanted = `${min}–${max}`;
  const kind = !isNumber ? "number" : whole ? "whole_range" : "number_range";
  return { kind, field, wanted, got, message: `${field}: expected ${wanted}, got ${got}` };
}
