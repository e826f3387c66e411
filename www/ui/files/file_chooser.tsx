import { useRef } from "preact/hooks";
import { ACCEPTED } from "../../state/arrivals";
import { useApp } from "../context";
import { useMessages } from "../messages";

interface Props {
  text: string;
  hint: string;
  disabled?: boolean;
}

/** A button that lets somebody choose files. */
export function FileChooser({ text, hint, disabled }: Props) {
  const { opening } = useApp();
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: HTMLInputElement) => {
    opening.receive([...(chosen.files ?? [])]);
    chosen.value = ""; // the same file can be chosen again, when it has changed
  };
  return (
    <>
      <button
        type="button"
        data-action="open"
        title={hint}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {text}
      </button>
      <input
        ref={input}
        type="file"
        class="file-input"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t.files.choose}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
