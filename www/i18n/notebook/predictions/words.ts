import type { languages } from "../../languages";
import type { PredictionWords } from "./en";

export type { PredictionWords };

/** What the dialog says in each language, fetched when somebody first opens it. */
export const wordsIn: Record<keyof typeof languages, () => Promise<PredictionWords>> = {
  en: () => import("./en").then(({ words }) => words),
  "zh-CN": () => import("./zh-CN").then(({ words }) => words),
};
