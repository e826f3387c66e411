// @ts-check
/// <reference path="./subset-font.d.ts" />
// A build of the page ships the two fonts that every formula needs with the glyphs that formulas use, and no others:
// they are a tenth of the first load.
import { createHash } from "node:crypto";
import subsetFont from "subset-font";

/** The fonts that are loaded with the first formula; the others are loaded when a formula needs them. */
const FONT = /KaTeX_(Main-Regular|Math-Italic)-([\w-]+)\.woff2$/;

/** The characters that a formula of the page may hold, by font; a test renders every formula and compares. */
export const GLYPHS = {
  "Main-Regular": "0123456789 abcdefghilmnopstux()[]<>|/+-*=:,.'·⋅×−∗∂√∞≤≥≠→⇒⊤′…\u00a0\u200b",
  "Math-Italic": "ABDJLMWXYZabcdefgijklmnxyzασ",
};

/** A plugin for Vite. @returns {import("vite").Plugin} */
export function subsetFonts() {
  return {
    name: "subset-fonts",
    apply: "build",
    enforce: "post", // when the style sheets name the files
    async generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        const [, name, hash] = asset.fileName.match(FONT) ?? [];
        if (asset.type !== "asset" || !name || !hash) continue;
        const glyphs = GLYPHS[/** @type {keyof typeof GLYPHS} */ (name)];
        const font = await subsetFont(Buffer.from(asset.source), glyphs, {
          targetFormat: "woff2",
          noLayoutClosure: true,
        });
        const fileName = asset.fileName.replace(hash, hashOf(font));
        this.emitFile({ type: "asset", fileName, source: font });
        rename(bundle, asset.fileName, fileName);
        delete bundle[asset.fileName];
      }
    },
  };
}

/** Other glyphs, another name: a browser that has kept the old file asks for the new one. @param {Buffer} font */
function hashOf(font) {
  return createHash("sha256").update(font).digest("base64url").slice(0, 8);
}

/**
 * @param {import("vite").Rollup.OutputBundle} bundle
 * @param {string} from
 * @param {string} to
 */
function rename(bundle, from, to) {
  const base = (/** @type {string} */ path) => path.slice(path.lastIndexOf("/") + 1);
  let renamed = 0;
  for (const asset of Object.values(bundle)) {
    if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) continue;
    const text = String(asset.source);
    asset.source = text.replaceAll(base(from), base(to));
    if (asset.source !== text) renamed += 1;
  }
  if (renamed === 0) throw new Error(`expected a style sheet that names ${from}, found none`);
}
