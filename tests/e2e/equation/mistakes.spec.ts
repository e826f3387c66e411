import type { Page } from "@playwright/test";
import { test } from "../helpers/calm_test";
import { EquationView, type Size, SOON } from "../helpers/equation";
import {
  DIGITS,
  FLOWER,
  type Id,
  Iteration,
  idOf,
  kindsOf,
  NETWORKS,
  notebookNameOf,
  sum,
} from "../helpers/iteration";
import { inked } from "../helpers/screen";
import { test as anew, expect } from "../helpers/test";

class Breaking {
  readonly #page: Page;
  readonly view: EquationView;

  constructor(page: Page) {
    this.#page = page;
    this.view = new EquationView(page);
  }

  async open(tensor: string): Promise<void> {
    await this.view.open(tensor);
    await this.view.mode("break").click();
    await expect(this.offers().first()).toBeVisible();
  }

  offers() {
    return this.#page.locator(".mistake-list button");
  }

  offer(kind: string, of?: string) {
    const operand = of === undefined ? "" : `[data-of="${of}"]`;
    return this.#page.locator(`button[data-mistake="${kind}"]${operand}`);
  }

  async make(kind: string, of?: string): Promise<void> {
    await this.offer(kind, of).click();
    await expect(this.offer(kind, of)).toHaveAttribute("aria-pressed", "true");
  }

  verdict(verdict?: "error" | "wrong_shape" | "wrong_values" | "harmless") {
    return this.#page.locator(verdict ? `.verdict[data-verdict="${verdict}"]` : ".verdict");
  }

  /** The result that is drawn; its shape stands above it. */
  result() {
    return this.#page.locator(".mistake-result");
  }

  /** The marked edges, by the operand's code. */
  clashes(): Promise<Record<string, string>> {
    return this.#page
      .locator(".operand[data-clash]")
      .evaluateAll((operands: HTMLElement[]) =>
        Object.fromEntries(operands.map(({ dataset }) => [dataset.code, dataset.clash])),
      );
  }

  /** The exact value of a cell of the result, when it is drawn. */
  async value(id: Id, size: Size, row: number, column: number): Promise<number> {
    const picture = this.view.picture(this.result());
    await expect.poll(() => inked(picture), SOON).toBeGreaterThan(0);
    await this.view.pointAway();
    await expect(this.view.readout()).toBeEmpty();
    return this.view.valueAt(picture, notebookNameOf(id), size, { row, column });
  }
}

