/** Parts of the page, and texts, that are not part of the first load. */

import { type Signal, signal, useSignal, useSignalEffect } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../state/preferences";
import { useApp } from "../context";

/**
 * Makes a hook that gives a part of the page: fetched when it is first wanted, null until it is there.
 * What happens without a connection must take the wish back, so that the next one tries again.
 */
export function lazyPart<Part>(
  fetch: () => Promise<Part>,
): (isWanted: () => boolean, withoutConnection: () => void) => Part | null {
  const loaded = signal<Part | null>(null);
  return (isWanted, withoutConnection) => {
    useSignalEffect(() => {
      if (!isWanted() || loaded.value) return;
      fetch().then((part) => {
        loaded.value = part;
      }, withoutConnection);
    });
    return loaded.value;
  };
}

/** Texts in the language in force; null until they are there. */
export function useFetched<Texts>(
  textsIn: Record<Language, () => Promise<Texts>>,
  withoutConnection: () => void,
): Signal<Texts | null> {
  const { store } = useApp();
  const texts = useSignal<Texts | null>(null);
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    textsIn[language]().then(
      (found) => {
        if (store.preferences.peek().language === language) texts.value = found;
      },
      () => {
        if (!texts.peek()) withoutConnection();
      },
    );
  });
  return texts;
}

/** A provider of fetched texts, and the hook for the components below it. */
export function textsContext<Texts>() {
  const Context = createContext<Texts | null>(null);
  const useTexts = (): Texts => {
    const texts = useContext(Context);
    if (!texts) throw new Error("useTexts is for components below TextsProvider");
    return texts;
  };
  return { TextsProvider: Context.Provider, useTexts };
}
