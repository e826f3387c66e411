import { signal, useSignalEffect } from "@preact/signals";
import { type PredictionWords, wordsIn } from "../../../i18n/notebook/predictions/words";
import { useApp } from "../../context";

const loaded = signal<PredictionWords | null>(null);

/** Fetches the dialog's words in the language in force; whether there are any yet. */
export function useLoadedWords(): boolean {
  const { predictions, store } = useApp();
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    wordsIn[language]().then(
      (words) => {
        if (store.preferences.peek().language === language) loaded.value = words;
      },
      () => {
        if (!loaded.peek()) predictions.close(); // no connection; the next click tries again
      },
    );
  });
  return loaded.value !== null;
}

/** The dialog's words, for what stands in it. */
export function useWords(): PredictionWords {
  if (!loaded.value) throw new Error("useWords is for components below Predictions");
  return loaded.value;
}
