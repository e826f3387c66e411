import type { Page } from "@playwright/test";
import { BacklightHandle } from "../helpers/backlight";
import { Screen } from "../helpers/screen";
import { expect, test } from "../helpers/test";
import { caseOf, expectTrainsOn, FileDialog } from "./files_dialog";

/** Runs in the page before its own code: its workers can be reached. */
function reachWorkers() {
  const all: Worker[] = [];
  Object.assign(window, { allWorkers: all });
  const Base = window.Worker;
  window.Worker = class extends Base {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      all.push(this);
    }
  };
}

/** Ends the page's worker as the browser does that runs out of memory. */
async function killWorker(page: Page) {
  await page.evaluate(() => {
    const worker = (window as unknown as { allWorkers: Worker[] }).allWorkers.at(-1);
    worker?.terminate();
    worker?.dispatchEvent(new ErrorEvent("error", { message: "killed" }));
  });
}

async function opened(page: Page) {
  await page.addInitScript(reachWorkers);
  await page.goto("./");
  return {
    backlight: await BacklightHandle.of(page),
    dialog: new FileDialog(page),
    ui: new Screen(page),
  };
}

test("opened data survive a killed worker, with the run that was made of them", async ({
  page,
}) => {
  const { backlight, dialog, ui } = await opened(page);
  await dialog.choose("train_images.h5", "test_images.h5");
  await dialog.press("scaling", "standardise");
  await dialog.train();
  await backlight.step(10);
  const before = await backlight.snapshot();
  await killWorker(page);
  await expect(ui.notice()).toContainText("was started again from iteration 10");
  await expectTrainsOn(backlight, caseOf("the course's files standardised"));
  const { X, Y, W1, b1, W3 } = await backlight.snapshot();
  expect({ X, Y, W1, b1, W3 }).toEqual({
    X: before.X,
    Y: before.Y,
    W1: before.W1,
    b1: before.b1,
    W3: before.W3,
  });
  // They can still be left and chosen again.
  await ui.select("Data").selectOption("moons");
  await expect(ui.shape("W1")).toHaveText("(4, 2)");
  await ui.select("Data").selectOption("opened");
  await expectTrainsOn(backlight, caseOf("the course's files standardised"));
});

test("what is looked at in the dialog is read again by the new worker", async ({ page }) => {
  const { backlight, dialog, ui } = await opened(page);
  await dialog.choose("X.npy", "three.npy", "page.csv");
  await dialog.pick("positive", "2");
  await killWorker(page);
  await expect(ui.notice()).toContainText("was started again");
  await dialog.isRead();
  await expect(dialog.card("page.csv")).toContainText("web page");
  await expect(dialog.select("positive").locator("option:checked")).toHaveText("2 (4)");
  await expect(dialog.accept()).toBeEnabled();
  await dialog.train();
  await expectTrainsOn(backlight, caseOf("one class of three"));
});

test("Escape pressed again and again while it is opened neither stops it nor breaks the dialog", async ({
  page,
}) => {
  const { backlight, dialog } = await opened(page);
  await dialog.choose("train_images.h5", "test_images.h5");
  await dialog.accept().click();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("Escape");
  await expectTrainsOn(backlight, caseOf("the course's two files"));
  await expect(dialog.root).toHaveCount(0);
  // Files can be opened as before.
  await dialog.choose("X.npy", "Y.npy");
  await expect(dialog.accept()).toBeEnabled();
});

test("a file larger than can be read is refused before it is read, and nothing breaks", async ({
  page,
}) => {
  const { backlight, ui } = await opened(page);
  await backlight.step(3);
  const message = await page.evaluate(async () => {
    const part = new Blob([new Uint8Array(2 ** 25)]);
    const file = new File(Array(20).fill(part), "huge.h5");
    const opening = window.backlight?.open(file) ?? Promise.resolve();
    return opening.then(
      () => "opened",
      (error: Error) => error.message,
    );
  });
  expect(message).toBe("huge.h5: expected at most 512 MB, got 640 MB");
  await expect(ui.notice()).toHaveCount(0);
  expect((await backlight.state()).iteration).toBe(3);
});
