import { join } from "node:path";
import { expect, test } from "../helpers/test";
import {
  bytesOf,
  caseOf,
  expectTrainsOn,
  FileDialog,
  fixture,
  given,
  happen,
} from "./files_dialog";

/** The course's two files, in their real size and layout. */
const COURSE = process.env.COURSE_FILES ?? "target/course-files";
const COURSE_FILES = ["train_images.h5", "test_images.h5"];

test.describe("files come in", () => {
  test("by the button: the page trains on them, and the hidden layers stay", async ({
    backlight,
    page,
    ui,
  }) => {
    await backlight.configure({ layers_dims: [2, 5, 3, 1] });
    const dialog = new FileDialog(page);
    await dialog.choose(...COURSE_FILES);
    await expect(dialog.problems()).toHaveCount(0);
    await dialog.train();
    const course = caseOf("the course's two files");
    await expectTrainsOn(backlight, course);
    expect((await backlight.state()).layers_dims).toEqual([course.X.length, 5, 3, 1]);
    await expect(ui.select("Data").locator("option:checked")).toContainText("train_images.h5");
    await ui.press("One iteration");
    await expect(ui.fact("iteration")).toHaveText("1");
  });

  test("by drag and drop, with a drop target while they are dragged", async ({
    backlight,
    page,
  }) => {
    const files = COURSE_FILES.map(given);
    const target = page.locator(".drop-target");
    await expect(target).toBeHidden();
    const over = page.locator(".layers");
    await happen(over, "dragenter", { files });
    await expect(target).toBeVisible();
    await happen(page.locator("html"), "dragleave", { files });
    await expect(target).toBeHidden();
    await happen(over, "dragover", { files });
    await expect(target).toBeVisible();
    await happen(over, "drop", { files });
    await expect(target).toBeHidden();
    const dialog = new FileDialog(page);
    await dialog.isRead();
    await dialog.train();
    await expectTrainsOn(backlight, caseOf("the course's two files"));
  });

  test("one after the other, in the dialog", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("X.npy");
    await expect(dialog.problem("Y")).toContainText("Nothing here looks like labels");
    await expect(dialog.accept()).toBeDisabled();
    await happen(dialog.root, "drop", { files: [given("Y.npy")] });
    await expect(dialog.card("Y.npy")).toBeVisible();
    await dialog.isRead();
    await dialog.train();
    await expectTrainsOn(backlight, caseOf("two .npy files"));
  });

  for (const event of ["drop", "paste"] as const) {
    test(`as the text of a table: ${event}`, async ({ backlight, page }) => {
      await backlight.state();
      await happen(page.locator("body"), event, { text: bytesOf("iris.tsv").toString() });
      const dialog = new FileDialog(page);
      await dialog.isRead();
      await expect(dialog.card("pasted.csv")).toBeVisible();
      await dialog.train();
      await expectTrainsOn(backlight, caseOf("iris.tsv"));
    });
  }

  test("as files that are pasted", async ({ backlight, page }) => {
    await backlight.state();
    await happen(page.locator("body"), "paste", { files: [given("notebook.npz")] });
    const dialog = new FileDialog(page);
    await dialog.isRead();
    await dialog.train();
    await expectTrainsOn(backlight, caseOf("np.savez_compressed as a notebook keeps it"));
  });

  test("as cells of a spreadsheet, not as the picture of them", async ({ backlight, page }) => {
    await backlight.state();
    const files = [{ name: "image.png", type: "image/png", bytes: Buffer.from("picture") }];
    await happen(page.locator("body"), "paste", { files, text: "a\tb\n1\t0\n2\t1\n" });
    await expect(new FileDialog(page).card("pasted.csv")).toBeVisible();
  });
});

test.describe("what is left alone", () => {
  test("pastes into a text field, and texts that are no table", async ({ backlight, page, ui }) => {
    await backlight.state();
    const text = bytesOf("iris.csv").toString();
    await happen(ui.field("seed"), "paste", { text });
    await happen(page.locator("body"), "paste", { text: "[[1, 2],\n [3, 4]]" });
    await happen(page.locator("body"), "paste", { text: "a word" });
    await page.locator('[data-action="why"]').click();
    await expect(page.locator("dialog.why")).toBeVisible();
    await happen(page.locator("body"), "paste", { text });
    await page.keyboard.press("Escape");
    await happen(ui.field("seed"), "drop", { text });
    await expect(new FileDialog(page).root).toHaveCount(0);
  });

  test("what has its own place to be dropped on", async ({ backlight, page }) => {
    await backlight.state();
    await page.locator(".operations").evaluate((element) => {
      element.setAttribute("data-own-drop", "");
    });
    const files = [given("X.npy")];
    await happen(page.locator(".operations"), "dragover", { files });
    await expect(page.locator(".drop-target")).toBeHidden();
    await happen(page.locator(".operations"), "drop", { files });
    await expect(new FileDialog(page).root).toHaveCount(0);
  });
});

