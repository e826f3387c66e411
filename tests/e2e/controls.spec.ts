import type { Page } from "@playwright/test";
import type { BacklightHandle } from "./helpers/backlight";
import { inked, type Screen } from "./helpers/screen";
import { expect, test } from "./helpers/test";
import { magnitude, written } from "./helpers/text";

/** Every card's shape is that of its matrix, after an iteration has computed all of them. */
async function expectShapesOfMatrices(ui: Screen, backlight: BacklightHandle) {
  await backlight.step(1);
  const matrices = Object.entries(await backlight.matrices());
  const shapes = Object.fromEntries(matrices.map(([tensor, { shape }]) => [tensor, shape]));
  await expect.poll(() => ui.texts("shape")).toEqual(shapes);
}

test.describe("layers_dims", () => {
  test("dragging a slider changes the shapes of the cards", async ({ backlight, page, ui }) => {
    const slider = ui.slider("Units of layer 1");
    const box = await slider.boundingBox();
    if (!box) throw new Error("the slider has no box");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 9, y);
    await page.mouse.down();
    for (let share = 0.1; share <= 0.5; share += 0.1) {
      await page.mouse.move(box.x + share * box.width, y);
    }
    await page.mouse.up();
    await expect.poll(async () => (await backlight.state()).layers_dims[1]).toBeGreaterThan(20);
    const { layers_dims } = await backlight.state();
    const [n0, n1, n2] = layers_dims;
    await expect(slider).toHaveValue(`${n1}`);
    await expect(ui.field("Units of layer 1")).toHaveValue(`${n1}`);
    await expect(ui.shape("W1")).toHaveText(`(${n1}, ${n0})`);
    await expect(ui.shape("b1")).toHaveText(`(${n1}, 1)`);
    await expect(ui.shape("W2")).toHaveText(`(${n2}, ${n1})`);
    await expect(ui.shape("Z1")).toHaveText(`(${n1}, 400)`);
    await expectShapesOfMatrices(ui, backlight);
  });

  test("arrow keys on a slider change one unit", async ({ backlight, ui }) => {
    await ui.slider("Units of layer 2").focus();
    await ui.slider("Units of layer 2").press("ArrowRight");
    await expect(ui.shape("W2")).toHaveText("(4, 4)");
    await ui.slider("Units of layer 2").press("ArrowLeft");
    await ui.slider("Units of layer 2").press("ArrowLeft");
    await expect(ui.shape("W2")).toHaveText("(2, 4)");
    expect((await backlight.state()).layers_dims).toEqual([2, 4, 2, 1]);
    await expectShapesOfMatrices(ui, backlight);
  });

  test("a number field takes a number, and arrow keys in it one unit", async ({
    backlight,
    ui,
  }) => {
    await ui.type("Units of layer 1", "64");
    await expect(ui.shape("W1")).toHaveText("(64, 2)");
    await ui.field("Units of layer 2").press("ArrowUp");
    await expect(ui.shape("W2")).toHaveText("(4, 64)");
    expect((await backlight.state()).layers_dims).toEqual([2, 64, 4, 1]);
  });

  test("+ adds hidden layers up to 6, − removes them down to none", async ({ backlight, ui }) => {
    const hidden = async () => (await backlight.state()).layers_dims.length - 2;
    for (let count = 3; count <= 6; count += 1) {
      await ui.press("Add a hidden layer");
      await expect.poll(hidden).toBe(count);
    }
    await expect(ui.button("Add a hidden layer")).toBeDisabled();
    await expect(ui.card("dA7")).toBeVisible();
    await expectShapesOfMatrices(ui, backlight);
    for (let count = 5; count >= 0; count -= 1) {
      await ui.press("Remove the last hidden layer");
      await expect.poll(hidden).toBe(count);
    }
    await expect(ui.button("Remove the last hidden layer")).toBeDisabled();
    await expect(ui.shape("W1")).toHaveText("(1, 2)");
    await expect(ui.card("W2")).toHaveCount(0);
    await expectShapesOfMatrices(ui, backlight);
  });
});