for (const network of NETWORKS) {
  const { m, title } = network;
  const L = network.layers_dims.length - 1;
  const [n, n_prev] = [network.layers_dims[1] ?? 0, network.layers_dims[0] ?? 0];

  test.describe(title, () => {
    test("each equation offers its mistakes, and each says what NumPy does", async ({
      backlight,
      page,
    }) => {
      await Iteration.of(backlight, network, 2);
      const breaking = new Breaking(page);
      const [Z, A, output, losses, dAL, dZL, dA, dZ, dW, db, W, b] = kindsOf(network);
      const wanted: [string | undefined, string][] = [
        [Z, "transpose_added transpose_added transpose_added swapped star flat"],
        [A, "transpose_added wrong_operand max"],
        [output, "transpose_added wrong_operand"],
        [losses, "transpose_added dot axis0 no_mean"],
        [dAL, "transpose_added swapped flat"],
        [dZL, "dot transpose_added"],
        [dA, "transpose_dropped transpose_added swapped star"],
        [dZ, "dot transpose_added"],
        [dW, "transpose_dropped transpose_added swapped transpose_moved star no_mean"],
        [db, "axis0 no_keepdims no_axis no_mean"],
        [W, "transpose_added in_place_transpose"],
        [b, "no_keepdims in_place_no_keepdims axis0"],
      ];
      for (const [tensor = "", kinds] of wanted) {
        await breaking.open(tensor);
        const offers = await breaking.offers().evaluateAll((all: HTMLElement[]) =>
          all.map(({ dataset, innerText }) => ({
            kind: dataset.mistake,
            text: innerText.trim(),
          })),
        );
        expect(offers.map(({ kind }) => kind).join(" "), tensor).toBe(kinds);
        const texts = offers.map(({ text }) => text);
        expect(
          texts.every((text) => text.length > 3),
          `${tensor}: ${texts}`,
        ).toBe(true);
        expect(new Set(texts).size, `${tensor}: ${texts}`).toBe(texts.length);
        await breaking.offers().last().click();
        await expect(breaking.verdict(), tensor).not.toBeEmpty();
      }
    });

    test("NumPy's own words, and the edges that clash", async ({ backlight, page }) => {
      await Iteration.of(backlight, network, 1);
      const breaking = new Breaking(page);
      for (const [tensor, kind, of, message, clashes] of [
        [
          "dW1",
          "transpose_dropped",
          "X",
          `shapes (${n},${m}) and (${n_prev},${m}) not aligned: ${m} (dim 1) != ${n_prev} (dim 0)`,
          { dZ1: "columns", X: "rows" },
        ],
        [
          "Z1",
          "transpose_added",
          "b1",
          `operands could not be broadcast together with shapes (${n},${m}) (1,${n}) `,
          { "np.dot(W1, X)": "columns", "b1.T": "columns" },
        ],
        [
          "Z1",
          "flat",
          "b1",
          `operands could not be broadcast together with shapes (${n},${m}) (${n},) `,
          { "np.dot(W1, X)": "columns", b1: "columns" },
        ],
        [
          "Z1",
          "swapped",
          "",
          `shapes (${n_prev},${m}) and (${n},${n_prev}) not aligned: ${m} (dim 1) != ${n} (dim 0)`,
          { X: "columns", W1: "rows" },
        ],
        [
          "b1",
          "in_place_no_keepdims",
          "db1",
          `non-broadcastable output operand with shape (${n},1) doesn't match the broadcast shape (${n},${n})`,
          { b1: "columns", "alpha * db1": "columns" },
        ],
        [
          "dW1",
          "star",
          "",
          `operands could not be broadcast together with shapes (${n},${m}) (${m},${n_prev}) `,
          { dZ1: "columns", "X.T": "columns" },
        ],
      ] as const) {
        await breaking.open(tensor);
        await breaking.make(kind, of);
        const verdict = breaking.verdict("error");
        await expect(verdict, `${tensor}, ${kind}`).toBeVisible();
        // To the letter: toHaveText would forgive the blank at the end.
        expect(await verdict.textContent(), `${tensor}, ${kind}`).toBe(`ValueError: ${message}`);
        expect(await breaking.clashes(), `${tensor}, ${kind}`).toEqual(clashes);
        await expect(breaking.result(), `${tensor}, ${kind}`).toHaveText("no result");
      }
    });

    test("a wrong shape without an error comes with a warning and its numbers", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const breaking = new Breaking(page);
      const at = (name: Id["name"], row: number, column: number, used = false) =>
        iteration.entry({ name, layer: 1 }, row, column, used);
      const [j, i] = [n - 1, m - 2];
      const db = (row: number) => sum(m, (k) => at("dZ", row, k)) / m;
      const { alpha } = iteration;
      // b (n, 1) − α·(n,): b's entry j in row j, db's entry k in column k.
      const cases: [string, string, number[], number[], [number, number], number][] = [
        ["b1", "no_keepdims", [n, n], [n, 1], [j, 0], at("b", j, 0, true) - alpha * db(0)],
        [
          "b1",
          "axis0",
          [n, m],
          [n, 1],
          [j, i],
          at("b", j, 0, true) - (alpha / m) * sum(n, (k) => at("dZ", k, i)),
        ],
        ["db1", "axis0", [1, m], [n, 1], [0, i], sum(n, (k) => at("dZ", k, i)) / m],
        ["db1", "no_keepdims", [n], [n, 1], [0, j], db(j)],
        [
          "A1",
          "max",
          [m],
          [n, m],
          [0, i],
          Math.max(...Array.from({ length: n }, (_, k) => at("Z", k, i))),
        ],
        ["A1", "transpose_added", [m, n], [n, m], [i, j], Math.max(0, at("Z", j, i))],
        [
          "dW1",
          "transpose_moved",
          [n_prev, n],
          [n, n_prev],
          [1, j],
          sum(m, (k) => iteration.entry({ name: "A", layer: 0 }, 1, k) * at("dZ", j, k)) / m,
        ],
      ];
      const text = (shape: number[]) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
      for (const [tensor, kind, shape, expected, [row, column], wanted] of cases) {
        const what = `${tensor}, ${kind}`;
        await breaking.open(tensor);
        await breaking.make(kind);
        const warning = breaking.verdict("wrong_shape");
        await expect(warning, what).toContainText(`${text(shape)} instead of ${text(expected)}`);
        await expect(breaking.result(), what).toContainText(text(shape));
        const [rows = 1, cols = 1] = shape.length === 1 ? [1, ...shape] : shape;
        const value = await breaking.value(idOf(tensor), { rows, cols }, row, column);
        expect(value, what).toBeCloseTo(wanted, 12);
      }
    });

    test("wrong numbers of the right shape are called wrong, the same numbers harmless", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const breaking = new Breaking(page);
      await breaking.open("dW1");
      await breaking.make("no_mean");
      await expect(breaking.verdict("wrong_values")).toContainText(`(${n}, ${n_prev})`);
      const dW1: Id = { name: "dW", layer: 1 };
      const size = iteration.matrix(dW1);
      expect(await breaking.value(dW1, size, n - 1, 1)).toBeCloseTo(
        m * iteration.entry(dW1, n - 1, 1),
        12,
      );
      // W[L] has one row: its transpose is a column, with which * is np.dot.
      await breaking.open(`dA${L - 1}`);
      await breaking.make("star");
      await expect(breaking.verdict("harmless")).toBeVisible();
      const dA: Id = { name: "dA", layer: L - 1 };
      expect(await breaking.value(dA, iteration.matrix(dA), 1, 5)).toBe(iteration.entry(dA, 1, 5));
      // J: the sum of m·m losses.
      await breaking.open(`losses${L}`);
      await breaking.make("no_mean");
      await expect(breaking.verdict("wrong_values")).toContainText("()");
      const J = sum(m, (k) => iteration.entry({ name: "losses", layer: L }, 0, k));
      const losses: Id = { name: "losses", layer: L };
      expect(await breaking.value(losses, { rows: 1, cols: 1 }, 0, 0)).toBeCloseTo(J, 10);
    });

    test("a verdict of wrong numbers is never on the right ones", async ({ backlight, page }) => {
      const iteration = await Iteration.of(backlight, network);
      const breaking = new Breaking(page);
      const b: Id = { name: "b", layer: L };
      const right = iteration.entry(b, 0, 0);
      await breaking.open(`b${L}`);
      for (const kind of ["no_keepdims", "in_place_no_keepdims"]) {
        await breaking.make(kind);
        const value = await breaking.value(b, { rows: 1, cols: 1 }, 0, 0);
        expect(value, "one unit: (1, 1) − α·(1,) is the same number").toBeCloseTo(right, 13);
        await expect(breaking.verdict(), kind).toHaveAttribute("data-verdict", "harmless");
      }
    });
  });
}

