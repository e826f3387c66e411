/** Keeps the document's theme, colour scale and language as preferred. */

import { effect } from "@preact/signals";
import { languages } from "../i18n/languages";
import type { App } from "../state/app";
import { gradientOf } from "../view/legend";

/** Resolves when the texts are there. */
export function followPreferences(app: App): Promise<void> {
  const { actions, legend, store } = app;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const choice = store.preferences.value.theme;
    store.theme.value = choice === "system" ? (system.matches ? "dark" : "light") : choice;
  };
  effect(apply);
  system.addEventListener("change", apply);
  effect(() => {
    document.documentElement.dataset.theme = store.theme.value;
    actions.redraw(); // the pictures have the theme's colours
  });
  effect(() => {
    void store.catalogue.value; // anew where another worker has taken over
    void legend(store.theme.value)
      .then((pixels) => document.documentElement.style.setProperty("--legend", gradientOf(pixels)))
      .catch(() => {}); // without a trainer there is nothing to explain
  });
  effect(() => {
    const { language } = store.preferences.value;
    document.documentElement.lang = language;
    const { tagline, title } = store.messages.value;
    document.title = `${title}: ${tagline}`;
  });
  return followLanguage(app);
}

/** Fetches the texts of each language that is chosen; resolves when the first are there. */
function followLanguage({ store }: App): Promise<void> {
  let fetching = Promise.resolve();
  effect(() => {
    const { language } = store.preferences.value;
    fetching = languages[language].texts().then(
      (texts) => {
        if (store.preferences.peek().language === language) store.messages.value = texts;
      },
      () => {}, // without a connection the page keeps the language that it has
    );
  });
  return fetching;
}
