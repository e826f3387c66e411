import { useApp } from "../context";
import { useMessages } from "../messages";

/** What labels 0 and 1 stand for, if the data say it. */
export function useClassName(): (label: 0 | 1) => string {
  const { store } = useApp();
  const t = useMessages();
  const classes = store.session.value?.classes;
  return (label) => classes?.[label] ?? t.result.class(label);
}
