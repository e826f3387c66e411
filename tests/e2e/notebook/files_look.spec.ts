import { expect, test } from "../helpers/test";
import { caseOf, FileDialog, given, happen } from "./files_dialog";

const COURSE = ["train_images.h5", "test_images.h5"];

const DESK = { width: 1440, height: 900 };
const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 740 },
];

for (const viewport of [DESK, ...PHONES]) {
  for (const language of ["en", "zh-CN"]) {
    test.describe(`${viewport.width}×${viewport.height}, ${language}`, () => {
      test.use({ viewport });

      test("the dialog fits, and nothing scrolls sideways", async ({ backlight, page }) => {
        await backlight.state();
        await page.locator(".preferences select").first().selectOption(language);
        const dialog = new FileDialog(page);
        const check = async (what: string) => {
          const box = await dialog.root.boundingBox();
          expect(box?.width, what).toBeLessThanOrEqual(viewport.width);
          expect(box?.height, what).toBeLessThanOrEqual(viewport.height);
          const sizes = await dialog.root.locator(".files-body").evaluate((body) => {
            const wide = [...body.querySelectorAll("*")].filter(
              (one) => one.getBoundingClientRect().right > body.getBoundingClientRect().right + 0.5,
            );
            // A table's head scrolls in itself.
            const outside = wide.filter((one) => !one.closest(".table-head"));
            return {
              sideways: body.scrollWidth - body.clientWidth,
              down: body.scrollHeight - body.clientHeight,
              outside: outside.map((one) => one.className),
            };
          });
          expect(sizes.outside, what).toEqual([]);
          expect(sizes.sideways, what).toBe(0);
          return sizes;
        };
        await dialog.choose(...COURSE);
        const { down } = await check("pictures");
        if (viewport === DESK) expect(down, "the common case does not scroll").toBe(0);
        await expect(dialog.accept()).toBeInViewport({ ratio: 1 });
        await dialog.cancel();
        await dialog.choose("diagnosis.csv", "page.csv", "mixed.npz", "parameters.npz");
        await check("all kinds of things");
      });
    });
  }
}

test.describe("without a mouse", () => {
  test("Enter trains as soon as there is nothing to decide", async ({ backlight, page, ui }) => {
    const button = page.getByRole("banner").locator('[data-action="open"]');
    await button.focus();
    page.on("filechooser", () => {}); // from now on it is caught, however fast it comes
    await backlight.state();
    const choosing = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    const dialog = new FileDialog(page);
    await (await choosing).setFiles(COURSE.map((name) => ({ ...file(name) })));
    await dialog.isRead();
    await expect(dialog.accept()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog.root).toHaveCount(0);
    const { X, Y } = caseOf("the course's two files");
    await expect(ui.shape("A0")).toHaveText(`(${X.length}, ${Y.length})`);
    expect((await backlight.state()).dataset.name).toBe("opened");
    await expect(button).toBeFocused();
  });

  test("every control of the dialog has a name", async ({ backlight, page }) => {
    await backlight.state();
    const dialog = new FileDialog(page);
    await dialog.choose(...COURSE, "iris.csv");
    const nameless = await dialog.root
      .locator("button, select, input:not([hidden]), progress, canvas")
      .evaluateAll((all) =>
        all
          .filter((one) => {
            const labels = (one as HTMLInputElement).labels?.length ?? 0;
            const said = one.getAttribute("aria-label") ?? one.textContent ?? "";
            return said.trim() === "" && labels === 0;
          })
          .map((one) => one.outerHTML),
      );
    expect(nameless).toEqual([]);
  });
});

test("the language can be changed while nothing is lost", async ({ backlight, page }) => {
  await backlight.state();
  const dialog = new FileDialog(page);
  await happen(page.locator("body"), "drop", { files: [given("three_species.csv")] });
  await dialog.isRead();
  await dialog.pick("positive", "virginica");
  await expect(dialog.note("one_against_rest")).toContainText("“virginica” becomes 1");
  await dialog.cancel();
  await page.locator(".preferences select").first().selectOption("zh-CN");
  await happen(page.locator("body"), "drop", { files: [given("three_species.csv")] });
  await dialog.isRead();
  await expect(dialog.root).toHaveAccessibleName("打开文件");
  await dialog.pick("positive", "virginica");
  await expect(dialog.note("one_against_rest")).toContainText("“virginica”变为 1");
});

/** A file as a file chooser takes it. */
function file(name: string) {
  return { name, mimeType: "", buffer: given(name).bytes };
}
