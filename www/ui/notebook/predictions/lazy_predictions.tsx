import { useApp } from "../../context";
import { lazyPart } from "../../shared/lazy";

const usePart = lazyPart(() => import("./predictions"));

/** What the network says of its examples, fetched when somebody first asks. */
export function LazyPredictions() {
  const { predictions, store } = useApp();
  const part = usePart(
    () => store.predicting.value,
    () => predictions.close(),
  );
  return part && store.predicting.value ? <part.Predictions /> : null;
}
