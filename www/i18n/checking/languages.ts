import type { languages } from "../languages";
import type { CheckingTexts } from "./texts";

/** The panel's texts in each language, fetched when it is first opened. */
export const checkingTextsIn: Record<keyof typeof languages, () => Promise<CheckingTexts>> = {
  en: () => import("./en").then(({ checking }) => checking),
  "zh-CN": () => import("./zh-CN").then(({ checking }) => checking),
};
