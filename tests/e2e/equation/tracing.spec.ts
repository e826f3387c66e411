import { test } from "../helpers/calm_test";
import { type Cell, EquationView, SOON } from "../helpers/equation";
import {
  DIGITS,
  FLOWER,
  type Id,
  Iteration,
  idOf,
  kindsOf,
  NETWORKS,
  notebookNameOf,
  type Operand,
  operandsOf,
  resultsOf,
} from "../helpers/iteration";
import { test as anew, expect } from "../helpers/test";
import { written } from "../helpers/text";

const DIGITS_SHOWN = 6;

/** A row, a column or a cell of a matrix as it is stored. */
const light = (row: number | "all", column: number | "all") => `${row}, ${column}`;

/** What lights up in each part when a cell of the result is pointed at. */
function lightsOfResult(id: Id, L: number, { row, column }: Cell): Record<string, string> {
  const lights: Record<string, string> = { result: light(row, column) };
  for (const { role, index, transposed } of operandsOf(id, L)) {
    if (role === "left") lights.left = transposed ? light("all", row) : light(row, "all");
    if (role === "above") lights.above = transposed ? light(column, "all") : light("all", column);
    if (role === "added")
      Object.assign(lights, { added: light(row, 0), ghosts: light(row, "all") });
    if (role === "operand")
      lights[`operand ${index}`] = id.name === "db" ? light(row, "all") : light(row, column);
  }
  return lights;
}

/** What lights up in the result when a cell of an operand, as it is stored, is pointed at. */
function resultsOfOperand(id: Id, { role, transposed }: Operand, { row, column }: Cell): string {
  const [j, i] = transposed ? [column, row] : [row, column];
  if (role === "above") return light("all", i);
  if (role === "left" || role === "added") return light(j, "all");
  return id.name === "db" ? light(j, 0) : light(j, i);
}

/** A cell that is neither at the edge nor the same in row and column, where there is one. */
function innerCell({ rows, cols }: { rows: number; cols: number }): Cell {
  return { row: Math.floor(rows / 2), column: Math.floor((2 * cols) / 3) };
}

function lastCell({ rows, cols }: { rows: number; cols: number }): Cell {
  return { row: rows - 1, column: cols - 1 };
}

