/** The fonts of formulas are shipped with the glyphs that formulas use: each of those must be among them. */

import katex from "katex";
import { describe, expect, test } from "vitest";
import { GLYPHS } from "../../scripts/build/subset_fonts.mjs";
import { languages } from "../../www/i18n/languages";
import type { Language } from "../../www/state/preferences";
import { equations, formulasIn, symbols } from "./formulas";

const LANGUAGES = Object.keys(languages) as Language[];

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

  test.each(LANGUAGES)("have what the answers in %s need", async (language) =>
    expectShipped(await formulasIn(language)),
  );

  test("a character that no font has would be found", () => {
    expect(() => expectShipped(["\\Xi + \\maltese"])).toThrow();
  });
});
