import { type ReadonlySignal, useComputed } from "@preact/signals";
import { languages } from "../i18n/languages";
import type { Messages } from "../i18n/messages";
import type { Language } from "../state/preferences";
import type { Store } from "../state/store";
import { useApp } from "./context";

/** The texts in the language in force. */
export function useMessages(): Messages {
  return languages[useApp().store.preferences.value.language];
}

/** A text that follows the signals it reads, and the language, without drawing its component anew. */
export function useText(
  text: (t: Messages, store: Store, language: Language) => string,
): ReadonlySignal<string> {
  const { store } = useApp();
  return useComputed(() => {
    const { language } = store.preferences.value;
    return text(languages[language], store, language);
  });
}