for (const network of NETWORKS) {
  const L = network.layers_dims.length - 1;

  test.describe(network.title, () => {
    test("pointing at a cell of any result writes its value out and lights where it comes from", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      for (const tensor of resultsOf(network)) {
        const id = idOf(tensor);
        const matrix = iteration.matrix(id);
        await view.open(tensor);
        const picture = view.picture(view.result());
        const cells = kindsOf(network).includes(tensor) ? [innerCell(matrix)] : [];
        for (const cell of [...cells, lastCell(matrix)]) {
          const { row, column } = cell;
          const name = `${notebookNameOf(id)}[${row}, ${column}]`;
          await view.pointAt(picture, matrix, cell);
          const value = iteration.entry(id, row, column);
          await expect
            .poll(() => view.traced(), { ...SOON, message: name })
            .toEqual({
              cell: name,
              total: written(value, DIGITS_SHOWN),
              lights: lightsOfResult(id, L, cell),
            });
          expect(await view.reads(notebookNameOf(id), cell), `${name}, read out`).toBe(value);
          const worked = iteration.worked(id, row, column);
          expect(written(worked, DIGITS_SHOWN), `${name}, worked out by the test`).toBe(
            written(value, DIGITS_SHOWN),
          );
        }
      }
    });

    test("pointing at a cell of an operand lights the results that it takes part in", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      for (const tensor of kindsOf(network)) {
        const id = idOf(tensor);
        await view.open(tensor);
        for (const operand of operandsOf(id, L)) {
          const { index, role, slope, transposed } = operand;
          const { rows, cols } = iteration.matrix(operand, operand.used);
          const cell = innerCell({ rows, cols });
          const size = transposed ? { rows: cols, cols: rows } : { rows, cols };
          const shown = transposed ? { row: cell.column, column: cell.row } : cell;
          const name = `${tensor}: ${notebookNameOf(operand)}[${cell.row}, ${cell.column}]`;
          await view.pointAt(view.picture(view.operand(operand)), size, shown);
          const results = resultsOfOperand(id, operand, cell);
          const own = role === "operand" ? `${role} ${index}` : role;
          const sameEntry = role === "operand" && id.name !== "db";
          const [row, column] = results.split(", ");
          const others = sameEntry
            ? lightsOfResult(id, L, { row: Number(row), column: Number(column) })
            : { result: results, [own]: light(cell.row, cell.column) };
          const ghosts = role === "added" ? { ghosts: light(cell.row, "all") } : {};
          await expect
            .poll(async () => (await view.traced()).lights, { ...SOON, message: name })
            .toEqual({ ...others, ...ghosts });
          if (sameEntry) {
            const value = iteration.entry(id, Number(row), Number(column));
            await expect(view.total(), name).toHaveText(written(value, DIGITS_SHOWN));
          } else {
            const part = `[${cell.row}, ${cell.column}] takes part in`;
            await expect(view.trace(), name).toContainText(part);
            await expect(view.trace(), name).toContainText(notebookNameOf(operand));
            await expect(view.total(), name).toHaveCount(0);
          }
          if (!slope) {
            const exact = iteration.entry(operand, cell.row, cell.column, operand.used);
            expect(await view.reads(notebookNameOf(operand), cell), name).toBe(exact);
          }
        }
      }
    });

    test("a sum is written out with its first terms, the count of the rest, and its factor", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      const [j, i] = [0, 1];
      const text = (value: number) => {
        const short = written(value, 3);
        return short.startsWith("−") ? `(${short})` : short;
      };
      for (const tensor of [`Z${L}`, "Z1", "dW1", "db1", `dA${L - 1}`]) {
        const id = idOf(tensor);
        const [first, second] = operandsOf(id, L);
        const column = tensor === "db1" ? 0 : i;
        await view.open(tensor);
        await view.pointAt(view.picture(view.result()), iteration.matrix(id), { row: j, column });
        const term = (k: number) => {
          const of = (operand: Operand | undefined, taken: Cell) => {
            if (!operand) throw new Error("no such operand");
            const [row, column] = operand.transposed
              ? [taken.column, taken.row]
              : [taken.row, taken.column];
            return iteration.entry(operand, row, column, operand.used);
          };
          const left = of(first, { row: j, column: k });
          if (tensor === "db1") return k === 0 ? written(left, 3) : text(left);
          return `${text(left)} · ${text(of(second, { row: k, column }))}`;
        };
        const { rows, cols } = iteration.matrix(first ?? id, first?.used);
        const count = first?.transposed ? rows : cols;
        const terms = Array.from({ length: Math.min(4, count) }, (_, k) => term(k));
        if (count > 4) terms.push(`… and ${count - 4} more`);
        const sum = terms.join(" + ");
        const value = iteration.entry(id, j, column);
        const over =
          tensor.startsWith("dW") || tensor.startsWith("db") ? `1/${iteration.m} · ` : "";
        const whole = over
          ? `${over}(${sum}) = ${over}`
          : tensor.startsWith("Z")
            ? `${sum} + ${text(iteration.entry({ name: "b", layer: id.layer }, j, 0, true))} [b] = `
            : `${sum} = `;
        await expect(view.working(), tensor).toContainText(whole);
        await expect(view.working()).toContainText(`= ${written(value, DIGITS_SHOWN)}`);
      }
    });
  });
}

test("element-wise equations have the numbers in the formula", async ({ backlight, page }) => {
  const iteration = await Iteration.of(backlight, FLOWER);
  const view = new EquationView(page);
  const cell = { row: 0, column: 7 };
  const number = (name: Id["name"], layer: number, digits = 4, used = false) =>
    written(iteration.entry({ name, layer }, 0, 7, used), digits);
  const [y, a] = [number("Y", 3, 3), number("A", 3)];
  const survivor = y === "1.00" ? `−1/${a}` : `1/(1 − ${a})`;
  for (const [tensor, working] of [
    ["A1", `max(0, ${number("Z", 1)})`],
    ["A3", `σ(${number("Z", 3)}) = 1 / (1 + e^`],
    ["losses3", `−(${y} · log ${a} + (1 − ${y}) · log(1 − ${a}))`],
    ["dA3", `−(${y}/${a} − (1 − ${y})/(1 − ${a})) = ${survivor}`],
    ["dZ1", `${number("dA", 1)} · ${written(iteration.slope(1, 0, 7), 4)}`],
    ["dZ3", ` = (a − y) = (${a} − ${y})`],
  ] as const) {
    const id = idOf(tensor);
    await view.open(tensor);
    await view.pointAt(view.picture(view.result()), iteration.matrix(id), cell);
    await expect(view.working(), tensor).toContainText(`${notebookNameOf(id)}[0, 7] = `);
    await expect(view.working(), tensor).toContainText(working);
  }
});

