import { useApp } from "../context";
import { lazyPart } from "../shared/lazy";

const usePart = lazyPart(() => import("./dialog"));

/** The dialog of files, fetched when files first arrive. */
export function LazyFileDialog() {
  const { opening, store } = useApp();
  const part = usePart(
    () => store.opening.value !== null,
    () => opening.cancel(),
  );
  return part && store.opening.value && <part.FileDialog />;
}
