import { BacklightHandle } from "../helpers/backlight";
import { test } from "../helpers/calm_test";
import { expect } from "../helpers/test";
import { expectTrainsOn, FileDialog, fixture, open } from "./files_dialog";

test.describe("backlight.open", () => {
  test("opens whatever h5py, NumPy and pandas write, entry by entry", async ({ page }) => {
    test.setTimeout(60_000);
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    expect(fixture.cases.length).toBeGreaterThan(25);
    for (const one of fixture.cases) {
      expect(await open(page, one.files, one.plan), one.name).toEqual({ error: null });
      await test.step(one.name, () => expectTrainsOn(backlight, one));
    }
  });

  test("resolves to the state, and the page shows it", async ({ page }) => {
    await page.goto("./");
    await BacklightHandle.of(page);
    const state = await page.evaluate(async () => {
      const blob = new Blob(["a,b,y\n1,2,no\n3,4,yes\n5,7,no\n"]);
      return window.backlight?.open(Object.assign(blob, { name: "small.csv" }), {
        scaling: "standardise",
      });
    });
    expect(state).toMatchObject({ layers_dims: [2, 4, 3, 1], iteration: 0, playing: false });
    expect(state?.dataset).toMatchObject({ name: "opened", title: "small.csv" });
    await expect(page.locator('.card[data-tensor="A0"] .shape')).toHaveText("(2, 3)");
    await expect(page.getByRole("combobox", { name: "Data" }).locator("option:checked")).toHaveText(
      "small.csv",
    );
  });

  test("refuses bad files and bad plans in words, and changes nothing", async ({ page }) => {
    test.setTimeout(60_000);
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    expect(await open(page, ["iris.csv"])).toEqual({ error: null });
    await backlight.step(3);
    const before = [await backlight.state(), await backlight.snapshot()];
    const bad = [
      ...fixture.bad_files.map(({ file }) => ({ files: [file], plan: {} })),
      ...fixture.bad_plans,
    ];
    for (const { files, plan } of bad) {
      const { error } = await open(page, files, plan);
      expect(error, JSON.stringify([files, plan])).toMatch(/expected .* got /s);
    }
    expect([await backlight.state(), await backlight.snapshot()]).toEqual(before);
    // The one before is still there, and training goes on from where it was.
    await backlight.step(1);
    expect((await backlight.state()).iteration).toBe(4);
  });

  test("refuses what is no file, and what is no plan", async ({ page }) => {
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    const before = [await backlight.state(), await backlight.snapshot()];
    for (const [call, message] of [
      ["(b) => b.open()", /files: expected a File.*got undefined/],
      ["(b) => b.open('iris.csv')", /got "iris.csv"/],
      ["(b) => b.open([])", /at least one file/],
      ["(b) => b.open(new Blob(['a,b']))", /a Blob without a name/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), 5)", /options: expected an object/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), null)", /got null/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), { scale: 1 })", /scale/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), { scaling: 'log' })", /log/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), { first: -1 })", /-1/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), { X: 'x' })", /x/],
      ["(b) => b.open(new File(['x,y\\n1,0\\n2,1'], 'a.csv'), { X: () => 1 })", /expected/],
    ] as const) {
      const refusal = await page.evaluate(`(${call})(window.backlight).then(
        () => null,
        (error) => ({ isError: error instanceof Error, message: String(error.message) }),
      )`);
      expect(refusal, call).toEqual({ isError: true, message: expect.stringMatching(message) });
    }
    expect([await backlight.state(), await backlight.snapshot()]).toEqual(before);
  });

  test("takes the place of what is looked at in the dialog", async ({ page }) => {
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    const dialog = new FileDialog(page);
    await dialog.choose("three.npy");
    const one = fixture.cases.find(({ name }) => name === "iris.csv");
    if (!one) throw new Error("no iris.csv in files.json");
    expect(await open(page, one.files)).toEqual({ error: null });
    await expect(dialog.root).toHaveCount(0);
    await expectTrainsOn(backlight, one);
  });

  test("two calls at once follow one another", async ({ page }) => {
    await page.goto("./");
    const backlight = await BacklightHandle.of(page);
    await page.evaluate(() => {
      const file = (name: string) => new File(["x,y\n1,0\n2,1\n4,1"], name);
      return Promise.all(["a.csv", "b.csv"].map((name) => window.backlight?.open(file(name))));
    });
    expect((await backlight.state()).dataset).toMatchObject({ title: "b.csv" });
    await expect(page.locator('.card[data-tensor="A0"] .shape')).toHaveText("(1, 3)");
  });
});
