import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import { Iteration, idOf, NETWORKS } from "../helpers/iteration";
import { inked } from "../helpers/screen";
import { expect } from "../helpers/test";

for (const network of NETWORKS) {
  const L = network.layers_dims.length - 1;
  const copies = network.m - 1;

  test.describe(network.title, () => {
    test("b is one solid column and its ghosts, which fold", async ({ backlight, page }) => {
      const iteration = await Iteration.of(backlight, network, 2);
      const view = new EquationView(page);
      await view.open("Z1");
      const b = view.operand({ role: "added" });
      const ghosts = view.panel.locator(".ghosts");
      await expect(ghosts).toHaveAttribute("data-copies", `${copies}`);
      await expect.poll(() => inked(ghosts.locator("canvas")), SOON).toBe(network.layers_dims[1]);
      const cell = { row: 1, column: 0 };
      const size = iteration.matrix({ name: "b", layer: 1 });
      expect(await view.valueAt(view.picture(b), "b1", size, cell)).toBe(
        iteration.entry({ name: "b", layer: 1 }, 1, 0, true),
      );

      const boxes = async () => [await b.boundingBox(), await ghosts.boundingBox()];
      const [solid, ghost] = await boxes();
      const wide = (await view.result().locator(".heatmap").boundingBox())?.width ?? 0;
      expect(ghost?.x, "beside the solid column").toBeGreaterThan(solid?.x ?? 0);
      expect((solid?.width ?? 0) + (ghost?.width ?? 0), "as wide as Z").toBeGreaterThan(wide - 4);

      await view.panel.getByRole("button", { name: "Fold the copies" }).click();
      await expect(ghosts).toHaveCount(0);
      await expect(b, "the column stays").toBeVisible();
      const show = view.panel.getByRole("button", { name: `Show the copies (${copies})` });
      await expect(show).toHaveAttribute("aria-expanded", "false");
      await show.click();
      await expect(ghosts).toHaveCount(1);
      await expect.poll(() => inked(ghosts.locator("canvas")), SOON).toBe(network.layers_dims[1]);
      await expect(view.panel.locator(".note")).toContainText(`${copies} copies`);
    });

    test("db adds the m columns of dZ, the reverse", async ({ backlight, page }) => {
      const iteration = await Iteration.of(backlight, network, 2);
      const view = new EquationView(page);
      await view.open(`db${L - 1}`);
      await expect(view.panel.locator(".note")).toContainText(`used ${network.m} times`);
      await expect(view.panel.locator(".ghosts")).toHaveCount(0);
      const id = idOf(`db${L - 1}`);
      const size = iteration.matrix(id);
      const value = await view.valueAt(view.picture(view.result()), `db${L - 1}`, size, {
        row: 0,
        column: 0,
      });
      const dZ = iteration.matrix({ name: "dZ", layer: L - 1 });
      const row = dZ.data.slice(0, network.m);
      const mean = row.reduce((sum, entry) => sum + entry, 0) / network.m;
      expect(value).toBeCloseTo(mean, 12);
      expect((await view.traced()).lights).toEqual({
        result: "0, 0",
        "operand 0": "0, all",
      });
    });
  });
}
