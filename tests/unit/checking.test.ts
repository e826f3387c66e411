import { describe, expect, test } from "vitest";
import type { Check } from "../../www/protocol/checking";
import { offsetOf } from "../../www/ui/checking/input";
import { differenceOf, type Piece } from "../../www/ui/checking/line_difference";
import { slotsInSight, slotsOf, steppedTo } from "../../www/ui/checking/slots";
import { axesOf, shapeText } from "../../www/ui/checking/words";

describe("the difference of two lines of code", () => {
  const told = (pieces: Piece[]) =>
    pieces.map(({ text, isShared }) => (isShared ? text : `«${text}»`)).join("");
  const difference = (a: string, b: string) => {
    const { wrong, right } = differenceOf(a, b);
    return [told(wrong), told(right)];
  };

  test("what is missing is marked in the right line alone", () => {
    expect(difference("dW2 = np.dot(dZ2, A1.T)", "dW2 = 1/m * np.dot(dZ2, A1.T)")).toEqual([
      "dW2 = np.dot(dZ2, A1.T)",
      "dW2 = «1/m * »np.dot(dZ2, A1.T)",
    ]);
  });

  test("names and numbers are marked whole", () => {
    expect(difference("np.random.seed(13)", "np.random.seed(3)")).toEqual([
      "np.random.seed(«13»)",
      "np.random.seed(«3»)",
    ]);
    expect(difference("dA1", "dZ1")).toEqual(["«dA1»", "«dZ1»"]);
    expect(difference("learning_rate = 0.75", "learning_rate = 0.075")).toEqual([
      "learning_rate = «0.75»",
      "learning_rate = «0.075»",
    ]);
  });

  test("the same lines share everything, and an empty one nothing", () => {
    expect(difference("a = b\nc = d", "a = b\nc = d")).toEqual(["a = b\nc = d", "a = b\nc = d"]);
    expect(difference("", "b1 = np.zeros((4, 1))")).toEqual(["", "«b1 = np.zeros((4, 1))»"]);
  });

  test("the pieces are the lines, whatever they are", () => {
    const lines = ["", " ", "a", "a a b", "b a a", "W1 = W1 - dW1\nb1 = b1 - db1", "A ** 2\n"];
    const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
    const shared = (pieces: Piece[]) =>
      pieces.flatMap(({ text, isShared }) => (isShared ? [text] : [])).join("");
    for (const a of lines) {
      for (const b of lines) {
        const { wrong, right } = differenceOf(a, b);
        expect([whole(wrong), whole(right)]).toEqual([a, b]);
        expect(shared(wrong)).toBe(shared(right));
      }
    }
  });
});

describe("the rows and columns that were printed", () => {
  const told = (printed: number[], length: number) =>
    slotsOf(printed, length)
      .map((slot) => (slot.kind === "printed" ? `${slot.place}:${slot.index}` : "…"))
      .join(" ");

  test("stand side by side, with one place for what NumPy left out", () => {
    expect(told([0, 1, 2], 3)).toBe("0:0 1:1 2:2");
    expect(told([0, 1, 2, 397, 398, 399], 400)).toBe("0:0 1:1 2:2 … 3:397 4:398 5:399");
    expect(told([0], 5)).toBe("0:0 …");
    expect(told([4], 5)).toBe("… 0:4");
  });

  test("only those in sight are drawn, and one more at each side", () => {
    expect(slotsInSight(0, 100, 20, 1000)).toEqual({ first: 0, end: 6 });
    expect(slotsInSight(400, 100, 20, 1000)).toEqual({ first: 19, end: 26 });
    expect(slotsInSight(0, 100, 20, 3)).toEqual({ first: 0, end: 3 });
  });

  test("arrow keys end at the edges", () => {
    const size = { rows: 3, columns: 5 };
    const from = (row: number, column: number, key: string) =>
      steppedTo(key, { row, column }, size);
    expect(from(0, 0, "ArrowUp")).toEqual({ row: 0, column: 0 });
    expect(from(0, 0, "ArrowRight")).toEqual({ row: 0, column: 1 });
    expect(from(2, 4, "ArrowDown")).toEqual({ row: 2, column: 4 });
    expect(from(1, 2, "ArrowLeft")).toEqual({ row: 1, column: 1 });
    expect(from(1, 2, "Home")).toEqual({ row: 1, column: 0 });
    expect(from(1, 2, "End")).toEqual({ row: 1, column: 4 });
    expect(from(0, 2, "PageDown")).toEqual({ row: 2, column: 2 });
    expect(from(2, 2, "PageUp")).toEqual({ row: 0, column: 2 });
    expect(from(1, 2, "a")).toBeNull();
  });
});

test("a place in a text counts lines and characters from 1", () => {
  const text = "W1 = [[1 2]\n [𝒙 x]]\n";
  expect(text.slice(offsetOf(text, 1, 6))).toBe(text.slice(5));
  expect(text[offsetOf(text, 2, 6)]).toBe("]");
  expect(text[offsetOf(text, 2, 5)]).toBe("x");
  expect(offsetOf(text, 9, 1)).toBe(text.length);
});

describe("a pasted shape", () => {
  const check = (parts: Partial<Check>) =>
    ({
      subject: { name: "dW", layer: 2 },
      shape: [3, 4],
      expected_shape: [3, 4],
      arrangement: "same",
      ...parts,
    }) as Check;

  test("is written as NumPy does", () => {
    expect([[3, 4], [3], [null, 4]].map(shapeText)).toEqual(["(3, 4)", "(3,)", "(…, 4)"]);
    expect(shapeText([])).toBe("()");
  });

  test("has the colour of a dimension where an axis is right", () => {
    expect(axesOf(check({}))).toEqual([2, 1]);
    expect(axesOf(check({ shape: [3, null] }))).toEqual([2, 1]);
    expect(axesOf(check({ shape: [3, 5], arrangement: null }))).toEqual([2, null]);
    expect(axesOf(check({ shape: [4, 3], arrangement: "transposed" }))).toEqual([1, 2]);
    expect(axesOf(check({ shape: [12], arrangement: "flattened" }))).toEqual([null]);
    expect(axesOf(check({ subject: { name: "cost", layer: 3 }, shape: [] }))).toEqual([]);
    expect(axesOf(check({ subject: null, shape: [2, 2] }))).toEqual([null, null]);
  });
});