test.describe("training", () => {
  test("the learning rate's slider and field show the same", async ({ backlight, ui }) => {
    const rate = async () => (await backlight.state()).learning_rate;
    await ui.type("learning rate α", "1.2");
    await expect.poll(rate).toBe(1.2);
    await expect(ui.slider("learning rate α")).toHaveAttribute("aria-valuetext", "1.2");
    await ui.slider("learning rate α").press("Home");
    await expect.poll(rate).toBe(0.0001);
    await expect(ui.field("learning rate α")).toHaveValue("0.0001");
    await ui.slider("learning rate α").press("End");
    await expect.poll(rate).toBe(10);
    await expect(ui.field("learning rate α")).toHaveValue("10");
  });

  test("activation, initialization and seed are as chosen", async ({ backlight, ui }) => {
    const { W1 } = await backlight.snapshot();
    await ui.select("activation").selectOption("tanh");
    await expect.poll(async () => (await backlight.state()).activation).toBe("tanh");
    await backlight.step(1);
    expect(magnitude((await backlight.matrix("A", 1)).data)).toBeLessThanOrEqual(1);
    expect(Math.min(...(await backlight.matrix("A", 1)).data)).toBeLessThan(0);

    await ui.select("initialization").selectOption("zeros");
    await expect.poll(async () => (await backlight.state()).initialization).toBe("zeros");
    expect(magnitude((await backlight.matrix("W", 1)).data)).toBe(0);
    await ui.select("initialization").selectOption("small 1");
    await expect.poll(async () => (await backlight.state()).initialization).toBe("small");
    const small = await backlight.matrix("W", 1);
    await ui.select("initialization").selectOption("course 1");
    await expect.poll(async () => (await backlight.state()).initialization).toBe("course");
    const course = await backlight.matrix("W", 1);
    // randn · 0.01 against randn / √2, of the same randn
    course.data.forEach((entry, k) => {
      expect(entry * 0.01 * Math.SQRT2).toBeCloseTo(small.data[k] ?? Number.NaN, 14);
    });

    await ui.type("seed", "7");
    await expect.poll(async () => (await backlight.state()).seed).toBe(7);
    expect((await backlight.snapshot()).W1).not.toBe(W1);
  });

  test("the speed of 1 a second is one iteration a second", async ({ page, ui }) => {
    const speed = ui.slider("Speed");
    await speed.press("Home");
    await expect(speed).toHaveAttribute("aria-valuetext", "1 / s");
    await ui.press("Play");
    const interval = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const fact = document.querySelector('[data-fact="iteration"]');
          const at: Record<string, number> = {};
          new MutationObserver(() => {
            at[fact?.textContent ?? ""] ??= performance.now();
            const { 2: second, 4: fourth } = at;
            if (second !== undefined && fourth !== undefined) resolve((fourth - second) / 2);
          }).observe(document.body, { characterData: true, childList: true, subtree: true });
        }),
    );
    expect(interval).toBeGreaterThan(800);
    expect(interval).toBeLessThan(1500);
  });

  test("a higher speed applies at once", async ({ ui }) => {
    await ui.slider("Speed").press("Home");
    await ui.press("Play");
    await expect(ui.fact("iteration")).toHaveText("1");
    await ui.slider("Speed").press("End");
    await expect(ui.slider("Speed")).toHaveAttribute("aria-valuetext", "as fast as possible");
    await expect.poll(() => ui.iteration(), { timeout: 2000 }).toBeGreaterThan(30);
  });
});

