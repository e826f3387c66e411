import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { initSync as initNotebook } from "#notebook";
import { initSync, Trainer } from "#wasm";
import {
  type Frame,
  MAX_NUMBERS,
  type PictureRequest,
  type Theme,
  type View,
} from "../../www/protocol/frame";
import type { Matrix, Quantity, TensorName } from "../../www/protocol/tensors";
import { buffersOf, FramePainter, matrix } from "../../www/worker/frames";
import { Mistakes } from "../../www/worker/mistakes";

const module = (name: string) =>
  readFileSync(new URL(`../../target/wasm-pkg/${name}_bg.wasm`, import.meta.url));
initSync({ module: module("backlight") });
initNotebook({ module: module("notebook") });

const L = 2;
let trainer: Trainer;
let mistakes: Mistakes;
let painter: FramePainter;
beforeEach(() => {
  trainer = new Trainer();
  trainer.configure({ layers_dims: [2, 3, 1], dataset: { m: 10 } });
  mistakes = new Mistakes();
  painter = new FramePainter(mistakes);
});

const picture = (
  name: TensorName,
  layer: number,
  more: Partial<PictureRequest> = {},
): PictureRequest => ({ name, layer, width: 20, height: 20, ...more });

const X = picture("A", 0);
const Y = picture("Y", L);
const W = picture("W", 1);
const dZ = picture("dZ", 1);

const NOTHING: View = {
  theme: "light",
  averaging: "dW",
  pictures: [],
  numbers: [],
  traces: [],
  pointer: null,
  weightImages: false,
  boundary: 0,
  bins: 0,
  run: 1,
  costs: 0,
};

/** The painter's next frame. */
function frame(view: Partial<View>, run = 1): Frame {
  return painter.paint(trainer, { ...NOTHING, ...view }, { run, playing: false, running: false });
}

/** Which of the pictures that a frame is asked for it brings. */
function brought(pictures: PictureRequest[], view: Partial<View> = {}, run = 1): string[] {
  const frameOf = frame({ pictures, ...view }, run);
  return pictures.flatMap(({ name, layer }, index) =>
    frameOf.pictures[index] ? [`${name}${layer}`] : [],
  );
}

const PICTURES = [X, W, dZ, Y];

describe("the pictures of a frame", () => {
  test("the first time all of them come", () => {
    expect(brought(PICTURES)).toEqual(["A0", "W1", "dZ1", "Y2"]);
  });

  test("a picture that has not changed comes as null", () => {
    brought(PICTURES);
    expect(brought(PICTURES)).toEqual([]);
  });

  test("an operation brings them again, but X and Y, which it leaves as they are", () => {
    brought(PICTURES);
    trainer.stepOperation();
    expect(brought(PICTURES)).toEqual(["W1", "dZ1"]);
  });

  test("iterations bring X and Y no more than once a run", () => {
    const times = { A0: 0, Y2: 0 };
    for (let iteration = 0; iteration < 5; iteration += 1) {
      for (const one of brought([X, Y])) times[one as keyof typeof times] += 1;
      trainer.step();
    }
    expect(times).toEqual({ A0: 1, Y2: 1 });
  });

  test("another run brings all of them again", () => {
    brought(PICTURES);
    trainer.reset();
    expect(brought(PICTURES, {}, 2)).toEqual(["A0", "W1", "dZ1", "Y2"]);
  });

  test("another theme brings all of them again", () => {
    brought(PICTURES);
    expect(brought(PICTURES, { theme: "dark" })).toEqual(["A0", "W1", "dZ1", "Y2"]);
  });

  test("another place of the 1/m brings what it changes again", () => {
    trainer.step();
    brought(PICTURES);
    expect(brought(PICTURES, { averaging: "dZ" })).toContain("dZ1");
  });

  test("another scale brings a picture again", () => {
    brought([W, dZ]);
    expect(brought([{ ...W, scale: 3 }, dZ])).toEqual(["W1"]);
  });

  test("another size brings a picture again", () => {
    brought([X, W]);
    expect(brought([{ ...X, width: 5 }, W])).toEqual(["A0"]);
  });

  test("one that is asked for anew comes, and the others do not come again", () => {
    brought([W]);
    expect(brought([X, W, dZ])).toEqual(["A0", "dZ1"]);
  });

  test("one that was not asked for in between comes again", () => {
    brought([X, W]);
    brought([W]);
    expect(brought([X, W])).toEqual(["A0"]);
  });

  test("pictures of one matrix are told apart by what of it they show", () => {
    trainer.step();
    const outer = (index: number) => picture("dW", 1, { of: "outer", index });
    brought([outer(0)]);
    expect(frame({ pictures: [outer(0), outer(1)] }).pictures.map(Boolean)).toEqual([false, true]);
  });

  test("each has its own pixels, whatever stands before it", () => {
    trainer.step();
    const alone = PICTURES.map(
      (request) =>
        new FramePainter(mistakes).paint(
          trainer,
          { ...NOTHING, pictures: [request] },
          { run: 1, playing: false, running: false },
        ).pictures[0],
    );
    const together = frame({ pictures: PICTURES }).pictures;
    expect(together).toEqual(alone);
    expect(together[0]?.pixels.length).toBe(4 * 2 * 10);
  });

  test("one that is not computed yet has no pixels, and takes none of another's", () => {
    const [absent, weights] = frame({ pictures: [dZ, W] }).pictures;
    expect([absent?.status, absent?.pixels.length]).toEqual(["absent", 0]);
    expect(weights?.pixels.length).toBe(4 * 2 * 3);
  });
});

