import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

/** The typesetter; it is not part of the first load. */
const typesetter = signal<typeof import("katex").default | null>(null);

/** Fetches the typesetter; until it is there, and where it cannot be had, formulas stand as TeX. */
export async function loadTypesetter(): Promise<void> {
  const [{ default: katex }] = await Promise.all([
    import("katex"),
    import("katex/dist/katex.min.css"),
  ]);
  typesetter.value = katex;
}

/** A formula in TeX; `display` for one on a line of its own. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  const katex = typesetter.value;
  useLayoutEffect(() => {
    // Into the document, not as text: the styles that it sets are then allowed by any policy.
    if (place.current) katex?.render(tex, place.current, { displayMode: display });
  }, [katex, tex, display]);
  return (
    <span class="formula" data-display={display} data-tex={tex}>
      {katex ? <span key="typeset" ref={place} /> : <code key="source">{tex}</code>}
    </span>
  );
}
