import { useApp } from "../context";
import { lazyPart } from "../shared/lazy";

const usePart = lazyPart(() => import("./why"));

/** The answers to "why?", fetched when somebody first asks. */
export function LazyWhy() {
  const { store } = useApp();
  const part = usePart(
    () => store.question.value !== null,
    () => {
      store.question.value = null;
    },
  );
  return part && <part.Why />;
}
