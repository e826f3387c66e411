import { useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ShownPredictions } from "../../../state/store";
import { percentText } from "../../../view/format";
import { useApp } from "../../context";
import { latest } from "../../shared/latest";
import { Mislabelled } from "./mislabelled";
import { OwnPicture } from "./own_picture";
import { useLoadedWords, useWords, WordsProvider } from "./words";

/** Accuracy, the examples that the network gets wrong, and a picture of one's own. */
export function Predictions() {
  const words = useLoadedWords().value;
  return (
    words && (
      <WordsProvider value={words}>
        <Dialog />
      </WordsProvider>
    )
  );
}

function Dialog() {
  const { predictions, store } = useApp();
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const refresh = useMemo(() => {
    const ask = latest(() => predictions.refresh());
    return () => void ask(undefined).catch(() => {}); // a worker that is lost has its own notice
  }, [predictions]);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useSignalEffect(() => {
    void store.session.value; // other data, another network
    if (!store.playing.value) void store.reading.value; // each step
    refresh();
  });
  const shown = store.predictions.value;
  const hasOwn = store.session.value?.image != null || store.ownPicture.value !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the dialog itself
    <dialog
      class="predictions"
      ref={dialog}
      aria-label={words.heading}
      data-own-drop
      onClose={() => predictions.close()}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="predictions-page">
        <header>
          <h2>{words.heading}</h2>
          <button type="button" data-action="close" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </header>
        {shown && <Accuracy shown={shown} />}
        {store.playing.value && (
          <p class="predictions-playing">
            {words.playing}{" "}
            <button type="button" data-action="refresh" onClick={refresh}>
              {words.refresh}
            </button>
          </p>
        )}
        {hasOwn && <OwnPicture />}
        {shown && <Mislabelled shown={shown} onChosen={() => dialog.current?.close()} />}
      </div>
    </dialog>
  );
}

function Accuracy({ shown }: { shown: ShownPredictions }) {
  const { store } = useApp();
  const { language } = store.preferences.value;
  const { accuracyOn, test, train } = useWords();
  const { accuracy, testAccuracy } = shown;
  return (
    <dl class="predictions-facts">
      <div>
        <dt>{accuracyOn(train)}</dt>
        <dd data-fact="train-accuracy">{percentText(accuracy, language)}</dd>
      </div>
      {testAccuracy !== null && (
        <div>
          <dt>{accuracyOn(test)}</dt>
          <dd data-fact="test-set-accuracy">{percentText(testAccuracy, language)}</dd>
        </div>
      )}
    </dl>
  );
}
