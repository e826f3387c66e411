/** Numbers and names out of what was wanted and what came, for languages that say the rest otherwise. */

/** The first number in a part of a problem: "50 examples, as in Y" → "50". */
export function numberIn(text: string): string {
  return /\d+/.exec(text)?.[0] ?? text;
}

/** The shape in a part of a problem: "12 in X of shape (12, 3)" → "(12, 3)". */
export function shapeIn(text: string): string {
  return /\([\d, ]*\)/.exec(text)?.[0] ?? text;
}

/** What a part of a problem lists: "one of a, b" → "a, b"; "3 classes: a (1), b (2)" → "a (1), b (2)". */
export function listIn(text: string): string {
  return shortened(text.replace(/^(one of |\d+ classes: )/, "").split(", "));
}

/** Names that stand in a sentence. */
const NAMED = 8;

/** The first of some names; a file may have hundreds of columns or classes. */
export function shortened(names: readonly string[]): string {
  return names.length > NAMED ? `${names.slice(0, NAMED).join(", ")}, …` : names.join(", ");
}
