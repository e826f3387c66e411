import { expect, test } from "./helpers/test";

test("of two data sets asked for at once the last one is there in the end", async ({
  backlight: _,
  page,
}) => {
  const { dataset, iteration } = await page.evaluate(async () => {
    const { backlight } = window;
    if (!backlight) throw new Error("no backlight");
    // The digits have to be fetched first; the flower and the steps wait for them.
    const asked = [
      backlight.configure({ dataset: { name: "digits" } }),
      backlight.configure({ dataset: { name: "flower" } }),
      backlight.step(3),
    ];
    await Promise.all(asked);
    return backlight.state();
  });
  expect(dataset.name).toBe("flower");
  expect(iteration).toBe(3);
});

test("a refused number goes when the value changes from elsewhere", async ({
  backlight: _,
  page,
}) => {
  const field = page.locator('input.number[aria-label="Units of layer 1"]');
  await field.fill("99999");
  await field.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.evaluate(() => window.backlight?.configure({ layers_dims: [2, 5, 3, 1] }));
  await expect(field).toHaveValue("5");
  await expect(field).toHaveAttribute("aria-invalid", "false");
});

test("frozen before training, b still takes on colour", async ({ backlight: _, page }) => {
  await page.getByRole("checkbox", { name: "Freeze colours" }).check();
  await page.evaluate(() => window.backlight?.step(300));
  const range = page.locator('[data-tensor="b1"] .range');
  await expect(range).toHaveText(/^±0\.\d*[1-9]/);
});
