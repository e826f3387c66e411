interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  /** The name of the attribute `data-…` by which a button can be found. */
  name: string;
  onChange: (value: T) => void;
}

/** A choice among few, all of them in sight. */
export function Switch<T extends string>({ label, value, options, name, onChange }: Props<T>) {
  return (
    <span class="switch" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          type="button"
          key={option.value}
          {...{ [`data-${name}`]: option.value }}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </span>
  );
}
