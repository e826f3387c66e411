import { describe, expect, test } from "vitest";
import {
  COST_STYLES,
  defaults,
  LANGUAGES,
  PRINTED_EVERY,
  type Preferences,
  parse,
  SPEEDS,
} from "../../www/state/preferences";
import { randomFrom, wholeFrom } from "./random";

const FALLBACK: Preferences = defaults("en-GB");
const CHOSEN: Preferences = {
  theme: "dark",
  language: "zh-CN",
  speed: 3,
  costScale: "log",
  costView: "printed",
  printedEvery: 1000,
  costStyle: "six",
};

describe("parse", () => {
  test.each([
    null,
    "",
    " ",
    "{",
    "nonsense",
    "null",
    "true",
    "3",
    '"dark"',
    "[]",
    "[[1, 2], {}]",
    "{}",
    '{"theme": null, "language": null, "speed": null, "costScale": null}',
    '{"theme": {}, "language": [], "speed": {"valueOf": 1}, "costScale": 0}',
    '{"theme": "Dark", "language": "fr", "speed": "3", "costScale": "LOG"}',
    '{"speed": -1}',
    '{"speed": 0.5}',
    '{"speed": 1e300}',
    `{"speed": ${SPEEDS.length}}`,
    '{"__proto__": {"theme": "dark"}, "constructor": 1, "toString": 2}',
  ])("%s is no preference", (stored) => {
    expect(parse(stored, FALLBACK)).toEqual(FALLBACK);
  });

  test("what was stored comes back", () => {
    for (const theme of ["system", "light", "dark"] as const) {
      for (const language of LANGUAGES) {
        for (const costScale of ["linear", "log"] as const) {
          for (const speed of SPEEDS.keys()) {
            const preferences = { ...CHOSEN, theme, language, costScale, speed };
            expect(parse(JSON.stringify(preferences), FALLBACK)).toEqual(preferences);
          }
        }
      }
    }
  });

  test("how costs are printed comes back", () => {
    for (const costView of ["curve", "printed"] as const) {
      for (const printedEvery of PRINTED_EVERY) {
        for (const costStyle of COST_STYLES) {
          const preferences = { ...CHOSEN, costView, printedEvery, costStyle };
          expect(parse(JSON.stringify(preferences), FALLBACK)).toEqual(preferences);
        }
      }
    }
    const stored = '{"costView": "list", "printedEvery": 7, "costStyle": "%f"}';
    expect(parse(stored, FALLBACK)).toEqual(FALLBACK);
  });

  test("what is valid is kept, the rest is as by default", () => {
    const { theme: _, ...others } = CHOSEN;
    for (const broken of ['"sepia"', "null", "7"]) {
      const stored = `${JSON.stringify(others).slice(0, -1)}, "theme": ${broken}}`;
      expect(parse(stored, FALLBACK)).toEqual({ ...CHOSEN, theme: FALLBACK.theme });
    }
    expect(parse('{"speed": 0}', FALLBACK)).toEqual({ ...FALLBACK, speed: 0 });
  });

  test("a field of another version is left out", () => {
    expect(parse('{"theme": "dark", "font": "serif"}', FALLBACK)).toEqual({
      ...FALLBACK,
      theme: "dark",
    });
  });

  test("no text makes it throw", () => {
    const random = randomFrom(7);
    const valid = JSON.stringify(CHOSEN);
    for (let round = 0; round < 5000; round += 1) {
      const cut = wholeFrom(random, 0, valid.length);
      const character = String.fromCharCode(wholeFrom(random, 0, 0xffff));
      const dropped = wholeFrom(random, 0, 3);
      const preferences = parse(
        valid.slice(0, cut) + character + valid.slice(cut + dropped),
        FALLBACK,
      );
      expect(["system", "light", "dark"]).toContain(preferences.theme);
      expect(LANGUAGES).toContain(preferences.language);
      expect(SPEEDS[preferences.speed]).toBeGreaterThan(0);
      expect(["linear", "log"]).toContain(preferences.costScale);
      expect(["curve", "printed"]).toContain(preferences.costView);
      expect(PRINTED_EVERY).toContain(preferences.printedEvery);
    }
  });
});

describe("defaults", () => {
  test.each([
    ["zh", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["ZH-cn", "zh-CN"],
    ["en-US", "en"],
    ["de", "en"],
    ["", "en"],
  ])("a browser in %s gets %s", (browser, language) => {
    expect(defaults(browser).language).toBe(language);
  });
});
