import type { Page } from "@playwright/test";
import { QUESTIONS, type Question } from "../../../www/i18n/why/answer";
import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import { DIGITS, Iteration, kindsOf, NETWORKS } from "../helpers/iteration";
import { inked } from "../helpers/screen";
import { expect } from "../helpers/test";
import { written } from "../helpers/text";

class Why {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog() {
    return this.page.locator("dialog.why");
  }

  answer() {
    return this.dialog().locator(".why-answer");
  }

  contents() {
    return this.dialog().locator(".why-contents button");
  }

  async open(question?: Question): Promise<void> {
    await this.page.locator('header [data-action="why"]').click();
    await this.isOpen("transposes");
    if (!question || question === "transposes") return;
    await this.contents()
      .and(this.page.locator(`[data-question="${question}"]`))
      .click();
    await this.isOpen(question);
  }

  async isOpen(question: Question): Promise<void> {
    await expect(this.answer()).toHaveAttribute("data-question", question);
    await expect(this.dialog()).toBeVisible();
  }

  async isClosed(): Promise<void> {
    await expect(this.dialog()).toBeHidden();
    await expect(this.answer()).toHaveCount(0);
  }

  /** The button of the one thing to try. */
  tryIt() {
    return this.answer().locator(".why-task button");
  }
}

/** The questions at the equation of each kind of matrix. */
const AT: Record<string, Question[]> = {
  Z: ["bias", "layers_dims"],
  A: ["layers_dims"],
  losses: ["loss_or_cost", "one_over_m"],
  "dA of the last layer": ["dAL", "loss_or_cost"],
  dA: ["transposes"],
  "dZ of the last layer": ["dAL", "one_over_m"],
  dZ: ["loss_or_cost", "one_over_m"],
  dW: ["transposes", "one_over_m"],
  db: ["bias", "one_over_m"],
  W: ["layers_dims", "one_over_m"],
  b: ["bias"],
};

for (const network of NETWORKS) {
  const L = network.layers_dims.length - 1;
  const l = L - 1;

  test(`the questions of each equation open their answers on ${network.title}`, async ({
    backlight,
    page,
  }) => {
    await backlight.configure(network.configuration);
    await backlight.step(1);
    const [view, why] = [new EquationView(page), new Why(page)];
    const asked = new Set<string>();
    for (const tensor of kindsOf(network)) {
      await view.open(tensor);
      const [name = "", layer] = tensor.split(/(?=\d)/);
      const kind = /^d[AZ]$/.test(name) && Number(layer) === L ? `${name} of the last layer` : name;
      const buttons = view.panel.locator(".questions button");
      const shown = await buttons.evaluateAll((all: HTMLElement[]) =>
        all.map(({ dataset }) => dataset.question),
      );
      expect(shown, tensor).toEqual(AT[kind]);
      for (const question of AT[kind] ?? []) {
        if (asked.has(question)) continue;
        asked.add(question);
        await view.panel.locator(`.questions [data-question="${question}"]`).click();
        await why.isOpen(question);
        await page.keyboard.press("Escape");
        await why.isClosed();
      }
    }
    expect([...asked].sort()).toEqual([...QUESTIONS].sort());
  });

  test(`Try it brings the page to what each answer promises on ${network.title}`, async ({
    backlight,
    page,
  }) => {
    const [view, why] = [new EquationView(page), new Why(page)];
    const pressed = (mode: "equation" | "apart" | "break") =>
      expect(view.mode(mode)).toHaveAttribute("aria-pressed", "true");
    const mistake = async (kind: string) => {
      await pressed("break");
      const offer = view.panel.locator(`[data-mistake="${kind}"]`);
      await expect(offer).toHaveAttribute("aria-pressed", "true");
      await expect(view.panel.locator('.verdict[data-verdict="error"]')).toContainText(
        "ValueError: ",
      );
    };
    const example = () => page.locator(".example-bar").getByRole("textbox");
    const begun = async () => expect((await backlight.state()).iteration).toBe(1);
    const promised: Record<Question, () => Promise<void>> = {
      transposes: async () => {
        await view.isOpen(`dW${l}`);
        await mistake("transpose_dropped");
        await begun();
      },
      bias: async () => {
        await view.isOpen(`Z${l}`);
        await mistake("flat");
        await begun();
      },
      dAL: async () => {
        await view.isOpen(`dA${L}`);
        await pressed("equation");
        await begun();
        const first = (await backlight.labels()).indexOf(1);
        await expect(example()).toHaveValue(`${first}`);
        await expect(view.trace()).toContainText("only −y/a survives");
      },
      loss_or_cost: async () => {
        await view.isOpen(`losses${L}`);
        await begun();
        await expect(view.panel.locator(".loss-bars")).toBeVisible();
      },
      one_over_m: async () => {
        await view.isOpen(`dW${l}`);
        await pressed("apart");
        await begun();
        await expect(view.panel.locator(".apart-step")).not.toHaveCount(0);
      },
      layers_dims: async () => {
        const wider = [...network.layers_dims.slice(0, -1), 3, 1];
        await expect.poll(async () => (await backlight.state()).layers_dims).toEqual(wider);
        await expect(page.locator(`.card[data-tensor="W${L + 1}"] .shape`)).toHaveText("(1, 3)");
      },
    };
    for (const question of QUESTIONS) {
      await backlight.configure(network.configuration); // nothing is computed
      await why.open(question);
      await why.tryIt().click();
      await why.isClosed();
      await promised[question]();
    }
  });
}

