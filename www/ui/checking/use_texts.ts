import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { checkingTextsIn } from "../../i18n/checking/languages";
import type { CheckingTexts } from "../../i18n/checking/texts";
import { useApp } from "../context";

/** The panel's texts in the language in force; null until they are there. */
export function useLoadedTexts(): Signal<CheckingTexts | null> {
  const { checking, store } = useApp();
  const texts = useSignal<CheckingTexts | null>(null);
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    checkingTextsIn[language]().then(
      (found) => {
        if (store.preferences.peek().language === language) texts.value = found;
      },
      () => {
        if (!texts.peek()) checking.close(); // no connection; the next click tries again
      },
    );
  });
  return texts;
}

const TextsContext = createContext<CheckingTexts | null>(null);

export const TextsProvider = TextsContext.Provider;

/** The panel's texts, for the components below {@link TextsProvider}. */
export function useTexts(): CheckingTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts is for components below TextsProvider");
  return texts;
}
