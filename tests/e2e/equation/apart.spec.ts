import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import { FLOWER, type Id, Iteration, NETWORKS, sum } from "../helpers/iteration";
import { inked } from "../helpers/screen";
import { expect } from "../helpers/test";

for (const network of NETWORKS) {
  const { m, title } = network;

  test(`dW taken apart: each example's outer product, the running sum, and dW at the end, on ${title}`, async ({
    backlight,
    page,
  }) => {
    const iteration = await Iteration.of(backlight, network);
    const view = new EquationView(page);
    const l = iteration.L - 1;
    const dW: Id = { name: "dW", layer: l };
    const { rows, cols } = iteration.matrix(dW);
    // The row in which most happens: ReLU leaves rows of zeros.
    const magnitude = (j: number) =>
      sum(m, (i) => Math.abs(iteration.entry({ name: "dZ", layer: l }, j, i)));
    const all = Array.from({ length: rows }, (_, j) => j);
    const row = all.reduce((best, j) => (magnitude(j) > magnitude(best) ? j : best));
    const cell = { row, column: Math.floor(cols / 2) };
    const term = (i: number) =>
      iteration.entry({ name: "dZ", layer: l }, row, i) *
        iteration.entry({ name: "A", layer: l - 1 }, cell.column, i) +
      0; // the page writes no −0

    await view.open(`dW${l}`);
    await view.mode("apart").click();
    const slider = view.panel.getByRole("slider");
    await expect(slider).toHaveAttribute("max", `${m + 1}`);
    const step = (name: "outer" | "sum" | "end") =>
      view.panel.locator(`.apart-step[data-step="${name}"]`);
    const value = async (name: "outer" | "sum" | "end", called: string) => {
      const picture = view.picture(step(name));
      await expect.poll(() => inked(picture), SOON).toBe(rows * cols);
      await view.pointAway(); // the other matrices have cells of the same name
      await expect(view.readout()).toBeEmpty();
      return view.valueAt(picture, called, { rows, cols }, cell);
    };

    for (const examples of [1, 2, Math.floor(m / 2), m]) {
      await slider.fill(`${examples}`);
      await expect(step("outer")).toContainText(`example ${examples - 1}`);
      await expect(step("sum")).toContainText(`sum of ${examples}`);
      expect(await value("outer", `dz·aᵀ(${examples - 1})`), `example ${examples - 1}`).toBe(
        term(examples - 1),
      );
      const added = sum(examples, term);
      expect(await value("sum", `Σ${examples} dz·aᵀ`), `sum of ${examples}`).toBeCloseTo(added, 12);
      await expect(step("end")).toHaveCount(0);
    }
    await slider.fill(`${m + 1}`);
    const whole = await value("sum", `Σ${m} dz·aᵀ`);
    expect(await value("end", `dW${l}`), "exactly dW").toBe(iteration.entry(dW, row, cell.column));
    expect(whole / m, "the sum divided by m").toBe(iteration.entry(dW, row, cell.column));
    await expect(view.panel.locator(".apart-slider")).toContainText(`divided by ${m}`);
  });
}

test("the arrow keys add and take away one example", async ({ backlight, page }) => {
  const iteration = await Iteration.of(backlight, FLOWER);
  const view = new EquationView(page);
  await view.open("dW2");
  await view.mode("apart").click();
  const slider = view.panel.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(view.panel.locator(".apart-slider")).toContainText("3 of 400 examples added");
  await page.keyboard.press("ArrowLeft");
  await expect(view.panel.locator(".apart-slider")).toContainText("2 of 400 examples added");
  await page.keyboard.press("End");
  await expect(view.panel.locator(".apart-end")).toHaveAttribute("data-reached", "true");
  expect(iteration.m).toBe(400);
});
