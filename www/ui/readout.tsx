import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { formatExact } from "../view/format";
import { useApp } from "./context";
import { useText } from "./messages";
import { quantityName } from "./shared/symbol";

/** The index and the value of the entry under the pointer, beside the pointer. */
export function Readout() {
  const box = useRef<HTMLDivElement>(null);
  const text = useText((t, store) => {
    const cell = store.pointer.value;
    const value = store.pointerValue.value;
    if (!cell || value === null) return "";
    return `${t.readout(quantityName(cell), cell.row, cell.column)} = ${formatExact(value)}`;
  });
  const pointer = usePointerPosition();
  useSignalEffect(() => {
    const { current } = box;
    if (!current) return;
    // A popover stands above everything, an open dialog included.
    if (current.matches(":popover-open") !== (text.value !== "")) current.togglePopover();
    if (text.value === "") return;
    const { x, y } = pointer.value;
    const left = Math.min(x + 14, innerWidth - current.offsetWidth - 8);
    const top = y + 18 + current.offsetHeight > innerHeight ? y - 34 : y + 18;
    current.style.translate = `${Math.max(8, left)}px ${top}px`;
  });
  return (
    <div class="readout" ref={box} popover="manual">
      {text}
    </div>
  );
}

/** Where the pointer is, in CSS pixels of the window; it points at nothing any more when that scrolls away. */
function usePointerPosition() {
  const { actions } = useApp();
  const position = useSignal({ x: 0, y: 0 });
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      position.value = { x: clientX, y: clientY };
    };
    const leave = () => actions.point(null);
    addEventListener("scroll", leave, { capture: true, passive: true });
    addEventListener("pointermove", follow, { capture: true, passive: true });
    addEventListener("pointerdown", follow, { capture: true, passive: true });
    return () => {
      removeEventListener("scroll", leave, { capture: true });
      removeEventListener("pointermove", follow, { capture: true });
      removeEventListener("pointerdown", follow, { capture: true });
    };
  }, [actions, position]);
  return position;
}
