import { useRef } from "preact/hooks";

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void | Promise<void>;
}

/** A choice among few, with its label. A choice that is refused goes back to the one in force. */
export function Select<T extends string>({ label, value, options, onChange }: Props<T>) {
  const inForce = useRef(value);
  inForce.current = value;
  const choose = async (select: HTMLSelectElement) => {
    await onChange(select.value as T);
    select.value = inForce.current;
  };
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
