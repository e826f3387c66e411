/** What a person prefers; kept on this device. */

import { effect, type Signal, signal } from "@preact/signals";
import { languages } from "../i18n/languages";
import type { CostStyle } from "../protocol/export";
import type { Theme } from "../protocol/frame";
import type { Speed } from "../protocol/requests";

export type ThemeChoice = "system" | Theme;
export type Language = keyof typeof languages;

export interface Preferences {
  theme: ThemeChoice;
  language: Language;
  /** Index into {@link SPEEDS}. */
  speed: number;
  costScale: "linear" | "log";
  /** The costs as a curve, or as the notebook prints them. */
  costView: "curve" | "printed";
  /** Iterations from one printed cost to the next. */
  printedEvery: (typeof PRINTED_EVERY)[number];
  costStyle: CostStyle;
}

export const PRINTED_EVERY = [10, 100, 1000] as const;

/** Iterations a second. */
export const SPEEDS: readonly Speed[] = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  1000,
  5000,
  Number.POSITIVE_INFINITY,
];

export const LANGUAGES = Object.keys(languages) as Language[];
const THEMES: readonly ThemeChoice[] = ["system", "light", "dark"];
const COST_SCALES = ["linear", "log"] as const;
const COST_VIEWS = ["curve", "printed"] as const;
export const COST_STYLES: readonly CostStyle[] = ["full", "six"];

export function defaults(browserLanguage: string): Preferences {
  return {
    theme: "system",
    language: browserLanguage.toLowerCase().startsWith("zh") ? "zh-CN" : "en",
    speed: SPEEDS.length - 1,
    costScale: "linear",
    costView: "curve",
    printedEvery: 100,
    costStyle: "full",
  };
}

/** Whatever of a stored text is a valid preference; the rest is as by default. */
export function parse(stored: string | null, fallback: Preferences): Preferences {
  let value: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    value = Object(JSON.parse(stored ?? "{}"));
  } catch {
    // Not ours; the defaults serve.
  }
  const one = <T>(of: readonly T[], candidate: unknown, otherwise: T): T =>
    of.find((known) => known === candidate) ?? otherwise;
  return {
    theme: one(THEMES, value.theme, fallback.theme),
    language: one(LANGUAGES, value.language, fallback.language),
    speed: one([...SPEEDS.keys()], value.speed, fallback.speed),
    costScale: one(COST_SCALES, value.costScale, fallback.costScale),
    costView: one(COST_VIEWS, value.costView, fallback.costView),
    printedEvery: one(PRINTED_EVERY, value.printedEvery, fallback.printedEvery),
    costStyle: one(COST_STYLES, value.costStyle, fallback.costStyle),
  };
}

const KEY = "backlight.preferences";

/** The preferences as a signal that stores what it is set to. */
export function storedPreferences(): Signal<Preferences> {
  const preferences = signal(parse(read(), defaults(navigator.language)));
  effect(() => write(JSON.stringify(preferences.value)));
  return preferences;
}

// Storage may be forbidden; the page works without.
function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {}
}
