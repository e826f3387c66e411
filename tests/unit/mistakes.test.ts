import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { initSync as initNotebook } from "#notebook";
import { initSync, Trainer } from "#wasm";
import type { Mistake, MistakeKind } from "../../www/protocol/mistakes";
import type { Matrix, Operation, OperationName, TensorName } from "../../www/protocol/tensors";
import { matrix } from "../../www/worker/frames";
import { Mistakes } from "../../www/worker/mistakes";
import { definitions } from "./operations";

const module = (name: string) =>
  readFileSync(new URL(`../../target/wasm-pkg/${name}_bg.wasm`, import.meta.url));
initSync({ module: module("backlight") });
initNotebook({ module: module("notebook") });

const [DIMS, M] = [[2, 4, 3, 1], 10];
const KINDS: Record<MistakeKind, true> = {
  transpose_added: true,
  transpose_dropped: true,
  transpose_moved: true,
  swapped: true,
  star: true,
  dot: true,
  flat: true,
  axis0: true,
  no_axis: true,
  no_keepdims: true,
  no_mean: true,
  wrong_operand: true,
  max: true,
  in_place_transpose: true,
  in_place_no_keepdims: true,
};

const OPERATIONS: Operation[] = definitions(3).map(({ result: { name, layer } }) => ({
  operation: (name === "losses" ? "cost" : name) as OperationName,
  layer,
}));

let trainer: Trainer;
let mistakes: Mistakes;
beforeEach(() => {
  trainer = new Trainer();
  trainer.configure({ layers_dims: DIMS, dataset: { m: M } });
  mistakes = new Mistakes();
});

/** The matrix that an operation computes. */
const resultOf = ({ operation, layer }: Operation) => ({
  name: (operation === "cost" ? "losses" : operation) as TensorName,
  layer,
});

const mistakenMatrix = (operation: Operation, index: number) =>
  mistakes.matrix(trainer, { ...resultOf(operation), of: "mistake", index });

/** An array of one axis is a row, a number a cell. */
const asMatrix = (shape: number[]) => [...[1, 1].slice(shape.length), ...shape];

/** Each mistake of each operation, with its index. */
async function all(): Promise<{ operation: Operation; index: number; mistake: Mistake }[]> {
  const lists = await Promise.all(OPERATIONS.map((one) => mistakes.of(trainer, one)));
  return lists.flatMap((list, at) =>
    list.map((mistake, index) => ({ operation: OPERATIONS[at] as Operation, index, mistake })),
  );
}

const name = ({ operation, layer }: Operation, { statement }: Mistake) =>
  `${operation}[${layer}]: ${statement}`;

