import { type Signal, signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { Watches } from "../state/watches";
import { useApp } from "./context";

const nothing = signal(null);

/** The newest answer to a request, which is asked for with every frame while the component stands. */
export function useWatched<Request, Answer>(
  watches: Watches<Request, Answer>,
  request: Request | null,
): Signal<Answer | null> {
  const { actions } = useApp();
  const key = JSON.stringify(request);
  useLayoutEffect(() => {
    const wanted = JSON.parse(key) as Request | null;
    if (wanted === null) return;
    const end = watches.watch(wanted);
    actions.redraw();
    return end;
  }, [actions, watches, key]);
  return request === null ? nothing : watches.answer(request);
}
