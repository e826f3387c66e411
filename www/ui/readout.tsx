import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { formatExact } from "../view/format";
import { useApp } from "./context";
import { useMessages } from "./messages";
import { notebookName } from "./shared/symbol";

/** The index and the value of the entry under the pointer, beside the pointer. */
export function Readout() {
  const { store } = useApp();
  const t = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const text = useComputed(() => {
    const cell = store.pointer.value;
    const value = store.pointerValue.value;
    if (!cell || value === null) return "";
    return `${t.inspector.at(notebookName(cell), cell.row, cell.column)} = ${formatExact(value)}`;
  });
  useSignalEffect(() => {
    if (!store.pointer.value) return;
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { current } = box;
      if (!current) return;
      const left = Math.min(clientX + 14, innerWidth - current.offsetWidth - 8);
      const top = clientY + 18 + current.offsetHeight > innerHeight ? clientY - 34 : clientY + 18;
      current.style.translate = `${Math.max(8, left)}px ${top}px`;
    };
    addEventListener("pointermove", follow);
    addEventListener("pointerdown", follow);
    return () => {
      removeEventListener("pointermove", follow);
      removeEventListener("pointerdown", follow);
    };
  });
  return (
    <div class="readout" ref={box} role="status" data-empty={useComputed(() => text.value === "")}>
      {text}
    </div>
  );
}
