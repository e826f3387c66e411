/** The typesetter is shipped without the fonts that no formula uses: it must make of every formula what the whole one makes. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import whole from "katex";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FONTS, trimFaces, trimMetrics } from "../../scripts/build/trim_typesetter.mjs";
import { languages } from "../../www/i18n/languages";
import type { Language } from "../../www/state/preferences";
import { equations, formulasIn, symbols } from "./formulas";

const LANGUAGES = Object.keys(languages) as Language[];

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../node_modules/katex/${file}`, import.meta.url)), "utf8");

describe("the typesetter's script", () => {
  const folder = mkdtempSync(join(tmpdir(), "typesetter-"));
  let shipped: typeof whole;

  beforeAll(async () => {
    const file = join(folder, "katex.mjs");
    writeFileSync(file, trimMetrics(read("dist/katex.mjs")));
    shipped = (await import(/* @vite-ignore */ pathToFileURL(file).href)).default;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function expectSame(formulas: string[]): void {
    expect(formulas.length).toBeGreaterThan(0);
    for (const tex of new Set(formulas)) {
      for (const displayMode of [false, true]) {
        const html = shipped.renderToString(tex, { displayMode });
        expect(html).toBe(whole.renderToString(tex, { displayMode }));
      }
    }
  }

  test("sets every equation", () => expectSame(equations));

  test("sets every symbol", () => expectSame(symbols));

  test.each(LANGUAGES)("sets the answers in %s", async (language) =>
    expectSame(await formulasIn(language)),
  );

  test("refuses a formula in another font, so that one would be found here", () => {
    expect(() => expectSame(["\\mathfrak{W}"])).toThrow("Fraktur-Regular");
  });

  test("is not built from what is not understood", () => {
    expect(() => trimMetrics("var fontMetrics = {};")).toThrow("expected the metrics of the fonts");
    const one =
      'var fontMetricsData = {\n  "Main-Regular": {\n    "32": [0, 0, 0, 0, 0.25],\n  },\n};';
    expect(() => trimMetrics(one)).toThrow("Size4-Regular");
  });
});

describe("the typesetter's style sheet", () => {
  const sheet = read("dist/katex.min.css");
  const trimmed = trimFaces(sheet);

  test("loads the fonts of formulas, and no other file", () => {
    const files = [...trimmed.matchAll(/url\(([^)]*)\)/g)].map(([, file]) => file);
    expect(files.sort()).toEqual(FONTS.map((font) => `fonts/KaTeX_${font}.woff2`).sort());
  });

  test("is the same otherwise", () => {
    const withoutFaces = (css: string) => css.replace(/@font-face\{[^}]*\}/g, "");
    expect(withoutFaces(trimmed)).toBe(withoutFaces(sheet));
    expect(trimmed.match(/@font-face/g)).toHaveLength(FONTS.length);
  });

  test("is not built from what is not understood", () => {
    expect(() => trimFaces("@font-face{src:url(KaTeX.ttf)}")).toThrow("expected a WOFF2 file");
    expect(() => trimFaces(".katex{}")).toThrow("expected the faces");
  });
});
