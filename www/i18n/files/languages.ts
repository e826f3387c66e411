import type { languages } from "../languages";
import type { FileTexts } from "./texts";

/** The dialog's texts in each language, fetched when files first arrive. */
export const fileTextsIn: Record<keyof typeof languages, () => Promise<FileTexts>> = {
  en: () => import("./en").then(({ files }) => files),
  "zh-CN": () => import("./zh-CN").then(({ files }) => files),
};
