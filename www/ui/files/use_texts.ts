import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { fileTextsIn } from "../../i18n/files/languages";
import type { FileTexts } from "../../i18n/files/texts";
import { useApp } from "../context";

/** The dialog's texts in the language in force; null until they are there. */
export function useLoadedTexts(): Signal<FileTexts | null> {
  const { opening, store } = useApp();
  const texts = useSignal<FileTexts | null>(null);
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    fileTextsIn[language]().then(
      (found) => {
        if (store.preferences.peek().language === language) texts.value = found;
      },
      () => {
        if (!texts.peek()) opening.cancel(); // no connection; the next file tries again
      },
    );
  });
  return texts;
}

const TextsContext = createContext<FileTexts | null>(null);

export const TextsProvider = TextsContext.Provider;

/** The dialog's texts, for the components below {@link TextsProvider}. */
export function useTexts(): FileTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts is for components below TextsProvider");
  return texts;
}
