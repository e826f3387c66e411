import { useApp } from "../context";
import { lazyPart } from "../shared/lazy";

const usePart = lazyPart(() => import("./panel"));

/** The panel that checks a notebook's numbers, fetched when somebody first opens it. */
export function LazyChecking() {
  const { checking, store } = useApp();
  const { isOpen } = store.checking.value;
  const part = usePart(
    () => store.checking.value.isOpen,
    () => checking.close(),
  );
  return part && isOpen ? <part.CheckingPanel /> : null;
}
