import { signal, useSignalEffect } from "@preact/signals";
import { useApp } from "../../context";

/** The predictions' part of the page; it is not part of the first load. */
const loaded = signal<typeof import("./predictions") | null>(null);

/** What the network says of its examples, fetched when somebody first asks. */
export function LazyPredictions() {
  const { predictions, store } = useApp();
  useSignalEffect(() => {
    if (!store.predicting.value || loaded.value) return;
    import("./predictions").then(
      (part) => {
        loaded.value = part;
      },
      () => predictions.close(), // no connection; the next click tries again
    );
  });
  const part = loaded.value;
  return part && store.predicting.value ? <part.Predictions /> : null;
}