test("the examples of the issue, to the letter", async ({ backlight, page }) => {
  await Iteration.of(backlight, FLOWER, 1);
  const breaking = new Breaking(page);
  await breaking.open("dW2");
  await breaking.make("transpose_dropped");
  await expect(breaking.verdict("error")).toHaveText(
    "ValueError: shapes (3,400) and (4,400) not aligned: 400 (dim 1) != 4 (dim 0)",
  );
  await breaking.open("Z2");
  await breaking.make("transpose_added", "b2");
  await expect(breaking.verdict("error")).toBeVisible();
  expect(await breaking.verdict().textContent()).toBe(
    "ValueError: operands could not be broadcast together with shapes (3,400) (1,3) ",
  );
});

test("the right equation is back when the mistake is taken back, and when another one is opened", async ({
  backlight,
  page,
}) => {
  await Iteration.of(backlight, FLOWER, 1);
  const breaking = new Breaking(page);
  const { view } = breaking;
  const isRight = async (tensor: string) => {
    await view.isOpen(tensor);
    await expect(view.result()).toHaveAttribute("data-status", "fresh");
    await expect(breaking.verdict()).toHaveCount(0);
    await expect(breaking.result()).toHaveCount(0);
    await expect(page.locator("[data-clash]")).toHaveCount(0);
  };
  await breaking.open("dW2");
  await breaking.make("transpose_dropped");
  await expect(breaking.result()).toBeVisible();
  await breaking.offer("transpose_dropped").click();
  await isRight("dW2");

  await breaking.make("star");
  await view.mode("equation").click();
  await isRight("dW2");

  await view.mode("break").click();
  await expect(breaking.offers().first()).toBeVisible();
  await expect(breaking.verdict(), "the mistake before is forgotten").toHaveCount(0);
  await breaking.make("star");
  await view.open("Z2");
  await isRight("Z2");
  await expect(view.mode("equation")).toHaveAttribute("aria-pressed", "true");
});

