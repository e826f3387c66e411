import { useApp } from "../context";
import { SavePicture } from "../exports/save_picture";
import { useMessages } from "../messages";

/** Beside the caption of how the network decides: a closer look at it, and its picture. */
export function FigureTools({ name, what }: { name: string; what: string }) {
  const { predictions } = useApp();
  const t = useMessages();
  return (
    <span class="figure-tools">
      <button
        type="button"
        data-action="predictions"
        title={t.notebook.predictions.openHint}
        onClick={() => predictions.open()}
      >
        {t.notebook.predictions.open}
      </button>
      <SavePicture name={name} what={what} />
    </span>
  );
}
