/** The texts in each language. */

import { en } from "../../www/i18n/en";
import type { Messages } from "../../www/i18n/messages";
import { zhCN } from "../../www/i18n/zh-CN";
import type { Language } from "../../www/state/preferences";

export const messagesIn: Record<Language, Messages> = { en, "zh-CN": zhCN };
