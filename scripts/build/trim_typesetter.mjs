// @ts-check
// A build of the page ships the typesetter of formulas with the fonts that formulas use, and no others: what it
// knows of the rest is a tenth of its bytes. Those who can run the page's WebAssembly can all read WOFF2.

/** The fonts of the page's formulas; a test renders every formula with them. */
export const FONTS = [
  ...["Main-Regular", "Math-Italic"],
  ...["Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular"],
];

const METRICS = /^(var fontMetricsData = )(\{$.*?^\});$/ms;
const FACE = /@font-face\{[^}]*\}/g;
const WOFF2 = /src:(url\(fonts\/KaTeX_([\w-]+)\.woff2\) format\("woff2"\))[^};]*/;

/**
 * The typesetter's script with the metrics of FONTS.
 * @param {string} script
 */
export function trimMetrics(script) {
  const [whole, head, literal = ""] = script.match(METRICS) ?? missing("the metrics of the fonts");
  const metrics = Object.entries(JSON.parse(literal.replace(/,(?=\s*\})/g, "")));
  const kept = metrics.filter(([font]) => FONTS.includes(font));
  if (kept.length < FONTS.length) missing(`the metrics of ${FONTS.join(", ")}`);
  return script.replace(whole, () => `${head}${JSON.stringify(Object.fromEntries(kept))};`);
}

/**
 * The typesetter's style sheet with the faces of FONTS, each from one file.
 * @param {string} sheet
 */
export function trimFaces(sheet) {
  let kept = 0;
  const trimmed = sheet.replace(FACE, (face) => {
    const [source, file, font = ""] = face.match(WOFF2) ?? missing(`a WOFF2 file in ${face}`);
    if (!FONTS.includes(font)) return "";
    kept += 1;
    return face.replace(source, () => `src:${file}`);
  });
  if (kept < FONTS.length) missing(`the faces of ${FONTS.join(", ")}`);
  return trimmed;
}

/**
 * @param {string} wanted
 * @returns {never}
 */
function missing(wanted) {
  throw new Error(
    `KaTeX: expected ${wanted}, found nothing like it; has a new version changed it?`,
  );
}

/** A plugin for Vite. @returns {import("vite").Plugin} */
export function trimTypesetter() {
  return {
    name: "trim-typesetter",
    apply: "build",
    enforce: "pre", // before the addresses in the style sheet become files of the page
    transform: {
      filter: { id: /\/katex\/dist\/katex(\.mjs|\.min\.css)$/ },
      handler: (code, id) => ({
        code: id.endsWith(".mjs") ? trimMetrics(code) : trimFaces(code),
        map: null,
      }),
    },
  };
}