describe("what is not there (any more)", () => {
  const gone = picture("W", 9);

  test("is absent, and every other picture comes", () => {
    const { pictures } = frame({ pictures: [X, gone, W] });
    expect(pictures.map((one) => one?.status)).toEqual(["fresh", "absent", "fresh"]);
    expect(pictures[1]?.pixels).toHaveLength(0);
  });

  test("has no numbers, no trace and no value under the pointer", () => {
    const { numbers, pointerValue, traces } = frame({
      numbers: [{ name: "W", layer: 9 }],
      pointer: { name: "W", layer: 9, row: 0, column: 0 },
      traces: [{ operation: "Z", layer: 9, cell: [0, 0] }],
    });
    expect({ numbers, pointerValue, traces }).toEqual({
      numbers: [null],
      pointerValue: null,
      traces: [null],
    });
  });
});

describe("a frame that is refused", () => {
  const wrong = { theme: "sepia" as Theme, boundary: 8 };

  test("throws a problem", () => {
    expect(() => frame(wrong)).toThrow(expect.objectContaining({ kind: "choice" }));
  });

  test("loses none of its pictures", () => {
    expect(() => frame({ ...wrong, pictures: PICTURES })).toThrow();
    expect(brought(PICTURES)).toEqual(["A0", "W1", "dZ1", "Y2"]);
  });

  test("leaves no pixels behind for the next", () => {
    const clean = new FramePainter(mistakes).paint(
      trainer,
      { ...NOTHING, pictures: [W] },
      { run: 1, playing: false, running: false },
    );
    expect(() => frame({ ...wrong, pictures: [X] })).toThrow();
    expect(frame({ pictures: [W] }).pictures).toEqual(clean.pictures);
  });

  test("loses neither the decision boundary nor the histogram", () => {
    expect(() => frame({ ...wrong, bins: 5 })).toThrow();
    const next = frame({ boundary: 8, bins: 5 });
    expect(next.boundary).not.toBeNull();
    expect(next.histogram).not.toBeNull();
  });
});

