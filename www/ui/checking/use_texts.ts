import { checkingTextsIn } from "../../i18n/checking/languages";
import type { CheckingTexts } from "../../i18n/checking/texts";
import { useApp } from "../context";
import { textsContext, useFetched } from "../shared/lazy";

/** The panel's texts in the language in force; null until they are there. */
export function useLoadedTexts() {
  const { checking } = useApp();
  return useFetched(checkingTextsIn, () => checking.close());
}

/** The panel's texts, for what stands in it. */
export const { TextsProvider, useTexts } = textsContext<CheckingTexts>();
