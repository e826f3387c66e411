import { signal, useSignalEffect } from "@preact/signals";
import { useApp } from "../context";

/** The panel's part of the page; it is not part of the first load. */
const loaded = signal<typeof import("./panel") | null>(null);

/** The panel that checks a notebook's numbers, fetched when somebody first opens it. */
export function LazyChecking() {
  const { checking, store } = useApp();
  useSignalEffect(() => {
    if (!store.checking.value.isOpen || loaded.value) return;
    import("./panel").then(
      (part) => {
        loaded.value = part;
      },
      () => checking.close(), // no connection; the next click tries again
    );
  });
  const part = loaded.value;
  return part && store.checking.value.isOpen ? <part.CheckingPanel /> : null;
}
