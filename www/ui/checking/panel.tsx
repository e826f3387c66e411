import "../../styles/checking.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../context";
import { Input } from "./input";
import { Results, Summary } from "./results";
import { TextsProvider, useLoadedTexts } from "./use_texts";

/** Where there is no room beside the matrices, the panel covers the page. */
const COVERS = "(max-width: 1180px)";

/** Checks what a notebook printed: beside the matrices where there is room, else over the page. */
export function CheckingPanel() {
  const { checking, store } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const t = useLoadedTexts().value;
  const isReady = t !== null;
  useLayoutEffect(() => {
    const { current } = dialog;
    if (!isReady || !current) return;
    const before = document.activeElement;
    const covers = matchMedia(COVERS);
    const show = () => {
      if (current.open) current.close();
      if (covers.matches) current.showModal();
      else current.show();
      current.querySelector("textarea")?.focus();
    };
    show();
    covers.addEventListener("change", show);
    return () => {
      covers.removeEventListener("change", show);
      current.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isReady]);
  const { checked, isBusy } = store.checking.value;
  const shown = useRef(checked);
  useLayoutEffect(() => {
    if (checked === shown.current) return;
    shown.current = checked;
    // What came of it begins where the eye is.
    const summary = dialog.current?.querySelector<HTMLElement>(".check-summary");
    const body = summary?.parentElement;
    if (checked && body) body.scrollTop = summary.offsetTop - body.offsetTop;
  }, [checked]);
  if (!t) return null;

  const showEquation = () => {
    if (matchMedia(COVERS).matches) checking.close();
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = isCalm ? "auto" : "smooth";
    requestAnimationFrame(() => {
      document.querySelector(".equation")?.scrollIntoView({ behavior, block: "nearest" });
    });
  };
  return (
    <TextsProvider value={t}>
      <dialog
        class="checking"
        ref={dialog}
        aria-label={t.heading}
        aria-busy={isBusy}
        data-own-drop
        onCancel={(event) => {
          event.preventDefault();
          checking.close();
        }}
        onKeyDown={(event) => {
          // Beside the page it is no modal dialog, and Escape is ours.
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.preventDefault();
          checking.close();
        }}
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes("Files")) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
        }}
        onDrop={(event) => {
          const [file] = event.dataTransfer?.files ?? [];
          if (!file) return; // a text falls into the text area by itself
          event.preventDefault();
          void checking.take(file);
        }}
      >
        <header class="checking-heading">
          <h2>{t.heading}</h2>
          <button
            type="button"
            class="icon"
            data-action="close"
            aria-label={t.close}
            title={t.close}
            onClick={() => checking.close()}
          >
            ×
          </button>
        </header>
        <div class="checking-body">
          <Input />
          <p class="check-summary" role="status">
            {isBusy ? t.input.checking : checked && <Summary checked={checked} />}
          </p>
          {checked && <Results checked={checked} onEquation={showEquation} />}
        </div>
      </dialog>
    </TextsProvider>
  );
}
