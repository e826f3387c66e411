import type { languages } from "../languages";
import type { Answer, Question } from "./answer";

/** The answers in each language, fetched when somebody first asks. */
export const answersIn: Record<keyof typeof languages, () => Promise<Record<Question, Answer>>> = {
  en: () => import("./en").then(({ why }) => why),
  "zh-CN": () => import("./zh-CN").then(({ why }) => why),
};