describe("the mistakes of [2, 4, 3, 1]", () => {
  test("every operation has some", async () => {
    for (const operation of OPERATIONS) {
      const { length } = await mistakes.of(trainer, operation);
      expect(length, `${operation.operation}[${operation.layer}]`).toBeGreaterThan(0);
    }
  });

  test("each is of a kind that the page has words for", async () => {
    for (const { operation, mistake } of await all()) {
      expect(KINDS[mistake.kind], name(operation, mistake)).toBe(true);
    }
  });

  test("each is a line that makes the operation's result", async () => {
    for (const { operation, mistake } of await all()) {
      const { name: result, layer } = resultOf(operation);
      const target = result === "losses" ? "J" : `${result}${layer}`;
      expect(mistake.statement.split(/ -?= /)[0], name(operation, mistake)).toBe(target);
    }
  });

  test("no equation has one of them twice", async () => {
    for (const operation of OPERATIONS) {
      const lines = (await mistakes.of(trainer, operation)).map(({ setup, statement }) =>
        [setup, statement].join("; "),
      );
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test("an error is an exception with its words", async () => {
    for (const { operation, mistake } of await all()) {
      const { outcome } = mistake;
      if (outcome.kind !== "error") continue;
      expect(outcome.exception, name(operation, mistake)).toMatch(/^\w*(Error|Exception)$/);
      expect(outcome.message.length, name(operation, mistake)).toBeGreaterThan(10);
    }
  });

  test("a result is said to be of a wrong shape exactly where it has another than the right one", async () => {
    for (const { operation, mistake } of await all()) {
      const { outcome } = mistake;
      if (outcome.kind !== "shape") continue;
      const { name: result, layer } = resultOf(operation);
      const right = operation.operation === "cost" ? [] : [...trainer.shape(result, layer)];
      expect(outcome.expected, name(operation, mistake)).toEqual(right);
      const other = String(outcome.shape) !== String(outcome.expected);
      expect(outcome.verdict === "wrong_shape", name(operation, mistake)).toBe(other);
    }
  });

  test("an operand that is a matrix of the network has its shape", async () => {
    for (const { operation, mistake } of await all()) {
      for (const { shape, tensor } of mistake.at.operands) {
        if (!tensor) continue;
        const stored = [...trainer.shape(tensor.name, tensor.layer)];
        const expected = tensor.transposed ? stored.reverse() : stored;
        expect(shape, name(operation, mistake)).toEqual(expected);
      }
    }
  });

  test("the axes that clash are those of the operands, and of different lengths", async () => {
    for (const { operation, mistake } of await all()) {
      const lengths = mistake.at.operands.flatMap(({ clash, shape }) =>
        clash === null ? [] : [shape[clash]],
      );
      expect(lengths, name(operation, mistake)).not.toContain(undefined);
      expect(new Set(lengths).size, name(operation, mistake)).toBe(lengths.length);
      if (mistake.outcome.kind === "shape") expect(lengths).toEqual([]);
    }
  });

  test("the words of an error have the shapes of the operands in it", async () => {
    for (const { operation, mistake } of await all()) {
      const { at, outcome } = mistake;
      if (outcome.kind !== "error" || !/^(shapes|operands) /.test(outcome.message)) continue;
      for (const { shape } of at.operands) {
        const text = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
        expect(outcome.message, name(operation, mistake)).toContain(text);
      }
    }
  });

  test("the forgotten transpose in dW is told in NumPy's own words", async () => {
    trainer.configure({ dataset: { m: 400 } });
    const [forgotten] = await mistakes.of(trainer, { operation: "dW", layer: 2 });
    expect(forgotten?.statement).toBe("dW2 = 1/m * np.dot(dZ2, A1)");
    expect(forgotten?.outcome).toEqual({
      kind: "error",
      exception: "ValueError",
      message: "shapes (3,400) and (4,400) not aligned: 400 (dim 1) != 4 (dim 0)",
    });
    expect(forgotten?.at.operands.map(({ clash }) => clash)).toEqual([1, 0]);
  });
});

describe("what NumPy gets with a mistake", () => {
  test("is nothing before the iteration has come to the equation", async () => {
    await mistakes.of(trainer, { operation: "dW", layer: 2 });
    expect(mistakenMatrix({ operation: "dW", layer: 2 }, 5)).toBeNull();
  });

  test("of a line that fails it is nothing, and else it has the shape that is said", async () => {
    trainer.step();
    for (const { operation, index, mistake } of await all()) {
      const found = mistakenMatrix(operation, index);
      if (mistake.outcome.kind === "error") {
        expect(found, name(operation, mistake)).toBeNull();
      } else {
        const shape = found && [found.rows, found.cols];
        expect(shape, name(operation, mistake)).toEqual(asMatrix(mistake.outcome.shape));
        expect(found?.data.length).toBe((found?.rows ?? 0) * (found?.cols ?? 0));
      }
    }
  });

  test("it is the right result where the mistake is harmless, and another where its values are wrong", async () => {
    trainer.step();
    const judged = (await all()).filter(({ operation, mistake }) => {
      const isCost = operation.operation === "cost"; // a number, of which there is no matrix
      return mistake.outcome.kind === "shape" && !isCost;
    });
    for (const { operation, index, mistake } of judged) {
      if (mistake.outcome.kind !== "shape" || mistake.outcome.verdict === "wrong_shape") continue;
      const right = matrix(trainer, { ...resultOf(operation) });
      const found = mistakenMatrix(operation, index) as Matrix;
      const largest = Math.max(...right.data.map(Math.abs));
      const differ = found.data.some((entry, at) => {
        return Math.abs(entry - (right.data[at] ?? Number.NaN)) > 1e-12 * largest;
      });
      const what = `${mistake.setup ?? ""}; ${name(operation, mistake)}`;
      expect(differ, what).toBe(mistake.outcome.verdict === "wrong_values");
    }
  });

  test("the cost without its mean is m times as large", async () => {
    const cost = trainer.step();
    const operation = { operation: "cost", layer: 3 } as const;
    const index = (await mistakes.of(trainer, operation)).findIndex(
      ({ kind }) => kind === "no_mean",
    );
    expect(mistakenMatrix(operation, index)?.data[0]).toBeCloseTo(M * cost, 10);
  });

  test("an update is made from the parameters before it", async () => {
    trainer.step();
    const operation = { operation: "W", layer: 3 } as const; // (1, 3): its transpose is broadcast
    const index = (await mistakes.of(trainer, operation)).findIndex(
      ({ kind }) => kind === "transpose_added",
    );
    const { data: W } = matrix(trainer, { name: "W", layer: 3 });
    const { data: dW } = matrix(trainer, { name: "dW", layer: 3 });
    const alpha = 0.075;
    const used = W.map((w, k) => w + alpha * (dW[k] ?? 0));
    const found = mistakenMatrix(operation, index) as Matrix;
    expect([found.rows, found.cols]).toEqual([3, 3]);
    found.data.forEach((entry, at) => {
      const [row, column] = [Math.floor(at / 3), at % 3];
      expect(entry).toBeCloseTo((used[column] ?? 0) - alpha * (dW[row] ?? 0), 12);
    });
  });

  test("an update is made with the α of its iteration, not with one that comes after", async () => {
    trainer.step();
    const operation = { operation: "W", layer: 3 } as const;
    await mistakes.of(trainer, operation);
    const before = mistakenMatrix(operation, 0);
    trainer.configure({ learning_rate: 0.5 });
    expect(mistakenMatrix(operation, 0)).toEqual(before);
  });
});

describe("another network", () => {
  const dW: Operation = { operation: "dW", layer: 2 };

  test("has the mistakes of its own shapes", async () => {
    const shapes = async () => (await mistakes.of(trainer, dW)).map(({ at }) => at.operands);
    const before = await shapes();
    trainer.configure({ layers_dims: [2, 5, 6, 1] });
    const after = await shapes();
    expect(after).not.toEqual(before);
    expect(after[0]?.[0]?.shape).toEqual([6, M]);
  });

  test("with another activation has those of its own lines", async () => {
    const lines = async () =>
      (await mistakes.of(trainer, { operation: "dZ", layer: 1 })).map(({ statement }) => statement);
    expect((await lines()).join()).toContain("Z1 > 0");
    trainer.configure({ activation: "tanh" });
    expect((await lines()).join()).not.toContain("Z1 > 0");
  });

  test.each([
    { operation: "dW", layer: 0 },
    { operation: "dW", layer: 4 },
    { operation: "cost", layer: 1 },
    { operation: "dA", layer: 0 },
    { operation: "Y", layer: 3 },
    { operation: "dW", layer: -1 },
    { operation: "dW" },
    {},
  ])("an operation that it does not have is refused: %j", async (operation) => {
    const refused = mistakes.of(trainer, operation as Operation);
    await expect(refused).rejects.toMatchObject({ kind: "type", field: "operation" });
    await expect(mistakes.of(trainer, dW)).resolves.not.toEqual([]);
  });
});