test.describe("data", () => {
  const PLANE = ["circles", "moons", "blobs", "xor", "spiral", "flower"];

  test("every data set of the plane has its own X and a decision boundary", async ({
    backlight,
    ui,
  }) => {
    const digests = new Set<string | undefined>();
    for (const name of PLANE) {
      await ui.select("Data").selectOption(name);
      await expect.poll(async () => (await backlight.state()).dataset.name).toBe(name);
      await expect(ui.shape("A0")).toHaveText("(2, 400)");
      await expect(ui.boundary()).toBeVisible();
      digests.add((await backlight.snapshot()).X);
      await expectShapesOfMatrices(ui, backlight);
    }
    expect(digests.size).toBe(PLANE.length);
  });

  test("random numbers have as many inputs as are asked for", async ({ backlight, ui }) => {
    await ui.select("Data").selectOption("randn");
    await expect(ui.shape("A0")).toHaveText("(5, 400)");
    await expect(ui.shape("W1")).toHaveText("(4, 5)");
    await expect(ui.histogram()).toBeVisible();
    await ui.type("Data: n[0]", "12");
    await expect(ui.shape("A0")).toHaveText("(12, 400)");
    await expect(ui.shape("W1")).toHaveText("(4, 12)");
    await expectShapesOfMatrices(ui, backlight);
  });

  test("breast cancer is fetched when it is chosen", async ({ backlight, page, ui }) => {
    const file = page.waitForResponse(/cancer.*\.npy$/);
    await ui.select("Data").selectOption("cancer");
    expect((await file).ok()).toBe(true);
    await expect(ui.shape("A0")).toHaveText("(30, 569)");
    await expect(ui.histogram()).toBeVisible();
    await expectShapesOfMatrices(ui, backlight);
  });

  test("digits are fetched when chosen, with a histogram and W[1] as pictures", async ({
    backlight,
    page,
    ui,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const file = page.waitForResponse(/digits.*\.npy$/);
    expect(asked.filter((url) => url.endsWith(".npy"))).toEqual([]);
    await ui.select("Data").selectOption("digits");
    expect((await file).ok()).toBe(true);
    await expect(ui.boundary()).toHaveCount(0);
    await expect(ui.histogram()).toBeVisible();
    const { rows, cols } = await backlight.matrix("A", 0);
    expect(rows).toBe(64);
    await expect(ui.shape("A0")).toHaveText(`(64, ${cols})`);
    await ui.card("W1").click();
    const images = page.getByRole("img", { name: /^row \d+$/ });
    await expect(images).toHaveCount(4);
    for (const image of await images.all()) {
      await expect.poll(() => inked(image)).toBe(64);
    }
    await expectShapesOfMatrices(ui, backlight);
  });

  test("two hidden layers of 64 train on digits", async ({ backlight, ui }) => {
    await ui.select("Data").selectOption("digits");
    await expect(ui.shape("W1")).toHaveText("(4, 64)");
    await ui.type("Units of layer 1", "64");
    await ui.type("Units of layer 2", "64");
    await expect(ui.shape("W2")).toHaveText("(64, 64)");
    await ui.press("Play");
    await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
    await ui.press("Pause");
    await expect(ui.button("Play")).toBeVisible();
    for (const tensor of ["A0", "W1", "Z2", "A3", "dW1", "dZ2"]) {
      await expect.poll(() => inked(ui.canvas(tensor)), tensor).toBeGreaterThan(0);
    }
    const costs = await backlight.costs();
    expect(costs.at(-1)).toBeLessThan(costs[0] ?? 0);
  });

  test("the parameters of a data set are as typed", async ({ backlight, ui }) => {
    const { X } = await backlight.snapshot();
    await ui.type("Data: m", "100");
    await expect(ui.shape("A0")).toHaveText("(2, 100)");
    await ui.type("Data: m", "400");
    await expect(ui.shape("A0")).toHaveText("(2, 400)");
    expect((await backlight.snapshot()).X).toBe(X);

    await ui.type("Data: seed", "9");
    await expect.poll(async () => (await backlight.state()).dataset.seed).toBe(9);
    const reseeded = (await backlight.snapshot()).X;
    expect(reseeded).not.toBe(X);
    await ui.type("Data: noise", "0");
    await expect.poll(async () => (await backlight.state()).dataset.noise).toBe(0);
    expect((await backlight.snapshot()).X).not.toBe(reseeded);
    // The data's seed is another one than the network's.
    expect((await backlight.state()).seed).toBe(3);
  });

  test("label 1 is the digit that is asked for", async ({ backlight, ui }) => {
    await ui.select("Data").selectOption("digits");
    await expect(ui.shape("W1")).toHaveText("(4, 64)");
    const zeros = await backlight.labels();
    await ui.type("Data: digit", "7");
    await expect.poll(async () => (await backlight.state()).dataset.digit).toBe(7);
    const sevens = await backlight.labels();
    expect(sevens.every((label, i) => label === 0 || zeros[i] === 0)).toBe(true);
    expect(sevens.filter((label) => label === 1).length).toBeGreaterThan(100);
  });
});

test.describe("view", () => {
  test("frozen colours keep the scale while training goes on", async ({ backlight, ui }) => {
    await backlight.step(1);
    const scale = async (tensor: "W" | "dW") =>
      `±${written(magnitude((await backlight.matrix(tensor, 1)).data), 3)}`;
    await expect(ui.range("W1")).toHaveText(await scale("W"));
    const freeze = ui.checkbox("Freeze colours");
    const frozen = { W: await scale("W"), dW: await scale("dW") };
    await freeze.check();
    await backlight.step(1000);
    await expect(ui.fact("iteration")).toHaveText("1,001");
    expect(await scale("W")).not.toBe(frozen.W);
    await expect(ui.range("W1")).toHaveText(frozen.W);
    await expect(ui.range("dW1")).toHaveText(frozen.dW);
    await freeze.uncheck();
    await expect(ui.range("W1")).toHaveText(await scale("W"));
    await expect(ui.range("dW1")).toHaveText(await scale("dW"));
  });

  test("the cost axis is linear or logarithmic", async ({ backlight, page, ui }) => {
    await backlight.step(500);
    await expect(ui.fact("iteration")).toHaveText("500");
    const log = ui.toggle("log");
    await expect(log).toHaveAttribute("aria-pressed", "false");
    const plot = page.locator(".uplot canvas");
    const before = await plot.screenshot();
    await log.click();
    await expect(log).toHaveAttribute("aria-pressed", "true");
    await expect(plot).toHaveCount(1);
    await expect.poll(async () => (await plot.screenshot()).equals(before)).toBe(false);
    await log.click();
    await expect.poll(async () => (await plot.screenshot()).equals(before)).toBe(true);
  });

  test("pointing at the curve reads the cost there", async ({ backlight, page, ui }) => {
    await backlight.step(500);
    await expect(ui.fact("iteration")).toHaveText("500");
    const over = page.locator(".uplot .u-over");
    const pointed = page.locator('[data-fact="pointed-cost"]');
    await over.hover();
    await expect(pointed).toHaveText(/^J = \d\.\d+ in iteration \d+$/);
    const [, cost, k] = /J = (\S+) in iteration (\d+)/.exec(await pointed.innerText()) ?? [];
    expect(cost).toBe(written((await backlight.costs())[Number(k)] ?? Number.NaN, 6));
  });

  test("the language changes every text, loses no state, and survives a reload", async ({
    backlight,
    page,
    ui,
  }) => {
    await backlight.step(3);
    await ui.card("dW2").click();
    await expect(ui.fact("iteration")).toHaveText("3");
    await expect(page.getByText(/^from .* to /)).toBeVisible();
    await ui.select("Language").selectOption("中文");
    await expect(page.getByRole("button", { name: "开始" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page).toHaveTitle(/梯度下降/);
    await expect(ui.fact("iteration")).toHaveText("3");
    await expect(ui.card("dW2")).toHaveAttribute("aria-pressed", "true");
    expect((await backlight.state()).iteration).toBe(3);
    await expect.poll(() => englishWords(page)).toEqual([]);

    await page.reload();
    await expect(page.getByRole("button", { name: "开始" })).toBeVisible();
    await page.getByRole("combobox", { name: "语言" }).selectOption("English");
    await expect(ui.button("Play")).toBeVisible();
  });

  test("the theme changes the page and the matrices, and survives a reload", async ({
    backlight,
    page,
    ui,
  }) => {
    const ground = () =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    const light = await ground();
    const card = await ui.canvas("W1").screenshot();
    await ui.select("Theme").selectOption("Dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await expect.poll(async () => (await ui.canvas("W1").screenshot()).equals(card)).toBe(false);

    await page.reload();
    await backlight.await();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await ground()).toBe(dark);
    await ui.select("Theme").selectOption("Light");
    await expect.poll(ground).toBe(light);
  });
});

/** Words of English on the page, in its texts and in what stands in for them; names stay. */
function englishWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = new RegExp(
      [
        "\\b(Backlight|English|layers_dims|ReLU|tanh|randn|sigmoid|NaN|np\\.random\\.seed|A_prev)\\b",
        "\\b(losses|NumPy|Esc|initialize_parameters\\w*|sqrt|n_prev|np\\.array|Jupyter|PNG|SVG)\\b",
        "\\.(npz|npy|csv|ipynb)\\b",
      ].join("|"),
      "g",
    );
    const texts: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (element.closest("script, style, noscript, .formula")) continue;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? "");
      }
      for (const name of ["title", "aria-label", "aria-valuetext", "placeholder", "alt"]) {
        texts.push(element.getAttribute(name) ?? "");
      }
    }
    return texts.filter((text) => /[A-Za-z]{3,}/.test(text.replace(names, "")));
  });
}
