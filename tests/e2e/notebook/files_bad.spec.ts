import { BacklightHandle } from "../helpers/backlight";
import { test } from "../helpers/calm_test";
import { expect } from "../helpers/test";
import { bytesOf, FileDialog, fixture } from "./files_dialog";

/** What has to be said of each bad file: what was wanted, what came. */
const SAID: Record<string, { en: RegExp; zh: RegExp }> = {
  truncated: {
    en: /ends too early: wanted .*(\d+ bytes|at its end).*, got \d+/,
    zh: /不完整：应有.*(\d+ 字节|目录).*实际是 \d+/,
  },
  empty_file: { en: /empty: wanted a \.h5.*got 0 bytes/, zh: /空的.*0 字节/ },
  html: { en: /web page: wanted a \.h5.*got HTML/, zh: /网页.*HTML/ },
  compressed_file: { en: /got a file packed by (gzip|zip)/, zh: /(gzip|zip) 打包/ },
  unknown_format: {
    en: /Wanted a \.h5.*, got (a PNG picture|text|something else)/,
    zh: /应为 \.h5.*实际是/,
  },
  newer_format: {
    en: /A newer kind of HDF5: wanted.*, got .*version \d/,
    zh: /格式太新.*version \d/,
  },
  object_array: { en: /Wanted numbers.*got Python objects/, zh: /Python 对象/ },
  dtype: { en: /Wanted numbers.*, got \S/, zh: /应为数.*实际是 \S/ },
  ragged_row: { en: /Wanted 4 cells, as in the first row, got 2/, zh: /4 格，实际是 2 格/ },
  no_rows: { en: /Wanted a table with rows, got none/, zh: /一行也没有/ },
  too_large: {
    en: /too much memory: wanted at most \d+ MB, got/,
    zh: /太占内存：最多 \d+ MB，实际是/,
  },
};

/** Bad plans by what is chosen in the dialog: files that do not fit together as they are. */
const PLANS: { files: string[]; field: "X" | "Y" | "positive"; en: RegExp; zh: RegExp }[] = [
  {
    files: ["nan.npy", "Y.npy"],
    field: "X",
    en: /^nan\.npy Wanted finite numbers, got NaN at \[4, 1\]/,
    zh: /^nan\.npy 应为有限的数，实际是 NaN，位置 \[4, 1\]/,
  },
  {
    files: ["X.npy", "ones.npy"],
    field: "Y",
    en: /^ones\.npy Wanted labels of two classes, got one only: 1 \(12\)/,
    zh: /^ones\.npy 标签应有两类，实际只有一类：1 \(12\)/,
  },
  {
    files: ["X.npy", "eleven.npy"],
    field: "X",
    en: /^X\.npy Wanted 11 examples, as in Y, got 12 in X of shape \(12, 3\)/,
    zh: /^X\.npy 应和 Y 一样有 11 个样本，实际形状为 \(12, 3\) 的 X 有 12 个/,
  },
  {
    files: ["X.npy", "three.npy"],
    field: "positive",
    en: /Wanted two classes, got 3: 0 \(4\), 1 \(4\), 2 \(4\)/,
    zh: /应为两类，实际有 3 类：0 \(4\), 1 \(4\), 2 \(4\)/,
  },
  {
    files: ["empty_cell.csv"],
    field: "X",
    en: /^empty_cell\.csv, row 5, column sepal_width Wanted a number, got the empty cell/,
    zh: /^empty_cell\.csv, 第 5 行, sepal_width 列 应为数，实际是空格子/,
  },
  {
    files: ["text_cell.csv"],
    field: "X",
    en: /^text_cell\.csv, row 5, column sepal_width Wanted a number, got the text "3,5 cm"/,
    zh: /^text_cell\.csv, 第 5 行, sepal_width 列 应为数，实际是文字 "3,5 cm"/,
  },
  {
    files: ["X.npy"],
    field: "Y",
    en: /Nothing here looks like labels/,
    zh: /没有看起来像标签的数组/,
  },
  {
    files: ["unsupported.h5"],
    field: "X",
    en: /Nothing here looks like inputs/,
    zh: /没有看起来像输入的数组/,
  },
];

for (const language of ["en", "zh"] as const) {
  test.describe(`in ${language}`, () => {
    const choose = async (page: import("@playwright/test").Page) => {
      await page.goto("./");
      const backlight = await BacklightHandle.of(page);
      await page
        .getByRole("combobox", { name: "Language" })
        .selectOption(language === "zh" ? "zh-CN" : "en");
      return backlight;
    };

    test("each bad file has its message, and nothing is lost", async ({ page }) => {
      const backlight = await choose(page);
      await backlight.step(3);
      const before = [await backlight.state(), await backlight.snapshot()];
      const dialog = new FileDialog(page);
      const names = fixture.bad_files.map(({ file }) => file);
      await dialog.choose("iris.csv", ...names);
      for (const { file, kind } of fixture.bad_files) {
        const card = dialog.card(file);
        const said = SAID[kind]?.[language];
        expect(said, `what is said of ${kind}`).toBeDefined();
        await expect(
          card.locator(`.files-problem[data-problem="${kind}"]`).first(),
          file,
        ).toHaveText(said ?? "");
      }
      // The good one among them can be trained on all the same.
      await expect(dialog.card("iris.csv")).toBeVisible();
      await expect(dialog.accept()).toBeEnabled();
      await dialog.cancel();
      expect([await backlight.state(), await backlight.snapshot()]).toEqual(before);
    });

    test("what does not fit together is said beside its field", async ({ page }) => {
      await choose(page);
      const dialog = new FileDialog(page);
      for (const { files, field, [language]: said } of PLANS) {
        await dialog.choose(...files);
        await expect(dialog.problem(field), files.join()).toHaveText(said);
        await expect(dialog.field(field)).toHaveAttribute("data-wrong", "true");
        await expect(dialog.accept()).toBeDisabled();
        await dialog.cancel();
      }
      await dialog.choose("unsupported.h5");
      const array = dialog.array("unsupported.h5", "X");
      await expect(array).toContainText("blosc (filter 32001)");
      await expect(array).toContainText("gzip");
    });
  });
}

test("a bad file can be replaced by a good one of its name", async ({ page }) => {
  await page.goto("./");
  await BacklightHandle.of(page);
  const dialog = new FileDialog(page);
  await dialog.choose("truncated.npy");
  const input = dialog.root.locator(".file-input");
  await input.setInputFiles({
    name: "truncated.npy",
    mimeType: "",
    buffer: bytesOf("X.npy"),
  });
  await expect(dialog.array("truncated.npy", "truncated")).toContainText("(12, 3) float64");
  await expect(dialog.card("truncated.npy")).toHaveCount(1);
});

test("a folder that is dropped is no file", async ({ page }) => {
  await page.goto("./");
  await BacklightHandle.of(page);
  const dialog = new FileDialog(page);
  // A file that cannot be read, as a folder is one to the browser.
  await page.evaluate(() => {
    const file = new File([], "folder");
    file.slice = () => {
      throw new DOMException("A requested file or directory could not be found", "NotFoundError");
    };
    const data = { types: ["Files"], files: [file], getData: () => "" };
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(drop, "dataTransfer", { value: data });
    document.body.dispatchEvent(drop);
  });
  await expect(dialog.card("folder")).toContainText("got a folder");
});
