/** What the answers to "why?" say in networks of many shapes. */

import type { Answer, Block, Context } from "../../www/i18n/why/answer";

/** Networks of 1 to 7 layers, on one example and on many. */
export const CONTEXTS: Context[] = Array.from({ length: 7 }, (_, index) => index + 1).flatMap((L) =>
  [1, 400].map((m) => ({
    layers_dims: [2, ...Array.from({ length: L - 1 }, (_, l) => 3 + ((2 * l) % 5)), 1],
    L,
    m,
    l: Math.max(L - 1, 1),
  })),
);

/** Every formula of an answer to a context. */
export function formulas(answer: Answer, context: Context): string[] {
  const inText = (text: string) =>
    [...text.matchAll(/`[^`]*`|\$([^$]+)\$/g)].flatMap(([, tex]) => (tex ? [tex] : []));
  const inBlock = (block: Block) =>
    "formula" in block ? [block.formula] : "text" in block ? inText(block.text) : [];
  return [
    ...[answer.title, answer.task, answer.go].flatMap(inText),
    ...answer.blocks(context).flatMap(inBlock),
  ];
}

/** Every formula of an answer, in every network. */
export function formulasOf(answer: Answer): string[] {
  return CONTEXTS.flatMap((context) => formulas(answer, context));
}
