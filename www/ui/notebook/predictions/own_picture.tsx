import { useEffect, useRef } from "preact/hooks";
import { type Messages, problemText } from "../../../i18n/messages";
import type { PredictionWords } from "../../../i18n/notebook/predictions/words";
import type { OwnPicture as Own } from "../../../state/store";
import { formatNumber } from "../../../view/format";
import { useApp } from "../../context";
import { useMessages } from "../../messages";
import { labelOf, usePredictedClass } from "./classes";
import { SeenPicture } from "./seen_picture";
import { useWords } from "./words";

/** A picture of one's own: chosen, pasted or dropped. */
export function OwnPicture() {
  const { predictions, store } = useApp();
  const t = useMessages();
  const file = useRef<HTMLInputElement>(null);
  const own = store.ownPicture.value;
  const words = useWords();
  const look = (files: FileList | null | undefined) => {
    const first = files?.[0];
    if (first) predictions.classify(first).catch(() => {}); // a worker that is lost has its own notice
    return first !== undefined;
  };

  // The focus may be anywhere in the window.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (look(event.clipboardData?.files)) event.preventDefault();
    };
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      look(event.dataTransfer?.files);
    };
    addEventListener("paste", paste);
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("paste", paste);
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  });

  return (
    <section class="own-picture">
      <h3>{words.own}</h3>
      <p class="hint">{words.ownHint}</p>
      <button type="button" data-action="choose-picture" onClick={() => file.current?.click()}>
        {words.choosePicture}
      </button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        data-input="picture"
        aria-label={words.choosePicture}
        onChange={({ currentTarget }) => {
          look(currentTarget.files);
          currentTarget.value = ""; // the same picture may be chosen again
        }}
      />
      <div class="own-result" role="status">
        {own?.kind === "classified" ? (
          <Classified own={own} />
        ) : (
          own && (
            <p class="own-problem" data-kind={own.kind}>
              {problemOf(t, words, own)}
            </p>
          )
        )}
      </div>
    </section>
  );
}

function Classified({ own }: { own: Extract<Own, { kind: "classified" }> }) {
  const { predictions, store } = useApp();
  const nameOf = usePredictedClass();
  const { a, inverted, name, seen, url } = own;
  const words = useWords();
  const sees = words.sees(String(seen.width), String(seen.height));
  const isGrey = store.session.value?.image?.channels === 1;
  return (
    <>
      <figure>
        <img src={url} alt={name} />
        <figcaption>{words.yours}</figcaption>
      </figure>
      <figure>
        <SeenPicture picture={seen} label={sees} />
        <figcaption>{sees}</figcaption>
      </figure>
      <div>
        <p data-fact="own-class">{words.says(nameOf(labelOf(a)))}</p>
        <p>
          A[L] = <output data-fact="own-a">{formatNumber(a, 6)}</output>
        </p>
        {isGrey && (
          <label class="field">
            <input
              type="checkbox"
              data-action="invert"
              checked={inverted}
              onChange={(event) => predictions.invert(event.currentTarget.checked).catch(() => {})}
            />
            {words.invert}
          </label>
        )}
      </div>
    </>
  );
}

function problemOf(
  t: Messages,
  words: PredictionWords,
  own: Exclude<Own, { kind: "classified" }>,
): string {
  switch (own.kind) {
    case "no_picture":
      return words.noPicture(own.name, own.type);
    case "damaged":
      return words.damaged(own.name);
    case "no_image_data":
      return words.noImageData(own.name);
    case "refused":
      return words.refused(own.name, problemText(t, own.problem));
  }
}
