import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { Messages } from "../i18n/messages";
import type { Language } from "../state/preferences";
import type { Store } from "../state/store";
import { useApp } from "./context";

/** The texts in the language in force. */
export function useMessages(): Messages {
  return useApp().store.messages.value;
}

/** A text that follows the signals it reads, and the language, without drawing its component anew. */
export function useText(
  text: (t: Messages, store: Store, language: Language) => string,
): ReadonlySignal<string> {
  const { store } = useApp();
  return useComputed(() => {
    const { language } = store.preferences.value;
    return text(store.messages.value, store, language);
  });
}
