import { save } from "../helpers/saved";
import { test as base, expect } from "../helpers/test";
import { CheckingPanel, fixture, train } from "./checking_panel";

const test = base.extend<{ panel: CheckingPanel }>({
  panel: async ({ backlight, page }, use) => {
    await backlight.step(3);
    await use(new CheckingPanel(page));
  },
});

/** Drops a file on the panel. */
async function drop(panel: CheckingPanel, name: string, bytes: Buffer): Promise<void> {
  const data = await panel.page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, base64: bytes.toString("base64") },
  );
  await panel.root.locator(".checking-body").dispatchEvent("drop", { dataTransfer: data });
}

test.describe("the text", () => {
  test("an example is made of the chosen matrix, as NumPy prints it, and agrees", async ({
    page,
    panel,
  }) => {
    await page.locator('.card[data-tensor="dW2"]').click();
    await panel.open();
    await panel.button("example").click();
    await expect(panel.text).toHaveValue(/^dW2 = \[\[.*\]\]$/s);
    await panel.button("check").click();
    await expect(panel.array("dW2")).toHaveAttribute("data-status", "agrees");
  });

  test("it stays when the panel is closed, and when it is wrong", async ({ page, panel }) => {
    await panel.open();
    const wrong = "W1 = [[1. 2.]\n [3. x]]\n";
    await panel.check(wrong);
    await expect(panel.problem()).toContainText("Line 2, column 6");
    await expect(panel.problem()).toContainText("'x'");
    await expect(panel.text).toHaveValue(wrong);
    await panel.problem().getByRole("button").click();
    await expect(panel.text).toBeFocused();
    const selected = await panel.text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe("x");
    await page.keyboard.press("Escape");
    await expect(panel.root).toHaveCount(0);
    await expect(panel.opener).toBeFocused();
    await panel.open();
    await expect(panel.text).toHaveValue(wrong);
    await panel.button("clear").click();
    await expect(panel.text).toHaveValue("");
    await expect(panel.problem()).toBeEmpty();
  });

  test("nothing, nonsense and half an array get clear words", async ({ panel }) => {
    await panel.open();
    for (const [text, words] of [
      ["", "nothing to check yet"],
      ["  \n ", "nothing to check yet"],
      ["Hello, what is this?", "No array and no number"],
      ["W1 = [[1. 2.]\n [3. 4.", "a ] is missing"],
      ["W1 = [[1. 2.]\n [3.]]", "The first row has 2 entries, this one has 1"],
      ["W1 = [[[1.]]]", "3 axes"],
    ] as const) {
      await panel.check(text);
      await expect(panel.problem(), text).toContainText(words);
      await expect(panel.arrays(), text).toHaveCount(0);
    }
    await expect(panel.problem()).toHaveAttribute("role", "alert");
  });

  test("a megabyte of it is checked, and the page does not stand still", async ({
    page,
    panel,
  }) => {
    await panel.open();
    await page.evaluate(() => {
      const gaps = { longest: 0 };
      let last = performance.now();
      const tick = (now: number) => {
        gaps.longest = Math.max(gaps.longest, now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      Object.assign(window, { gaps });
    });
    const row = Array.from({ length: 20 }, (_, i) => (Math.sin(i) / 3).toFixed(8)).join(" ");
    const text = `big = [[${Array.from({ length: 5000 }, () => row).join("]\n [")}]]`;
    expect(text.length).toBeGreaterThan(1_000_000);
    await panel.check(text);
    expect(await panel.statuses()).toEqual(["unrecognised"]);
    await expect(panel.arrays()).toContainText("(5000, 20)");
    const longest = await page.evaluate(
      () => (window as never as { gaps: { longest: number } }).gaps.longest,
    );
    expect(longest).toBeLessThan(1000);
    await panel.button("remove").click();
    await expect(panel.text).toHaveValue("");
    await panel.check("nonsense ".repeat(120_000));
    await expect(panel.problem()).toContainText("No array and no number");
    await panel.paste("1 ".repeat(2_500_000));
    await expect(panel.problem()).toContainText("more text than can be checked");
  });

  test("Ctrl+Enter checks; Escape closes", async ({ page, panel }) => {
    await panel.opener.focus();
    await page.keyboard.press("Enter");
    await expect(panel.text).toBeFocused();
    await page.keyboard.type("W1 = [[1. 2.]]");
    await page.keyboard.press("Control+Enter");
    await expect(panel.array("W1")).toHaveAttribute("data-status", "wrong_shape");
    await page.keyboard.press("Escape");
    await expect(panel.root).toHaveCount(0);
    await expect(panel.opener).toBeFocused();
  });
});

test.describe("the moment", () => {
  test("checking pauses the run, and changes nothing else", async ({ backlight, panel, ui }) => {
    await panel.open();
    await ui.press("Play");
    await expect.poll(async () => (await backlight.state()).iteration).toBeGreaterThan(20);
    await panel.check("W1 = [[1. 2.]]");
    const { iteration, playing } = await backlight.state();
    expect(playing).toBe(false);
    await expect(ui.button("Play")).toBeVisible();
    await expect(panel.summary()).toContainText(
      `after ${iteration.toLocaleString("en")} iterations.`,
    );
    const before = await backlight.snapshot();
    await panel.check("W1 = [[1. 2.]]\nb1 = [[1.]]");
    expect(await backlight.snapshot()).toEqual(before);
  });

  test("it is told when the page has gone on, and checked again", async ({ page, panel, ui }) => {
    await page.locator('.card[data-tensor="dW2"]').click();
    await panel.open();
    await panel.button("example").click();
    await panel.button("check").click();
    await expect(panel.array("dW2")).toHaveAttribute("data-status", "agrees");
    await expect(panel.button("check-again")).toHaveCount(0);
    await ui.press("One iteration");
    await expect(panel.root).toContainText("The page has gone on since.");
    await expect(panel.summary()).toContainText("after 3 iterations");
    await panel.button("check-again").click();
    await expect(panel.array("dW2")).toHaveAttribute("data-status", "differs");
    await expect(panel.summary()).toContainText("after 4 iterations");
    await expect(panel.diagnosis("another_iteration")).toContainText("after 3 iterations");
    await expect(panel.button("check-again")).toHaveCount(0);
    await ui.press("One operation");
    await panel.button("check-again").click();
    await expect(panel.summary()).toContainText("with 1 of the");
    await ui.press("Reset");
    await expect(panel.button("check-again")).toBeVisible();
  });
});

test.describe("files", () => {
  test("an .npz of the page agrees in every array: dropped, and chosen", async ({
    page,
    panel,
  }, info) => {
    const { bytes, path } = await save(page, "notebook", "matrices", info);
    await panel.open();
    await panel.paste("the text stays");
    await drop(panel, "mine.npz", bytes);
    await expect(panel.summary()).toContainText("From mine.npz.");
    const statuses = await panel.statuses();
    expect(statuses.length).toBeGreaterThan(20);
    expect(new Set(statuses)).toEqual(new Set(["agrees"]));
    await expect(panel.root).toContainText("Arrays of mine.npz");
    await panel.button("remove").click();
    await expect(panel.text).toHaveValue("the text stays");

    const choosing = page.waitForEvent("filechooser");
    await panel.button("choose").click();
    await (await choosing).setFiles(path);
    await expect(panel.root).toContainText("Arrays of backlight_");
    await panel.isDone();
    expect(new Set(await panel.statuses())).toEqual(new Set(["agrees"]));
    // The drop was the panel's: no data were opened.
    await expect(page.locator("dialog.files")).toHaveCount(0);
  });

  test("an .npy has no name: it is found by its numbers", async ({ backlight, panel }) => {
    const { data, rows, cols } = await backlight.matrix("dW", 2);
    await panel.open();
    await drop(panel, "saved.npy", npy(data, [rows, cols]));
    await expect(panel.arrays()).toHaveAttribute("data-status", "agrees");
    await expect(panel.arrays()).toContainText("dW[2]");
  });

  test("a text file falls into the text; others are refused in words", async ({ panel }) => {
    await panel.open();
    await drop(panel, "printed.txt", Buffer.from("cost = 0.5\n"));
    await expect(panel.text).toHaveValue("cost = 0.5\n");
    await drop(panel, "picture.png", Buffer.from("no picture"));
    await expect(panel.problem()).toContainText("Only .npz, .npy and plain text");
    await drop(panel, "broken.npz", Buffer.from("PK\u0003\u0004 and then nothing"));
    await expect(panel.problem()).toContainText("broken.npz");
    await expect(panel.text).toHaveValue("cost = 0.5\n");
  });
});

/** An .npy file of float64, as np.save writes it. */
function npy(data: number[], shape: number[]): Buffer {
  const head = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(", ")}), }`;
  const padded = head.padEnd(Math.ceil((head.length + 11) / 64) * 64 - 11, " ");
  const start = Buffer.alloc(10);
  start.write("\x93NUMPY\x01\x00", "latin1");
  start.writeUInt16LE(padded.length + 1, 8);
  const body = Buffer.from(Float64Array.from(data).buffer);
  return Buffer.concat([start, Buffer.from(`${padded}\n`, "latin1"), body]);
}

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the panel, its verdicts and its diagnosis", async ({ backlight, page, panel }) => {
    const one = fixture.mistaken.find(({ kind }) => kind === "no_mean");
    if (!one) throw new Error("checking.json has no such case");
    await train(page, backlight, one);
    await panel.open();
    await expect(panel.root).toContainText("核对我的数值");
    await panel.check("W1 = [[1. 2.]\n [3. x]]\n");
    await expect(panel.problem()).toContainText("第 2 行第 6 列");
    await panel.check(one.text);
    await expect(panel.array("dW2")).toContainText("不同");
    await expect(panel.diagnosis("no_mean").first()).toContainText("没有除以 m");
    await expect(panel.showEquation()).toHaveText("看 dW[2] 的公式");
    // What is shown follows the language.
    await page.getByRole("combobox", { name: "语言" }).selectOption("en");
    await expect(panel.diagnosis("no_mean").first()).toContainText("not divided by m");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
    [360, 740],
  ] as const) {
    test.describe(`${width}×${height}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test("nothing scrolls sideways, and the page does not grow", async ({
        backlight,
        page,
        panel,
      }) => {
        const grown = () =>
          page.evaluate(() => {
            const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
            return { sideways: scrollWidth - clientWidth, height: scrollHeight };
          });
        const one = fixture.mistaken.find(({ kind }) => kind === "dA_for_dZ");
        if (!one) throw new Error("checking.json has no such case");
        await train(page, backlight, one);
        await panel.open();
        await panel.check(
          `${one.text}\nfoo_with_a_very_long_name_of_a_variable_that_goes_on = [[1. 2. 3.]]`,
        );
        expect((await grown()).sideways).toBeLessThanOrEqual(0);
        const body = panel.root.locator(".checking-body");
        const inside = await body.evaluate((one) => one.scrollWidth - one.clientWidth);
        expect(inside, "inside the panel").toBeLessThanOrEqual(0);
        if (width === 1440) {
          expect((await grown()).height, "the page does not scroll").toBeLessThanOrEqual(height);
          const layers = page.locator(".layers");
          const hidden = await layers.evaluate((one) => one.scrollWidth - one.clientWidth);
          expect(hidden, "all layers are in sight beside the panel").toBeLessThanOrEqual(0);
          await expect(page.locator('.card[data-tensor="dA3"]')).toBeInViewport({ ratio: 1 });
        }
        // It goes to the equation, on a small screen out of the panel's way.
        await panel.showEquation().first().click();
        await expect(page.locator("section.equation")).toBeInViewport();
        await expect(panel.root).toHaveCount(width > 1180 ? 1 : 0);
      });
    });
  }
}