describe("what else a frame brings", () => {
  test("numbers, of a matrix and of what is made from it", () => {
    trainer.step();
    const [dW, column] = frame({
      numbers: [
        { name: "dW", layer: 1 },
        { name: "Z", layer: 1, of: "column", index: 3 },
      ],
    }).numbers;
    expect(dW).toEqual(matrix(trainer, { name: "dW", layer: 1 }));
    const Z = matrix(trainer, { name: "Z", layer: 1 });
    expect([...(column?.data ?? [])]).toEqual([3, 13, 23].map((index) => Z.data[index]));
  });

  test("dZ as the place of the 1/m has it", () => {
    trainer.step();
    const numbers = [{ name: "dZ", layer: 1 } as const];
    const [course] = frame({ numbers }).numbers;
    const [averaged] = frame({ numbers, averaging: "dZ" }).numbers;
    expect([...(averaged?.data ?? [])]).toEqual([...(course?.data ?? [])].map((dz) => dz / 10));
  });

  test("no numbers where they are not computed yet", () => {
    expect(frame({ numbers: [{ name: "dW", layer: 1 }] }).numbers).toEqual([null]);
  });

  test("no numbers where there are too many", () => {
    trainer.configure({ layers_dims: [2, 256, 1], dataset: { m: 513 } });
    trainer.step();
    expect(256 * 513).toBeGreaterThan(MAX_NUMBERS);
    expect(frame({ numbers: [{ name: "Z", layer: 1 }] }).numbers).toEqual([null]);
  });

  test("traces, of an entry and of the cost, once they are computed", () => {
    const traces = [
      { operation: "dW", layer: 1, cell: [2, 1] },
      { operation: "cost", layer: L, cell: "cost" },
    ] satisfies View["traces"];
    expect(frame({ traces }).traces).toEqual([null, null]);
    const cost = trainer.step();
    const [entry, mean] = frame({ traces }).traces;
    expect(entry?.value).toBe(matrix(trainer, { name: "dW", layer: 1 }).data[2 * 2 + 1]);
    expect(mean?.value).toBe(cost);
  });

  test("a trace writes out four terms and counts all", () => {
    trainer.step();
    const traces: View["traces"] = [{ operation: "dW", layer: 1, cell: [0, 0] }];
    const [entry] = frame({ traces }).traces;
    if (entry?.kind !== "product") throw new Error("dW is a product");
    expect([entry.terms.length, entry.count]).toEqual([4, 10]);
  });

  test("the value under the pointer, null where there is none", () => {
    const pointer = { name: "W", layer: 1, row: 2, column: 1 } as const;
    expect(frame({ pointer }).pointerValue).toBe(
      matrix(trainer, { name: "W", layer: 1 }).data[2 * 2 + 1],
    );
    expect(frame({ pointer: { ...pointer, row: 3 } }).pointerValue).toBeNull();
    expect(frame({ pointer: { ...pointer, name: "dW" } }).pointerValue).toBeNull();
    expect(frame({}).pointerValue).toBeNull();
  });

  test("the costs from where the page has them, and all of them of another run", () => {
    const costs = [1, 2, 3].map(() => trainer.step());
    expect(frame({ costs: 2 }).costs).toEqual({
      from: 2,
      values: Float64Array.from([costs[2] ?? 0]),
    });
    expect(frame({ costs: 2 }, 2).costs).toEqual({ from: 0, values: Float64Array.from(costs) });
  });

  test("the decision boundary and the histogram where something has changed", () => {
    const shown = { boundary: 8, bins: 5 };
    expect(frame(shown).boundary?.pixels.length).toBe(4 * 8 * 8);
    expect(frame(shown).boundary).toBeNull();
    trainer.stepOperation();
    const next = frame(shown);
    expect(next.boundary).not.toBeNull();
    expect(next.histogram?.reduce((sum, count) => sum + count, 0)).toBe(10);
  });
});

