import { describe, expect, test } from "vitest";
import { wordsIn } from "../../www/i18n/notebook/predictions/words";
import { baseName } from "../../www/state/exports";
import { invert, middleOf, toGrey } from "../../www/state/own_picture";
import { Following, isAtEnd, linesInSight, printedCount } from "../../www/view/printed";

describe("what a file of the run is called", () => {
  const run = { layers_dims: [2, 4, 3, 1], seed: 3, iteration: 100 };

  test("by its layers, its seed and its iteration", () => {
    const name = baseName({ ...run, initialization: "course" });
    expect(name).toBe("backlight_2-4-3-1_seed3_iteration100");
  });

  test("imported parameters have no seed", () => {
    const name = baseName({ ...run, initialization: "imported" });
    expect(name).toBe("backlight_2-4-3-1_imported_iteration100");
  });
});

describe("printed costs", () => {
  test.each([
    [0, 100, 0],
    [1, 100, 1],
    [100, 100, 1], // iterations 0 to 99
    [101, 100, 2],
    [2500, 100, 25],
    [2501, 1000, 3],
  ])("of %d costs every %d: %d", (costs, every, count) => {
    expect(printedCount(costs, every)).toBe(count);
  });

  test.each([
    [0, 160, 1000, { first: 0, end: 11 }],
    [1608, 160, 1000, { first: 100, end: 111 }],
    [15_840, 160, 1000, { first: 990, end: 1000 }],
    [0, 160, 3, { first: 0, end: 3 }],
    [99_999, 160, 3, { first: 2, end: 3 }], // scrolled further than the list goes now
    [0, 160, 0, { first: 0, end: 0 }],
    [-20, 160, 5, { first: 0, end: 5 }], // pulled beyond its edge
  ])("scrolled to %d of %d pixels with %d lines", (top, height, count, lines) => {
    expect(linesInSight({ top, height }, 16, count)).toEqual(lines);
  });

  test("the end is the end to a pixel", () => {
    expect(isAtEnd({ scrollTop: 99, clientHeight: 100, scrollHeight: 200 })).toBe(true);
    expect(isAtEnd({ scrollTop: 90, clientHeight: 100, scrollHeight: 200 })).toBe(false);
    expect(isAtEnd({ scrollTop: 0, clientHeight: 100, scrollHeight: 40 })).toBe(true);
  });
});

describe("following the end", () => {
  const list = (scrollTop: number, scrollHeight = 1000) => {
    return { scrollTop, clientHeight: 100, scrollHeight };
  };

  test("what the page does itself, told of late, does not count as a person's", () => {
    const following = new Following();
    following.putTo(900);
    following.leave(list(900));
    following.scrolled(list(900)); // of the page's own move
    expect(following.isOn).toBe(false);
  });

  test("going up ends it, coming back to the end begins it again", () => {
    const following = new Following();
    following.putTo(900);
    following.scrolled(list(500));
    expect(following.isOn).toBe(false);
    following.scrolled(list(700));
    expect(following.isOn).toBe(false);
    following.scrolled(list(900));
    expect(following.isOn).toBe(true);
  });

  test("in a list that is wholly in sight there is no going up", () => {
    const following = new Following();
    following.leave(list(0, 60));
    expect(following.isOn).toBe(true);
  });

  test("another list follows again", () => {
    const following = new Following();
    following.leave(list(900));
    following.restart();
    expect(following.isOn).toBe(true);
  });
});

describe("a picture of one's own", () => {
  test.each([
    [
      { width: 480, height: 160 },
      { width: 8, height: 8 },
      { x: 160, y: 0, width: 160, height: 160 },
    ],
    [
      { width: 100, height: 300 },
      { width: 64, height: 64 },
      { x: 0, y: 100, width: 100, height: 100 },
    ],
    [
      { width: 100, height: 100 },
      { width: 20, height: 10 },
      { x: 0, y: 25, width: 100, height: 50 },
    ],
    [
      { width: 3, height: 3 },
      { width: 64, height: 64 },
      { x: 0, y: 0, width: 3, height: 3 },
    ],
  ])("of %o the middle as %o is %o", (picture, wanted, part) => {
    expect(middleOf(picture, wanted)).toEqual(part);
  });

  test("grey is luminance, white stays white", () => {
    const pixels = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 255, 255, 255, 9);
    toGrey(pixels);
    expect([...pixels]).toEqual([76, 76, 76, 255, 150, 150, 150, 255, 255, 255, 255, 9]);
  });

  test("light for dark leaves the transparency, and twice is nothing", () => {
    const pixels = Uint8ClampedArray.of(0, 100, 255, 77);
    invert(pixels);
    expect([...pixels]).toEqual([255, 155, 0, 77]);
    invert(pixels);
    expect([...pixels]).toEqual([0, 100, 255, 77]);
  });
});

describe("what the dialog of predictions says", () => {
  test("in every language: no text is empty, and each has the parts that English has", async () => {
    const english = Object.entries(await wordsIn.en());
    for (const words of [await wordsIn.en(), await wordsIn["zh-CN"]()]) {
      const texts = new Map<string, unknown>(Object.entries(words));
      expect([...texts.keys()].sort()).toEqual(english.map(([key]) => key).sort());
      for (const [key, one] of english) {
        const text = texts.get(key);
        if (typeof text !== "function") {
          expect(String(text).trim(), key).not.toBe("");
          continue;
        }
        const parts = Array.from({ length: (one as () => string).length }, (_, k) => `«${k}»`);
        for (const part of parts) expect(text(...parts), key).toContain(part);
      }
    }
  });
});
