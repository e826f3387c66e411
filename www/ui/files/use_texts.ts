import { fileTextsIn } from "../../i18n/files/languages";
import type { FileTexts } from "../../i18n/files/texts";
import { useApp } from "../context";
import { textsContext, useFetched } from "../shared/lazy";

/** The dialog's texts in the language in force; null until they are there. */
export function useLoadedTexts() {
  const { opening } = useApp();
  return useFetched(fileTextsIn, () => opening.cancel());
}

/** The dialog's texts, for what stands in it. */
export const { TextsProvider, useTexts } = textsContext<FileTexts>();
