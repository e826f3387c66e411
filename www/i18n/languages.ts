import { en } from "./en";
import type { Messages } from "./messages";
import { zhCN } from "./zh-CN";

/** The languages by their tag; adding one here is all that the page needs. */
export const languages = { en, "zh-CN": zhCN } satisfies Record<string, Messages>;
