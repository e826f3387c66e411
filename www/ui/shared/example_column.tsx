import { useApp } from "../context";
import { share } from "./box";

/** Over a matrix with one column per example: veils all but the chosen one. */
export function ExampleColumn() {
  const { store } = useApp();
  const example = store.example.value;
  const m = store.session.value?.m ?? 1;
  if (example === null || example >= m) return null;
  return (
    <span
      class="example-column"
      data-example={example}
      style={{ "--before": share(example / m), "--width": share(1 / m) }}
    />
  );
}
