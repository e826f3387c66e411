import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { looksLikeTable } from "../../state/arrivals";
import type { Opening } from "../../state/opening";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** An element that takes drops itself. */
const OWN_DROP = "[data-own-drop]";

const TEXT_FIELDS = 'input:not([type="range"]):not([type="checkbox"]), textarea, select';

/** Files and tables that are dropped anywhere on the page, or pasted; a drop target shows while something is dragged. */
export function Arriving() {
  const { opening } = useApp();
  const t = useMessages();
  const dragging = useSignal(false);
  useEffect(() => listen(opening, (over) => (dragging.value = over)), [opening, dragging]);

  const target = useRef<HTMLDivElement>(null);
  const isShown = dragging.value;
  useLayoutEffect(() => {
    // As a popover it stands above an open dialog.
    if (isShown) target.current?.showPopover?.();
    else if (target.current?.matches(":popover-open")) target.current.hidePopover();
  }, [isShown]);
  return (
    <div class="drop-target" ref={target} popover="manual" hidden={!isShown}>
      <p>{t.files.drop}</p>
      <p class="hint">{t.files.dropHint}</p>
    </div>
  );
}

function listen(opening: Opening, onDragging: (over: boolean) => void): () => void {
  const listening = new AbortController();
  const on = <K extends keyof WindowEventMap>(
    name: K,
    listener: (event: WindowEventMap[K]) => void,
  ) => window.addEventListener(name, listener, { signal: listening.signal });
  /** What is dragged within the page, a marked text for example, is no file. */
  let isOwn = false;
  on("dragstart", () => {
    isOwn = true;
  });
  on("dragend", () => {
    isOwn = false;
  });
  const isForUs = (event: DragEvent) => {
    const { dataTransfer, target } = event;
    if (isOwn || event.defaultPrevented || !dataTransfer) return false;
    if (target instanceof Element && target.closest(OWN_DROP)) return false;
    if (dataTransfer.types.includes("Files")) return true;
    return dataTransfer.types.includes("text/plain") && !isTextField(target);
  };
  const over = (event: DragEvent) => {
    const taken = isForUs(event);
    onDragging(taken);
    if (!taken) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  };
  on("dragenter", over);
  on("dragover", over);
  on("dragleave", (event) => {
    if (event.relatedTarget === null) onDragging(false);
  });
  on("drop", (event) => {
    onDragging(false);
    if (!isForUs(event) || !event.dataTransfer) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 0) opening.receive(files);
    else opening.receiveText(event.dataTransfer.getData("text/plain"));
  });
  on("paste", (event) => {
    const { clipboardData, target } = event;
    if (event.defaultPrevented || !clipboardData || isTextField(target) || otherDialog()) return;
    // A spreadsheet program copies its cells as a table and as a picture of it.
    const text = clipboardData.getData("text/plain");
    const files = [...clipboardData.files];
    if (looksLikeTable(text)) opening.receiveText(text);
    else if (files.length > 0) opening.receive(files);
    else return;
    event.preventDefault();
  });
  return () => listening.abort();
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TEXT_FIELDS));
}

function otherDialog(): boolean {
  return document.querySelector("dialog[open]:not(.files)") !== null;
}
