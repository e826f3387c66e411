import { signal, useSignalEffect } from "@preact/signals";
import { useApp } from "../context";

/** The dialog's part of the page; it is not part of the first load. */
const loaded = signal<typeof import("./dialog") | null>(null);

/** The dialog of files, fetched when files first arrive. */
export function LazyFileDialog() {
  const { opening, store } = useApp();
  useSignalEffect(() => {
    if (store.opening.value === null || loaded.value) return;
    import("./dialog").then(
      (part) => {
        loaded.value = part;
      },
      () => opening.cancel(), // no connection; the next file tries again
    );
  });
  const part = loaded.value;
  return part && store.opening.value && <part.FileDialog />;
}