test("Open J at the worst example chooses it", async ({ backlight, page }) => {
  await Iteration.of(backlight, DIGITS, 1);
  const why = new Why(page);
  await why.open("loss_or_cost");
  await why.tryIt().click();
  await why.isClosed();
  const { data } = await backlight.matrix("losses", 2);
  const worst = data.indexOf(Math.max(...data));
  await expect(page.locator(".example-bar").getByRole("textbox")).toHaveValue(`${worst}`);
});

test("the contents list has the six questions, and each opens its answer", async ({
  backlight,
  page,
}) => {
  await backlight.state();
  const why = new Why(page);
  await why.open();
  await expect(why.contents()).toHaveCount(6);
  for (const [index, question] of QUESTIONS.entries()) {
    await why.contents().nth(index).click();
    await why.isOpen(question);
    const current = why.dialog().locator('[aria-current="page"]');
    await expect(current).toHaveAttribute("data-question", question);
    await expect(why.tryIt()).not.toBeEmpty();
  }
});

test("Escape, its button and a click beside it close the answer", async ({ backlight, page }) => {
  await backlight.state();
  const why = new Why(page);
  await why.open("bias");
  await page.keyboard.press("Escape");
  await why.isClosed();
  await why.open();
  await why.dialog().getByRole("button", { name: "Close" }).click();
  await why.isClosed();
  await why.open();
  await page.mouse.click(4, 450);
  await why.isClosed();
  await why.open();
  await why.answer().click({ position: { x: 5, y: 5 } });
  await why.isOpen("transposes");
});

test("the answers are in the language of the page", async ({ backlight, page, ui }) => {
  await backlight.state();
  const why = new Why(page);
  await why.open("dAL");
  const english = await why.answer().innerText();
  await page.keyboard.press("Escape");
  await ui.select("Language").selectOption("zh-CN");
  await why.open("dAL");
  await expect(why.dialog()).toHaveAttribute("aria-label", "为什么？");
  await expect(why.answer()).not.toHaveText(english);
  await expect(why.answer()).toContainText(/[\u4e00-\u9fff]{4}/);
  await why.dialog().getByRole("button", { name: "关闭" }).click();
  await why.isClosed();
  await page.locator(".preferences select").first().selectOption("en");
  await why.open("dAL");
  await expect(why.dialog()).toHaveAttribute("aria-label", "Why?");
  await expect(why.answer()).not.toContainText(/[\u4e00-\u9fff]/);
});

test("before the first iteration the live figures are missing, with a button for them", async ({
  backlight,
  page,
}) => {
  await backlight.configure(DIGITS.configuration);
  const why = new Why(page);
  await why.open("loss_or_cost");
  const begin = why.answer().locator(".equation-status button").first();
  await begin.click();
  await expect(why.answer().locator(".equation-status")).toHaveCount(0);
  await expect.poll(async () => (await backlight.state()).iteration).toBe(1);
  await expect(why.answer()).toBeVisible();
});

for (const network of NETWORKS) {
  test(`the figures are live on ${network.title}`, async ({ backlight, page }) => {
    await Iteration.of(backlight, network, 1);
    const why = new Why(page);
    await why.open("transposes");
    const trace = why.answer().locator(".trace");
    const before = new Set<string>();
    for (let k = 0; k < 2; k += 1) {
      const iteration = await Iteration.next(backlight, network);
      /** What is written, and what it should be: "dW2[1, 0] = …". */
      const shown = async () => {
        const cell = await trace.locator(".working b").textContent();
        const [, layer, row, column] = /^dW(\d+)\[(\d+), (\d+)\]$/.exec(cell ?? "") ?? [];
        const id = { name: "dW", layer: Number(layer) } as const;
        const total = await trace.locator("output.total").textContent();
        before.add(total ?? "");
        return total === written(iteration.entry(id, Number(row), Number(column)), 6);
      };
      await expect.poll(shown, SOON).toBe(true);
    }
    expect(before.size, "another number after a step").toBeGreaterThan(1);
    const pictures = why.answer().locator(".part .heatmap canvas");
    for (const picture of await pictures.all()) {
      await expect.poll(() => inked(picture), SOON).toBeGreaterThan(0);
    }
    await expect(why.answer().locator(".falk .part")).not.toHaveCount(0);
  });
}
