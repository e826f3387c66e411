import { languages } from "../i18n/languages";
import type { Messages } from "../i18n/messages";
import { useApp } from "./context";

/** The texts in the language in force. */
export function useMessages(): Messages {
  return languages[useApp().store.preferences.value.language];
}