describe("a mistake in a frame", () => {
  const dW = { operation: "dW", layer: 1 } as const;
  /** The mistake of a kind in dW[1]. */
  async function mistaken(kind: string): Promise<Quantity> {
    const index = (await mistakes.of(trainer, dW)).findIndex((mistake) => mistake.kind === kind);
    return { name: "dW", layer: 1, of: "mistake", index };
  }
  const shown = (quantity: Quantity) => ({
    pictures: [{ ...quantity, width: 20, height: 20 }],
    numbers: [quantity],
  });

  test("has the numbers that NumPy gets: dW without its 1/m is m times as large", async () => {
    trainer.step();
    const right = matrix(trainer, { name: "dW", layer: 1 });
    const [wrong] = frame(shown(await mistaken("no_mean"))).numbers;
    expect([wrong?.rows, wrong?.cols]).toEqual([3, 2]);
    right.data.forEach((entry, index) => {
      expect(wrong?.data[index]).toBeCloseTo(10 * entry, 12);
    });
  });

  test("is painted like any matrix", async () => {
    trainer.step();
    const { numbers, pictures } = frame(shown(await mistaken("no_mean")));
    const [painted] = pictures;
    expect([painted?.rows, painted?.columns, painted?.status]).toEqual([3, 2, "fresh"]);
    expect(painted?.max).toBe(Math.max(...(numbers[0]?.data ?? [])));
    expect(painted?.pixels.length).toBe(4 * 3 * 2);
  });

  test("has no numbers and no pixels where NumPy refuses it", async () => {
    trainer.step();
    const { numbers, pictures } = frame(shown(await mistaken("transpose_dropped")));
    expect(numbers).toEqual([null]);
    expect([pictures[0]?.status, pictures[0]?.pixels.length]).toEqual(["absent", 0]);
  });

  test("has none before its operands are computed, and has them when they are", async () => {
    const wrong = shown(await mistaken("no_mean"));
    expect(frame(wrong).pictures[0]?.status).toBe("absent");
    trainer.step();
    const { numbers, pictures } = frame(wrong);
    expect([pictures[0]?.status, numbers[0]?.cols]).toEqual(["fresh", 2]);
  });

  test("is drawn when its module is there, though nothing else has changed", async () => {
    trainer.step();
    const index = (await new Mistakes().of(trainer, dW)).findIndex(
      ({ kind }) => kind === "no_mean",
    );
    const wrong = shown({ name: "dW", layer: 1, of: "mistake", index });
    expect(frame(wrong).pictures[0]?.status).toBe("absent"); // a new worker, which has no notebook yet
    await mistakes.of(trainer, dW);
    expect(frame(wrong).pictures[0]?.status).toBe("fresh");
  });

  test("has a value under the pointer, and none beyond its edges", async () => {
    trainer.step();
    const wrong = await mistaken("no_mean");
    const { data } = frame(shown(wrong)).numbers[0] as Matrix;
    const at = (row: number, column: number) =>
      frame({ pointer: { ...wrong, row, column } }).pointerValue;
    expect(at(2, 1)).toBe(data[2 * 2 + 1]);
    expect(at(3, 0)).toBeNull();
    expect(at(0, 2)).toBeNull();
  });

  test("follows another network of the same trainer", async () => {
    trainer.configure({ layers_dims: [2, 5, 1] });
    trainer.step();
    const [wrong] = frame(shown(await mistaken("no_mean"))).numbers;
    expect([wrong?.rows, wrong?.cols]).toEqual([5, 2]);
  });
});

describe("buffersOf", () => {
  test("each buffer of a frame is handed over once", () => {
    trainer.step();
    const all = frame({ pictures: PICTURES, numbers: [{ name: "dW", layer: 1 }], boundary: 8 });
    const buffers = buffersOf(all);
    expect(new Set(buffers).size).toBe(buffers.length);
    for (const one of all.pictures) expect(buffers).toContain(one?.pixels.buffer);
    for (const one of all.numbers) expect(buffers).toContain(one?.data.buffer);
    expect(buffers).toContain(all.costs.values.buffer);
    expect(buffers).toContain(all.boundary?.pixels.buffer);
  });

  test("where nothing has changed there is nothing but the costs to hand over", () => {
    frame({ pictures: PICTURES });
    const again = frame({ pictures: PICTURES });
    expect(buffersOf(again)).toEqual([again.costs.values.buffer]);
  });
});
