import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { holdsParameters, isReady, planOf } from "../../state/opening_state";
import { useApp } from "../context";
import { FoundFiles } from "./found_files";
import { PlanForm } from "./plan_form";
import { PreviewPanel } from "./preview";
import { Progress } from "./progress";
import { TextsProvider, useLoadedTexts } from "./use_texts";
import { bytesText } from "./words";

/** The files that were read, what is to be made of them, and what that comes to. */
export function FileDialog() {
  const { opening, store } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const accept = useRef<HTMLButtonElement>(null);
  const t = useLoadedTexts().value;
  const state = store.opening.value;
  const isOpen = t !== null && state !== null;
  useLayoutEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isOpen]);
  const canAccept = state !== null && isReady(state);
  useEffect(() => {
    // Where nobody has gone elsewhere, Enter trains.
    if (canAccept && document.activeElement === dialog.current) accept.current?.focus();
  }, [canAccept, isOpen]);
  if (!isOpen) return null;

  const plan = planOf(state);
  const { preview } = state;
  const { language } = store.preferences.value;
  const isReading = state.reading !== null || state.waiting > 0;
  const hasData = !state.found.files.every(holdsParameters);
  return (
    <TextsProvider value={t}>
      <dialog
        class="files"
        ref={dialog}
        tabIndex={-1}
        aria-label={t.heading}
        aria-busy={isReading || state.converting !== null}
        onCancel={(event) => {
          event.preventDefault(); // what cannot be stopped is not closed
          opening.cancel();
        }}
        onClose={() => {
          // A browser closes it at a second Escape, whatever was said to the first.
          if (store.opening.peek()?.converting) dialog.current?.showModal();
          else opening.cancel();
        }}
      >
        <header class="files-heading">
          <h2>{t.heading}</h2>
          <button
            type="button"
            class="icon"
            aria-label={t.close}
            title={t.close}
            disabled={state.converting !== null}
            onClick={() => opening.cancel()}
          >
            ×
          </button>
        </header>
        <div class="files-body" data-plan={plan !== null && hasData}>
          <FoundFiles state={state} />
          {plan && hasData && !isReading && (
            <div class="files-plan">
              <PlanForm state={state} plan={plan} />
              <PreviewPanel state={state} plan={plan} />
            </div>
          )}
        </div>
        <footer class="files-buttons">
          <div class="files-status" role="status">
            <Progress state={state} />
            {preview && !isReading && !state.converting && (
              <p class="files-memory">
                {t.preview.memory(bytesText(preview.memory.total, language))}
              </p>
            )}
          </div>
          <button
            type="button"
            data-action="cancel"
            disabled={state.converting !== null}
            onClick={() => opening.cancel()}
          >
            {t.cancel}
          </button>
          <button
            type="button"
            class="primary"
            data-action="accept"
            ref={accept}
            disabled={!canAccept}
            onClick={() => opening.accept()}
          >
            {t.accept}
          </button>
        </footer>
      </dialog>
    </TextsProvider>
  );
}
