import { en } from "./en";
import type { Messages } from "./messages";

/** How a language calls itself, and its texts. English comes with the page, any other when it is chosen. */
interface Entry {
  name: string;
  texts: () => Promise<Messages>;
}

/** The languages by their tag; adding one here is all that the page needs. */
export const languages = {
  en: { name: "English", texts: async () => en },
  "zh-CN": { name: "中文", texts: () => import("./zh-CN").then(({ zhCN }) => zhCN) },
} satisfies Record<string, Entry>;
