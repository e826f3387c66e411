import type { Page } from "@playwright/test";
import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import { type Id, Iteration, idOf, NETWORKS, notebookNameOf } from "../helpers/iteration";
import { expect } from "../helpers/test";
import { written } from "../helpers/text";

/** Of what each card's badge says that it is a derivative; cards without one are left out. */
function badges(page: Page): Promise<Record<string, string>> {
  return page.locator(".card").evaluateAll((cards) =>
    Object.fromEntries(
      cards.flatMap((card) => {
        const badge = card.querySelector<HTMLElement>(".badge");
        return badge
          ? [[card.getAttribute("data-tensor"), `${badge.textContent} ${badge.dataset.derivative}`]]
          : [];
      }),
    ),
  );
}

for (const network of NETWORKS) {
  const { m, title } = network;
  const L = network.layers_dims.length - 1;

  test.describe(title, () => {
    test("1/m in dZ leaves dW and db, and makes dZ and dA smaller by m; and back again", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      const place = (averaging: "dW" | "dZ") =>
        view.panel.locator(`button[data-averaging="${averaging}"]`);
      const tensors = ["dW1", `db${L}`, `dZ${L}`, `dA${L}`, "dA1"];
      for (const [averaging, divisor] of [
        ["dZ", m],
        ["dW", 1],
      ] as const) {
        for (const tensor of tensors) {
          const id = idOf(tensor);
          const shrinks = tensor.startsWith("dZ") || tensor.startsWith("dA");
          const by = shrinks ? divisor : 1;
          await view.open(tensor);
          await place(averaging).click();
          await expect(place(averaging)).toHaveAttribute("aria-pressed", "true");
          const { cols, data, rows } = iteration.matrix(id);
          // An entry that is not zero by ReLU.
          const largest = data.reduce(
            (k, x, i) => (Math.abs(x) > Math.abs(data[k] ?? 0) ? i : k),
            0,
          );
          const cell = { row: Math.floor(largest / cols), column: largest % cols };
          const wanted = (data[largest] ?? 0) / by;
          const what = `${tensor}, 1/m in ${averaging}`;
          await view.pointAway();
          const picture = view.picture(view.result());
          await view.pointAt(picture, { rows, cols }, cell);
          await expect
            .poll(async () => (await view.traced()).total, { ...SOON, message: what })
            .toBe(written(wanted, 6));
          const value = await view.reads(notebookNameOf(id), cell);
          expect(Math.abs(value / wanted - 1), what).toBeLessThan(1e-12);
        }
      }
    });

    test("badges, formulas and the line of shapes say where 1/m stands", async ({
      backlight,
      page,
    }) => {
      await Iteration.of(backlight, network, 1);
      const view = new EquationView(page);
      const layers = Array.from({ length: L }, (_, index) => index + 1);
      const all = (of: Record<string, string>) =>
        Object.fromEntries(
          layers.flatMap((l) => Object.entries(of).map(([name, text]) => [`${name}${l}`, text])),
        );
      const inGradients = all({
        dW: "∂J averaged",
        db: "∂J averaged",
        dZ: "∂L perExample",
        dA: "∂L perExample",
      });
      const inOutput = all({
        dW: "∂J summed",
        db: "∂J summed",
        dZ: "∂J averaged",
        dA: "∂J averaged",
      });
      const long = view.panel.locator("h2 .badge");
      const mean = "\\frac{1}{m}";
      expect(await badges(page)).toEqual(inGradients);
      for (const [averaging, short, ofDW, ofDZ] of [
        ["dZ", inOutput, "∂J, summed: dZ is averaged already", "∂J, averaged"],
        ["dW", inGradients, "∂J, averaged", "∂L, per example"],
      ] as const) {
        const inDW = averaging === "dW";
        await view.open(`dW${L}`);
        await view.panel.locator(`button[data-averaging="${averaging}"]`).click();
        await expect(long).toHaveText(ofDW);
        expect(await badges(page)).toEqual(short);
        const formula = async () => (await view.formula().getAttribute("data-tex")) ?? "";
        expect((await formula()).includes(mean), "dW").toBe(inDW);
        expect((await view.shapes().innerText()).includes("1/m"), "shapes").toBe(inDW);
        await view.open(`db${L}`);
        expect((await formula()).includes(mean), "db").toBe(inDW);
        await view.open(`dA${L}`);
        expect((await formula()).includes(mean), `dA[${L}]`).toBe(!inDW);
        await view.open(`dZ${L}`);
        await expect(long).toHaveText(ofDZ);
        await expect(view.panel.locator(".averaging .hint")).toContainText("Both are right");
      }
    });

    test("with 1/m in dZ, taking dW apart ends with the sum", async ({ backlight, page }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      const id: Id = { name: "dW", layer: L };
      await view.open(`dW${L}`);
      await view.panel.locator('button[data-averaging="dZ"]').click();
      await view.mode("apart").click();
      const slider = view.panel.getByRole("slider");
      await expect(slider).toHaveAttribute("max", `${m}`);
      await slider.fill(`${m}`);
      const size = iteration.matrix(id);
      const cell = { row: 0, column: size.cols - 1 };
      const picture = view.picture(view.panel.locator('.apart-step[data-step="end"]'));
      const wanted = iteration.entry(id, 0, cell.column);
      const value = await view.valueAt(picture, `dW${L}`, size, cell);
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));
    });
  });
}
