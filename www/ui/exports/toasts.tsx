import { useEffect, useRef } from "preact/hooks";
import { type Messages, problemText } from "../../i18n/messages";
import type { Toast } from "../../state/store";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** Milliseconds that a good message stays; a problem stays until it is read. */
const SHOWN = 6000;

/** What was done, or could not be done, at the lower edge of the window. */
export function Toasts() {
  const { exports, store } = useApp();
  const t = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const toast = store.toast.value;
  const isGood = toast !== null && ["saved", "copied", "imported"].includes(toast.kind);
  useEffect(() => {
    // A popover stands above everything, an open dialog included; anew, so that it is the topmost.
    box.current?.hidePopover();
    if (!toast) return;
    box.current?.showPopover();
    if (!isGood) return;
    const end = setTimeout(() => exports.dismissToast(), SHOWN);
    return () => clearTimeout(end);
  }, [exports, toast, isGood]);
  const text = toast ? toastText(t, toast) : "";
  return (
    <>
      {/* What is hidden until it has something to say is not always read aloud. */}
      <p class="spoken" role="status">
        {text}
      </p>
      <div class="toast" ref={box} popover="manual" data-kind={toast?.kind} data-good={isGood}>
        <p aria-hidden="true">{text}</p>
        <button type="button" onClick={() => exports.dismissToast()}>
          {t.notebook.out.dismiss}
        </button>
      </div>
    </>
  );
}

function toastText(t: Messages, toast: Toast): string {
  const { out } = t.notebook;
  switch (toast.kind) {
    case "saved":
      return out.saved(toast.name);
    case "copied":
      return out.copied(toast.what);
    case "imported":
      return out.imported(toast.name);
    case "refused":
      return problemText(t, toast.problem);
    case "failed":
      return out.failed(toast.reason);
    case "not_computed":
      return out.notComputed(toast.what);
    case "too_large":
      return out.tooLarge(toast.what);
    case "no_clipboard":
      return out.noClipboard;
  }
}
