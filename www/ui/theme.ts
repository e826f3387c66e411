/** Keeps the document's theme, colour scale and language as preferred. */

import { effect } from "@preact/signals";
import { languages } from "../i18n/languages";
import type { App } from "../state/app";
import { gradientOf } from "../view/legend";

export function followPreferences({ actions, legend, store }: App): void {
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
    document.title = `${languages[language].title}: ${languages[language].tagline}`;
  });
}
