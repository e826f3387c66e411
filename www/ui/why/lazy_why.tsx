import { signal, useSignalEffect } from "@preact/signals";
import { useApp } from "../context";

/** The answers' part of the page; it is not part of the first load. */
const loaded = signal<typeof import("./why") | null>(null);

/** The answers to "why?", fetched when somebody first asks. */
export function LazyWhy() {
  const { store } = useApp();
  useSignalEffect(() => {
    if (store.question.value === null || loaded.value) return;
    import("./why").then(
      (part) => {
        loaded.value = part;
      },
      () => {
        store.question.value = null; // no connection; the next click tries again
      },
    );
  });
  const part = loaded.value;
  return part && <part.Why />;
}