test("the course's files in their real size need no change at all", async ({
  backlight,
  page,
  ui,
}) => {
  test.setTimeout(60_000);
  const dialog = new FileDialog(page);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: "Open…" }).click();
  await (await choosing).setFiles(COURSE_FILES.map((name) => join(COURSE, name)));
  await dialog.isRead();
  for (const text of [
    "X(12288, 209)train_set_x.reshape(209, -1).T / 255",
    "test X(12288, 50)test_set_x.reshape(50, -1).T / 255",
    "layers_dims becomes [12288, 4, 3, 1]",
  ]) {
    await expect(dialog.preview()).toContainText(text);
  }
  const [zero, one] = await dialog.preview().locator(".preview-class").allInnerTexts();
  expect(zero).toMatch(/^0 = non-cat: \d+$/);
  expect(one).toMatch(/^1 = cat: \d+$/);
  const [zeros, ones] = [zero, one].map((text) => Number(text?.split(": ")[1]));
  expect((zeros ?? 0) + (ones ?? 0)).toBe(209);
  await expect(dialog.root.locator(".files-memory")).toHaveText(/needs about \d\d MB/);
  await expect(dialog.root.locator(".thumbnails")).toHaveCount(2);

  await dialog.train();
  await expect(ui.shape("A0")).toHaveText("(12288, 209)");
  await expect(ui.shape("W1")).toHaveText("(4, 12288)");
  const range = await page.evaluate(async () => {
    const X = await window.backlight?.matrix("A", 0);
    return [X?.data.reduce((a, b) => Math.min(a, b)), X?.data.reduce((a, b) => Math.max(a, b))];
  });
  expect(range).toEqual([0, 1]);
  const labels = await backlight.labels();
  expect(labels.filter((y) => y === 1)).toHaveLength(ones ?? Number.NaN);
  await ui.press("One iteration");
  await expect(ui.fact("iteration")).toHaveText("1");
});

test.describe("nobody is forced", () => {
  for (const [how, leave] of [
    ["Cancel", (dialog: FileDialog) => dialog.cancel()],
    ["Escape", (dialog: FileDialog) => dialog.page.keyboard.press("Escape")],
    ["the cross", (dialog: FileDialog) => dialog.root.getByLabel("Close").click()],
  ] as const) {
    test(`${how} leaves everything as it was`, async ({ backlight, page, ui }) => {
      await backlight.step(5);
      const before = [await backlight.state(), await backlight.snapshot()];
      const dialog = new FileDialog(page);
      await dialog.choose("iris.csv");
      await leave(dialog);
      await expect(dialog.root).toHaveCount(0);
      expect([await backlight.state(), await backlight.snapshot()]).toEqual(before);
      await expect(ui.select("Data").locator("option")).toHaveCount(9);
      await expect(page.getByRole("banner").locator('[data-action="open"]')).toBeFocused();
      // And it begins anew.
      await dialog.choose("Y.npy");
      await expect(dialog.card("iris.csv")).toHaveCount(0);
    });
  }

  test("training goes on behind the dialog", async ({ backlight, page, ui }) => {
    await backlight.state();
    await ui.press("Play");
    const dialog = new FileDialog(page);
    await dialog.choose("iris.csv");
    const { iteration } = await backlight.state();
    await expect.poll(async () => (await backlight.state()).iteration).toBeGreaterThan(iteration);
    await dialog.cancel();
    expect((await backlight.state()).playing).toBe(true);
  });
});

test("opened data can be left and chosen again", async ({ backlight, page, ui }) => {
  const dialog = new FileDialog(page);
  await dialog.choose("iris.csv");
  await dialog.train();
  await expect(ui.field("Data: m")).toHaveCount(0); // a generator's parameters do not apply
  await ui.select("Data").selectOption("circles");
  await expect.poll(async () => (await backlight.state()).dataset.name).toBe("circles");
  await expect(ui.shape("W1")).toHaveText("(4, 2)");
  await ui.select("Data").selectOption("opened");
  await expect(ui.shape("W1")).toHaveText("(4, 3)");
  await expectTrainsOn(backlight, caseOf("iris.csv"));
  // The same again, under the same name: it begins anew.
  await backlight.step(3);
  await dialog.choose("iris.csv");
  await dialog.train();
  expect((await backlight.state()).iteration).toBe(0);
});

test("parameters are imported as such", async ({ backlight, page }) => {
  const dialog = new FileDialog(page);
  await dialog.choose("parameters.npz");
  await expect(dialog.root.locator(".plan")).toHaveCount(0);
  await dialog.root.locator('[data-action="import"]').click();
  await expect(dialog.problems()).toContainText("2"); // the flower has two inputs
  await dialog.cancel();

  await dialog.choose("iris.csv");
  await dialog.train();
  await dialog.choose("parameters.npz");
  await dialog.root.locator('[data-action="import"]').click();
  await expect(dialog.root).toHaveCount(0);
  expect((await backlight.state()).layers_dims).toEqual([3, 4, 1]);
  const { data } = await backlight.matrix("W", 1);
  expect(data).toEqual(fixture.arrays["parameters.npz"]?.W1?.values);
});

test("a picture by itself goes to the network, not to the readers", async ({ backlight, page }) => {
  await backlight.state();
  const files = [{ name: "cat.png", type: "image/png", bytes: Buffer.from("no picture") }];
  await happen(page.locator("body"), "drop", { files });
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(new FileDialog(page).root).toHaveCount(0);
  await page.keyboard.press("Escape");
  await happen(page.locator("body"), "drop", { files: [...files, given("iris.csv")] });
  const dialog = new FileDialog(page);
  await dialog.isRead();
  await expect(dialog.card("cat.png")).toContainText("Wanted data, got a picture");
  await expect(dialog.accept()).toBeEnabled();
});
