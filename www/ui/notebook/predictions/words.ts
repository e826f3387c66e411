import { type PredictionWords, wordsIn } from "../../../i18n/notebook/predictions/words";
import { useApp } from "../../context";
import { textsContext, useFetched } from "../../shared/lazy";

/** The dialog's words in the language in force; null until they are there. */
export function useLoadedWords() {
  const { predictions } = useApp();
  return useFetched(wordsIn, () => predictions.close());
}

/** The dialog's words, for what stands in it. */
export const { TextsProvider: WordsProvider, useTexts: useWords } = textsContext<PredictionWords>();
