import { expect, test } from "../helpers/test";
import { caseOf, expectTrainsOn, FileDialog, happen } from "./files_dialog";

const COURSE = ["train_images.h5", "test_images.h5"];

test.describe("a change of the plan changes the matrices", () => {
  const train = async (dialog: FileDialog) => {
    await expect(dialog.accept()).toBeEnabled();
    await dialog.train();
  };

  test("scaling: none, /255, standardise", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    for (const [scaling, name, note] of [
      ["none", "the course's files unscaled", "unscaled"],
      ["standardise", "the course's files standardised", null],
      ["/255", "the course's two files", null],
    ] as const) {
      await dialog.choose(...COURSE);
      await dialog.press("scaling", scaling);
      await expect(dialog.root.locator(".preview-note")).toHaveCount(note ? 1 : 0);
      if (note) await expect(dialog.note(note)).toContainText("0 to 255");
      await train(dialog);
      await expectTrainsOn(backlight, caseOf(name));
    }
  });

  test("only the first examples", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose(...COURSE);
    const field = dialog.field("first").getByRole("textbox");
    const seven = caseOf("the first seven examples");
    for (const [text, said] of [
      ["0", "got “0”"],
      ["11", "got 11"],
      ["2.5", "got “2.5”"],
      ["some", "got “some”"],
    ] as const) {
      await field.fill(text);
      await field.blur();
      await expect(dialog.problem("first")).toContainText(said);
      await expect(dialog.problem("first")).toContainText("1 to 10");
      await expect(dialog.accept()).toBeDisabled();
    }
    await field.fill("7");
    await field.blur();
    await expect(dialog.preview()).toContainText(`(${seven.X.length}, 7)`);
    await expect(dialog.preview()).toContainText("train_set_x[:7].reshape(7, -1).T / 255");
    await expect(dialog.note("first_examples")).toHaveText(
      "Only the first 7 of 10 examples are used.",
    );
    await train(dialog);
    await expectTrainsOn(backlight, seven);
  });

  test("which class is 1, of two", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("X.npy", "y_bytes.npy");
    await expect(dialog.select("positive").locator("option:checked")).toHaveText("spam (6)");
    await dialog.pick("positive", "ham");
    await expect(dialog.note("labels")).toHaveText(
      "The label “spam” becomes 0 and “ham” becomes 1.",
    );
    await train(dialog);
    await expectTrainsOn(backlight, caseOf("the other class is 1"));
  });

  test("which class is 1, of three", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("three_species.csv");
    const problem = dialog.problem("positive");
    await expect(problem).toContainText("got 3: setosa (");
    await expect(dialog.accept()).toBeDisabled();
    await dialog.pick("positive", "virginica");
    await expect(problem).toHaveCount(0);
    await expect(dialog.preview()).toContainText("0 = not virginica: 8");
    await expect(dialog.preview()).toContainText("1 = virginica: 4");
    await train(dialog);
    await expectTrainsOn(backlight, caseOf("one species of three"));
  });

  test("X and Y", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("X.npy", "Y.npy", ...COURSE);
    await expect(dialog.select("X").locator("option:checked")).toContainText("train_set_x");
    await dialog.pick("X", "X (12, 3)");
    // The labels are still those of the pictures.
    await expect(dialog.problem("X")).toContainText("Wanted 10 examples, as in Y, got 12");
    await dialog.pick("Y", "Y (12,)");
    await expect(dialog.problem("test_X")).toHaveCount(1);
    await dialog.pick("test_X", "none");
    await expect(dialog.preview()).toContainText("X(3, 12)X.T");
    await train(dialog);
    await expectTrainsOn(backlight, caseOf("two .npy files"));

    await dialog.choose("X.npy", "Y.npy", ...COURSE);
    await dialog.pick("X", "X (12, 3)");
    await dialog.pick("Y", "Y (12,)");
    await dialog.pick("X", "train_set_x");
    await dialog.pick("Y", "train_set_y");
    await dialog.pick("test_X", "none");
    await dialog.pick("test_Y", "none");
    await expect(dialog.preview()).toContainText("train_set_x.reshape(10, -1).T / 255");
    await train(dialog);
    await expectTrainsOn(backlight, caseOf("the course's training file alone"));
  });

  test("test X and test Y", async ({ backlight, page }) => {
    await backlight.state();
    const dialog = new FileDialog(page);
    await dialog.choose("split.npz");
    const lines = dialog.preview().locator("dt");
    await expect(lines).toHaveText(["X", "Y", "test X", "test Y"]);
    await dialog.pick("test_X", "none");
    await expect(lines).toHaveText(["X", "Y"]);
    await dialog.pick("test_X", "X_train");
    await expect(dialog.problem("test_X")).toContainText("Wanted 4 examples, as in Y, got 8");
    await dialog.pick("test_Y", "y_train");
    await expect(dialog.preview()).toContainText("test X(3, 8)X_train.T");
  });

  test("the columns of a table", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("iris.csv");
    await dialog.field("X").getByText("3 of 4 columns").click();
    await dialog.field("X").getByLabel("sepal_width").uncheck();
    await expect(dialog.preview()).toContainText(
      'iris[["sepal_length", "petal_length"]].to_numpy().T',
    );
    await train(dialog);
    const { X, Y } = caseOf("iris.csv");
    await expectTrainsOn(backlight, { X: X.filter((_, row) => row !== 1), Y });
  });

  test("the column of the labels", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("savetxt.csv");
    await expect(dialog.note("no_header")).toBeVisible();
    await dialog.pick("Y", "0 in savetxt");
    await expect(dialog.problem("positive")).toContainText("got 12");
    const first = dialog.select("positive").locator("option").nth(1);
    await dialog.select("positive").selectOption(await first.getAttribute("value"));
    await dialog.isRead();
    await train(dialog);
    const { X, Y } = caseOf("np.savetxt");
    const smallest = Math.min(...(X[0] ?? []));
    await expectTrainsOn(backlight, {
      X: [X[1] ?? [], X[2] ?? [], Y],
      Y: (X[0] ?? []).map((entry) => Number(entry === smallest)),
    });
  });

  test("examples in rows or in columns, where both would do", async ({ backlight, page }) => {
    const rows = ["1,2,0", "3,4,1", "5,7,0"];
    await backlight.state();
    const dialog = new FileDialog(page);
    await happen(page.locator("body"), "paste", { text: rows.join("\n") });
    await dialog.isRead();
    await happen(dialog.root, "paste", { text: "0\n1\n1" });
    await expect(dialog.card("pasted-2.csv")).toBeVisible();
    await dialog.isRead();
    await dialog.pick("X", "pasted: its columns");
    await dialog.pick("Y", "0 in pasted-2");
    for (const examples of ["columns", "rows"] as const) {
      await dialog.press("examples", examples);
      await expect(dialog.preview()).toContainText("X(3, 3)");
    }
    await dialog.press("examples", "columns");
    await train(dialog);
    const X = rows.map((row) => row.split(",").map(Number));
    await expectTrainsOn(backlight, { X, Y: [0, 1, 1] });
  });

  test("pictures that are not flattened are refused beside their field", async ({
    backlight,
    page,
  }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("grey.h5");
    const flatten = dialog.field("flatten").getByRole("checkbox");
    await expect(flatten).toBeChecked();
    await flatten.uncheck();
    await expect(dialog.problem("X")).toContainText("(6, 4, 4)");
    await expect(dialog.accept()).toBeDisabled();
    await flatten.check();
    await train(dialog);
    await expectTrainsOn(backlight, caseOf("grey images and labels in a column"));
  });
});

