import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { drawPicture } from "../../view/picture";
import { useApp } from "../context";
import { SavePicture } from "../exports/save_picture";
import { useMessages } from "../messages";

/** For data that are pictures: each row of W[1] as the picture that its unit answers to most. */
export function WeightImages() {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const { name, layer } = store.selection.value;
  if (!session?.image || name !== "W" || layer !== 1) return null;
  const rows = Array.from({ length: session.layers_dims[1] ?? 0 }, (_, row) => row);
  return (
    <figure class="weight-images">
      <figcaption>
        {t.weightImages.heading}
        {session.image.channels > 1 && ` (${t.weightImages.colours})`}
        <SavePicture name="W1_rows" what={t.weightImages.heading} />
      </figcaption>
      <div>
        {rows.map((row) => (
          <WeightImage key={row} row={row} label={t.weightImages.row(row)} />
        ))}
      </div>
    </figure>
  );
}

function WeightImage({ row, label }: { row: number; label: string }) {
  const { store } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  useSignalEffect(() => {
    const context = canvas.current?.getContext("2d");
    const picture = store.weightImages.value[row];
    if (context && picture) drawPicture(context, picture);
  });
  return <canvas ref={canvas} width={8} height={8} role="img" aria-label={label} title={label} />;
}