test("the arrow keys walk through the result, and Escape ends it", async ({ backlight, page }) => {
  const iteration = await Iteration.of(backlight, DIGITS);
  const view = new EquationView(page);
  await view.open("dW1");
  await view.traceable().focus();
  for (const [key, row, column] of [
    ["ArrowRight", 0, 0],
    ["ArrowRight", 0, 1],
    ["ArrowDown", 1, 1],
    ["Shift+ArrowRight", 1, 11],
    ["ArrowLeft", 1, 10],
    ["ArrowUp", 0, 10],
    ["ArrowUp", 0, 10],
  ] as const) {
    await page.keyboard.press(key);
    const id = idOf("dW1");
    await expect
      .poll(() => view.traced(), { ...SOON, message: key })
      .toEqual({
        cell: `dW1[${row}, ${column}]`,
        total: written(iteration.entry(id, row, column), DIGITS_SHOWN),
        lights: lightsOfResult(id, 2, { row, column }),
      });
  }
  await page.keyboard.press("Escape");
  await expect(view.lit()).toHaveCount(0);
  await expect(view.total()).toHaveCount(0);
});

test("a click pins a cell, and another click or Escape lets it go", async ({ backlight, page }) => {
  const iteration = await Iteration.of(backlight, FLOWER);
  const view = new EquationView(page);
  await view.open("dW2");
  const cell = { row: 1, column: 2 };
  const { x, y } = await view.middle(
    view.picture(view.result()),
    iteration.matrix(idOf("dW2")),
    cell,
  );
  const total = written(iteration.entry(idOf("dW2"), 1, 2), DIGITS_SHOWN);
  for (const letGo of ["Escape", "click"]) {
    await page.mouse.click(x, y);
    await expect(view.traceable()).toHaveAttribute("data-pinned", "true");
    await view.pointAway();
    await expect(view.readout()).toBeEmpty();
    await expect(view.total()).toHaveText(total);
    expect((await view.traced()).lights).toEqual(lightsOfResult(idOf("dW2"), 3, cell));
    if (letGo === "Escape") await page.keyboard.press("Escape");
    else await page.mouse.click(x, y);
    await view.pointAway();
    await expect(view.traceable()).toHaveAttribute("data-pinned", "false");
    await expect(view.lit()).toHaveCount(0);
    await expect(view.total()).toHaveCount(0);
  }
});

test("pointing at a card lights it in the equation that it takes part in", async ({
  backlight,
  page,
  ui,
}) => {
  const iteration = await Iteration.of(backlight, FLOWER);
  const view = new EquationView(page);
  await view.open("dW2");
  await view.pointAt(ui.canvas("dZ2"), iteration.matrix(idOf("dZ2")), { row: 1, column: 30 });
  await expect
    .poll(async () => (await view.traced()).lights, SOON)
    .toEqual({ result: "1, all", left: "1, 30" });
});

anew.describe("touch", () => {
  anew.use({ hasTouch: true });

  anew("a finger traces a cell, which stays when it is lifted", async ({ backlight, page }) => {
    const iteration = await Iteration.of(backlight, FLOWER);
    const view = new EquationView(page);
    const id = idOf("dW2");
    await view.open("dW2");
    for (const cell of [
      { row: 2, column: 1 },
      { row: 0, column: 3 },
    ]) {
      const picture = view.picture(view.result());
      const { x, y } = await view.middle(picture, iteration.matrix(id), cell);
      await page.touchscreen.tap(x, y);
      await expect
        .poll(() => view.traced(), SOON)
        .toEqual({
          cell: `dW2[${cell.row}, ${cell.column}]`,
          total: written(iteration.entry(id, cell.row, cell.column), DIGITS_SHOWN),
          lights: lightsOfResult(id, 3, cell),
        });
    }
  });
});