// In a tab of its own: what has been fetched before need not be fetched again.
anew(
  "the notebook's module is fetched with the first mistake, not before",
  async ({ backlight, page }) => {
    const fetched: string[] = [];
    page.context().on("request", (request) => fetched.push(request.url()));
    const modules = () => fetched.filter((url) => /notebook_bg[^/]*\.wasm$/.test(url)).length;
    await page.reload();
    await backlight.await();
    await backlight.step(2);
    const breaking = new Breaking(page);
    await breaking.view.open("dW2");
    await expect(breaking.view.formula().locator(".katex")).toHaveCount(1);
    expect(
      fetched.some((url) => /backlight_bg[^/]*\.wasm$/.test(url)),
      "is heard of",
    ).toBe(true);
    expect(modules()).toBe(0);
    await breaking.open("dW2");
    await breaking.make("star");
    await expect(breaking.verdict("error")).toBeVisible();
    expect(modules()).toBe(1);
  },
);

test("training goes on unchanged by a look at mistakes, at examples and at 1/m", async ({
  backlight,
  page,
}) => {
  await backlight.configure(DIGITS.configuration);
  await backlight.step(6);
  const untouched = await backlight.snapshot();
  await backlight.reset();
  await backlight.step(2);
  const breaking = new Breaking(page);
  await breaking.open("b1");
  for (const kind of ["no_keepdims", "in_place_no_keepdims", "axis0"]) {
    await breaking.make(kind);
    await expect(breaking.verdict()).toBeVisible();
    await backlight.step(1);
  }
  await breaking.view.open("dW1");
  await breaking.view.panel.locator('button[data-averaging="dZ"]').click();
  await breaking.view.mode("apart").click();
  await expect(breaking.view.panel.locator(".apart-step").first()).toBeVisible();
  await backlight.step(1);
  expect(await backlight.snapshot()).toEqual(untouched);
});

test("a mistake's numbers follow training", async ({ backlight, page }) => {
  const breaking = new Breaking(page);
  await Iteration.of(backlight, FLOWER, 1);
  await breaking.open("dW2");
  await breaking.make("no_mean");
  const iteration = await Iteration.next(backlight, FLOWER);
  const dW: Id = { name: "dW", layer: 2 };
  const size = iteration.matrix(dW);
  const wanted = 400 * iteration.entry(dW, 2, 1);
  await expect
    .poll(async () => Math.abs((await breaking.value(dW, size, 2, 1)) - wanted), SOON)
    .toBeLessThan(1e-12);
});
