import { useId, useRef } from "preact/hooks";
import { MAX_SHOWN } from "../../state/checking";
import { useApp } from "../context";
import { notebookName } from "../shared/symbol";
import { InputProblem } from "./input_problem";
import { printedArray } from "./printed_array";
import { useTexts } from "./use_texts";

/** Where numbers are pasted, or a file is chosen. */
export function Input() {
  const { checking, store } = useApp();
  const t = useTexts();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { attached, isBusy, problem, text } = store.checking.value;

  const insert = async () => {
    const { id, matrix } = await checking.example();
    const example = `${notebookName(id)} = ${printedArray(matrix)}`;
    const before = store.checking.peek().text.trimEnd();
    checking.write(before === "" ? example : `${before}\n${example}`);
  };
  const mark = (line: number, column: number) => {
    const { current } = area;
    if (!current) return;
    const at = offsetOf(current.value, line, column);
    current.focus();
    current.setSelectionRange(at, at + 1);
  };
  return (
    <form
      class="check-input"
      onSubmit={(event) => {
        event.preventDefault();
        void checking.check();
      }}
    >
      <label for={id}>{t.input.label}</label>
      <textarea
        id={id}
        ref={area}
        rows={6}
        value={text}
        placeholder={t.input.placeholder}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        wrap="off"
        aria-invalid={problem !== null && attached === null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onInput={({ currentTarget }) => {
          checking.write(currentTarget.value);
          currentTarget.value = store.checking.peek().text; // what is too long is not kept here
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData("text/plain") ?? "";
          if (pasted.length <= MAX_SHOWN) return;
          event.preventDefault();
          checking.write(pasted);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void checking.check();
        }}
      />
      {attached !== null && (
        <p class="check-attached">
          <b>
            {typeof attached === "string"
              ? t.input.longText(attached.length)
              : t.input.file(attached.name)}
          </b>
          <button
            type="button"
            class="icon"
            data-action="remove"
            title={t.input.remove}
            aria-label={t.input.remove}
            onClick={() => checking.removeAttached()}
          >
            ×
          </button>
        </p>
      )}
      <div id={`${id}-problem`} class="check-problem" role="alert">
        {problem && <InputProblem problem={problem} onMark={attached === null ? mark : null} />}
      </div>
      <p class="check-buttons">
        <button type="submit" class="primary" data-action="check" aria-disabled={isBusy}>
          {isBusy ? t.input.checking : t.input.check}
        </button>
        <button type="button" data-action="choose" onClick={() => chooser.current?.click()}>
          {t.input.choose}
        </button>
        <button type="button" data-action="example" onClick={() => void insert().catch(() => {})}>
          {t.input.example}
        </button>
        {text !== "" && (
          <button
            type="button"
            data-action="clear"
            onClick={() => {
              checking.write("");
              area.current?.focus();
            }}
          >
            {t.input.clear}
          </button>
        )}
      </p>
      <input
        ref={chooser}
        type="file"
        accept=".npz,.npy,.txt"
        hidden
        aria-label={t.input.chooseLabel}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = ""; // the same file may be chosen again
          if (chosen) void checking.take(chosen);
        }}
      />
      <p id={`${id}-hint`} class="hint">
        {t.input.hint}
      </p>
    </form>
  );
}

/** Where a place in a text is; lines and columns, in characters, count from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  const whole = text.slice(start, end < 0 ? text.length : end);
  // A character of two units counts as one.
  return start + [...whole].slice(0, column - 1).join("").length;
}
