import katex from "katex";
import { describe, expect, test } from "vitest";
import { languages } from "../../www/i18n/languages";
import { type Answer, type Context, QUESTIONS } from "../../www/i18n/why/answer";
import { answersIn } from "../../www/i18n/why/answers";
import { CONTEXTS, formulas } from "./answers";

/** The answers in each language, by its tag. */
const all = await Promise.all(
  Object.entries(answersIn).map(
    async ([tag, fetch]) => [tag, (await fetch()) as Record<string, Answer>] as const,
  ),
);

/** Every text of an answer, in every network. */
function texts(answer: Answer): string[] {
  const inBlocks = CONTEXTS.flatMap((context) => answer.blocks(context)).flatMap((block) =>
    "text" in block ? [block.text] : [],
  );
  return [...new Set([answer.title, answer.task, answer.go, ...inBlocks])];
}

const figures = (answer: Answer, context: Context) =>
  answer.blocks(context).flatMap((block) => ("figure" in block ? [block.figure] : []));

describe.each(all)("the answers in %s", (_, answers) => {
  test("every question of the contents list has one, and there are no others", () => {
    expect(Object.keys(answers).sort()).toEqual([...QUESTIONS].sort());
  });

  test.each(QUESTIONS)("%s: no text is empty, and none has a hole", (question) => {
    for (const text of texts(answers[question] as Answer)) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|NaN|\[object|null/);
    }
  });

  test.each(QUESTIONS)("%s: what opens a formula or code closes it", (question) => {
    for (const text of texts(answers[question] as Answer)) {
      expect(text.split("$").length % 2, text).toBe(1);
      expect(text.split("`").length % 2, text).toBe(1);
      expect(text.replace(/\$[^$]+\$|`[^`]+`/g, ""), text).not.toMatch(/[$`]/);
    }
  });

  test.each(QUESTIONS)("%s: KaTeX typesets every formula, in every network", (question) => {
    for (const context of CONTEXTS) {
      for (const tex of formulas(answers[question] as Answer, context)) {
        const typeset = () => katex.renderToString(tex, { throwOnError: true, strict: "ignore" });
        expect(typeset, tex).not.toThrow();
      }
    }
  });

  test.each(QUESTIONS)("%s: no formula has a layer that the network does not have", (question) => {
    for (const context of CONTEXTS) {
      for (const tex of formulas(answers[question] as Answer, context)) {
        for (const [symbol, name, layer] of tex.matchAll(/(d?[A-Zb])\^\{\[(\d+)\]\}/g)) {
          const first = name === "A" || name === "dA" ? 0 : 1;
          expect(Number(layer), `${symbol} of ${context.L}: ${tex}`).toBeGreaterThanOrEqual(first);
          expect(Number(layer), `${symbol} of ${context.L}: ${tex}`).toBeLessThanOrEqual(context.L);
        }
      }
    }
  });

  test.each(QUESTIONS)(
    "%s: it is built on a live picture, and no more than a screen",
    (question) => {
      for (const context of CONTEXTS) {
        const blocks = (answers[question] as Answer).blocks(context);
        expect(blocks.some((block) => "figure" in block)).toBe(true);
        expect(blocks.length).toBeLessThanOrEqual(12);
      }
    },
  );

  test.each(QUESTIONS)("%s: no picture stands in it twice", (question) => {
    for (const context of CONTEXTS) {
      const shown = figures(answers[question] as Answer, context);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});

test("there are answers in every language of the page", () => {
  expect(Object.keys(answersIn).sort()).toEqual(Object.keys(languages).sort());
});

test.each(QUESTIONS)("%s shows the same pictures in every language", (question) => {
  for (const context of CONTEXTS) {
    const shown = all.map(([, answers]) => figures(answers[question] as Answer, context).sort());
    for (const one of shown) expect(one).toEqual(shown[0]);
  }
});
