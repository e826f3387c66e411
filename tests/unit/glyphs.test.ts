/** The fonts of formulas are shipped with the glyphs that formulas use: each of those must be among them. */

import katex from "katex";
import { describe, expect, test } from "vitest";
import { GLYPHS } from "../../scripts/build/subset_fonts.mjs";
import { type Context, equationTex, slopeTex, symbolTex } from "../../www/equations/tex";
import { QUESTIONS } from "../../www/i18n/why/answer";
import { answersIn } from "../../www/i18n/why/answers";
import type { OperationName, TensorName } from "../../www/protocol/tensors";
import { formulasOf } from "./answers";

const OPERATIONS: OperationName[] = ["Z", "A", "cost", "dA", "dZ", "dW", "db", "W", "b"];
const TENSORS: TensorName[] = ["W", "b", "Z", "A", "Y", "losses", "dA", "dZ", "dW", "db"];
const LAYERS = [1, 2, 3, 4, 5, 6, 7];

const contexts: Context[] = LAYERS.flatMap((L) =>
  (["relu", "tanh"] as const).flatMap((activation) =>
    (["dW", "dZ"] as const).map((averaging) => ({ L, activation, averaging })),
  ),
);

const equations = contexts.flatMap((context) =>
  LAYERS.filter((layer) => layer <= context.L).flatMap((layer) => [
    ...OPERATIONS.filter((operation) => operation !== "cost" || layer === context.L).map(
      (operation) => equationTex({ operation, layer }, context),
    ),
    slopeTex(layer, context),
  ]),
);

const symbols = TENSORS.flatMap((name) =>
  LAYERS.flatMap((layer) => [symbolTex({ name, layer }), symbolTex({ name, layer }, true)]),
);

/** The characters of a formula by the font that they stand in; those of other fonts are left out. */
function glyphs(tex: string): { "Main-Regular": string; "Math-Italic": string } {
  const found = { "Main-Regular": "", "Math-Italic": "" };
  const html = katex.renderToString(tex, { output: "html", displayMode: true });
  // The nearest class that names a font decides; every text stands in a span of its own.
  for (const [, classes = "", text = ""] of html.matchAll(/<span class="([^"]*)"[^>]*>([^<]+)</g)) {
    if (/size\d|op-symbol|delimsizing|amsrm|mathbf|mathbb/.test(classes)) continue;
    const font = /mathnormal/.test(classes) ? "Math-Italic" : "Main-Regular";
    found[font] += text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  }
  return found;
}

function expectShipped(formulas: string[]): void {
  expect(formulas.length).toBeGreaterThan(0);
  for (const tex of new Set(formulas)) {
    const found = glyphs(tex);
    for (const font of ["Main-Regular", "Math-Italic"] as const) {
      const missing = [...found[font]].filter((glyph) => !GLYPHS[font].includes(glyph));
      expect(missing, `${font} for ${tex}`).toEqual([]);
    }
  }
}

describe("the fonts of formulas", () => {
  test("have what every equation needs", () => expectShipped(equations));

  test("have what every symbol needs", () => expectShipped(symbols));

  test.each(Object.entries(answersIn))("have what the answers in %s need", async (_, fetch) => {
    const answers = await fetch();
    expectShipped(QUESTIONS.flatMap((question) => formulasOf(answers[question])));
  });

  test("a character that no font has would be found", () => {
    expect(() => expectShipped(["\\Xi + \\maltese"])).toThrow();
  });
});