test.describe("what was found is shown", () => {
  test("arrays with shape, type, values and range; pictures; tables", async ({
    backlight,
    page,
  }) => {
    await backlight.state();
    const dialog = new FileDialog(page);
    await dialog.choose("train_images.h5", "iris.csv");
    const pictures = dialog.array("train_images.h5", "train_set_x");
    const { image, Y } = caseOf("the course's two files");
    const [height, width] = [image?.height ?? 0, image?.width ?? 0];
    await expect(pictures).toContainText(`(${Y.length}, ${height}, ${width}, 3) uint8`);
    await expect(pictures.locator(".file-range")).toHaveText(/^\d+ to \d+$/);
    await expect(pictures.locator(".file-values")).toHaveText(/^\d+ +\d+ .*…$/);
    const strip = pictures.locator("canvas");
    await expect(strip).toHaveAttribute(
      "title",
      new RegExp(`${Y.length} pictures of ${height} × ${width} pixels in 3 channels`),
    );
    await expect
      .poll(() => strip.evaluate((canvas: HTMLCanvasElement) => canvas.width))
      .toBeGreaterThan(8 * width);
    await expect(dialog.array("train_images.h5", "list_classes")).toContainText("non-cat  cat");
    const table = dialog.array("iris.csv", "iris");
    await expect(table.locator("th")).toHaveText([
      "sepal_length",
      "sepal_width",
      "petal_length",
      "species",
    ]);
    await expect(table).toContainText("12 rows, 4 columns");
    const [first] = caseOf("iris.csv").X;
    await expect(table.locator("tbody tr").first().locator("td").first()).toHaveText(
      String(first?.[0]),
    );
    await expect(dialog.card("iris.csv")).toContainText(/csv · \d+ bytes/);
  });

  test("arrays that cannot be used say why, and cannot be chosen", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("mixed.npz");
    await expect(dialog.array("mixed.npz", "names")).toContainText("Python objects");
    await expect(dialog.array("mixed.npz", "z")).toContainText("complex128");
    await expect(dialog.select("X").locator("option:disabled")).toHaveText([/names/, /z /]);
    await dialog.train();
    await expectTrainsOn(backlight, caseOf("arrays beside others that cannot be used"));
  });

  test("a file can be removed again", async ({ backlight, page }) => {
    const dialog = new FileDialog(page);
    await dialog.choose("X.npy", "three.npy");
    await expect(dialog.problem("positive")).toBeVisible();
    await dialog.card("three.npy").getByLabel("Remove three.npy").click();
    await expect(dialog.problem("Y")).toBeVisible();
    await dialog.add("Y.npy");
    await dialog.train();
    await expectTrainsOn(backlight, caseOf("two .npy files"));
  });
});
