import type { OpeningState } from "../../state/opening_state";
import { useApp } from "../context";
import { useTexts } from "./use_texts";
import { bytesText } from "./words";

/** How far reading or opening is. */
export function Progress({ state }: { state: OpeningState }) {
  const { store } = useApp();
  const t = useTexts();
  const { language } = store.preferences.value;
  const { reading, waiting, converting } = state;
  const stage = converting ?? reading?.stage;
  if (!stage) return null;
  const { kind, done, of } = stage;
  const bytes = (count: number) => bytesText(count, language);
  const share = of > 0 ? done / of : 0;
  const percent = share.toLocaleString(language, { style: "percent" });
  const said = converting
    ? t.files.converting(percent)
    : kind === "reading"
      ? t.files.reading(reading?.name ?? "", bytes(done), bytes(of))
      : t.files.parsing(reading?.name ?? "");
  // How long looking into a file takes is not known beforehand.
  const isKnown = kind !== "parsing" && of > 0;
  return (
    <div class="files-progress" data-stage={kind}>
      <progress aria-label={said} {...(isKnown && { value: done, max: of })} />
      <span>
        {said}
        {waiting > 0 && ` · ${t.files.waiting(waiting.toLocaleString(language))}`}
      </span>
    </div>
  );
}
