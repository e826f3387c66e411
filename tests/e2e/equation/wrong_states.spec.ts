import type { Page } from "@playwright/test";
import type { BacklightHandle } from "../helpers/backlight";
import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import {
  DIGITS,
  FLOWER,
  type Id,
  idOf,
  NETWORKS,
  type Network,
  symbolOf,
} from "../helpers/iteration";
import type { Screen } from "../helpers/screen";
import { test as anew, expect } from "../helpers/test";
import { written } from "../helpers/text";

interface Stage {
  backlight: BacklightHandle;
  page: Page;
  ui: Screen;
  view: EquationView;
}

/** Nothing is lit, and nothing of another equation's entry is written. */
async function isDark({ view }: Stage): Promise<void> {
  await expect(view.lit()).toHaveCount(0);
  await expect(view.panel.locator(".trace output")).toHaveCount(0);
  await expect(view.readout()).toBeEmpty();
}

/** Keyboard, so that the mouse, where it points, stays. */
const choose = async (page: Page, tensor: string) => {
  await page.locator(`.operation[aria-label="${symbolOf(idOf(tensor))}"]`).press("Enter");
};

/** What can come in between, and what holds afterwards. */
interface Disturbance {
  title: string;
  disturb: (stage: Stage, network: Network) => Promise<void>;
}

const FORGETTING: Disturbance[] = [
  {
    title: "another equation",
    disturb: async ({ page, view }) => {
      await choose(page, "Z1");
      await view.isOpen("Z1");
    },
  },
  {
    title: "another layer",
    disturb: async ({ page, view }, { layers_dims }) => {
      const l = layers_dims.length - 1;
      await choose(page, `dW${l}`);
      await view.isOpen(`dW${l}`);
    },
  },
  {
    title: "another data set",
    disturb: async ({ backlight, ui }) => {
      await ui.select("Data").selectOption("moons");
      await expect.poll(async () => (await backlight.state()).dataset.name, SOON).toBe("moons");
      await expect(ui.select("Data")).toHaveValue("moons");
    },
  },
  {
    title: "other layers_dims",
    disturb: async ({ ui }, { layers_dims }) => {
      await ui.button("Add a hidden layer").press("Enter");
      await expect(ui.card(`W${layers_dims.length}`)).toBeVisible();
    },
  },
  {
    title: "Reset",
    disturb: async ({ ui, view }) => {
      await ui.button("Reset").press("Enter");
      await expect.poll(() => view.status(), SOON).toBe("absent");
      await expect(ui.fact("iteration")).toHaveText("0");
    },
  },
];

const KEEPING: Disturbance[] = [
  {
    title: "another language",
    disturb: async ({ page }) => {
      await page.locator(".preferences select").first().selectOption("zh-CN");
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    },
  },
  {
    title: "another theme",
    disturb: async ({ page }) => {
      await page.locator(".preferences select").nth(1).selectOption("dark");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    },
  },
];

const PINNED = { row: 1, column: 1 };

/** The pinned entry as it is now. */
async function pinnedValue({ backlight }: Stage, { name, layer }: Id): Promise<number> {
  const { cols, data } = await backlight.matrix(name, layer);
  return data[PINNED.row * cols + PINNED.column] ?? Number.NaN;
}

/** Begins anew, and pins a cell of dW of the last but one layer; the mouse stays on it. */
async function pin(stage: Stage, { configuration, layers_dims }: Network): Promise<Id> {
  const { backlight, page, view } = stage;
  await backlight.configure(configuration);
  await backlight.step(2);
  const layer = layers_dims.length - 2;
  const id: Id = { name: "dW", layer };
  await view.open(`dW${layer}`);
  const size = { rows: layers_dims[layer] ?? 1, cols: layers_dims[layer - 1] ?? 1 };
  const { x, y } = await view.middle(view.picture(view.result()), size, PINNED);
  await page.mouse.click(x, y);
  const total = written(await pinnedValue(stage, id), 6);
  await expect.poll(async () => (await view.traced()).total, SOON).toBe(total);
  return id;
}

test.describe("tracing", () => {
  for (const network of NETWORKS) {
    test(`a pinned cell does not outlive its equation or its run on ${network.title}`, async ({
      backlight,
      page,
      ui,
    }) => {
      const view = new EquationView(page);
      const stage = { backlight, page, ui, view };
      for (const { title, disturb } of FORGETTING) {
        await test.step(title, async () => {
          await pin(stage, network);
          await disturb(stage, network);
          await isDark(stage);
          await expect(view.traceable()).toHaveAttribute("data-pinned", "false");
        });
      }
    });

    test(`language and theme leave the traced cell and its number on ${network.title}`, async ({
      backlight,
      page,
      ui,
    }) => {
      const view = new EquationView(page);
      const stage = { backlight, page, ui, view };
      const id = await pin(stage, network);
      await view.pointAway();
      const before = await view.traced();
      for (const { title, disturb } of KEEPING.toReversed()) {
        await disturb(stage, network);
        await expect.poll(() => view.traced(), { ...SOON, message: title }).toEqual(before);
        expect((await view.traced()).total, title).toBe(written(await pinnedValue(stage, id), 6));
      }
      await expect(view.working()).not.toContainText("more");
      await expect(view.working()).toContainText(`${network.m - 4}`);
    });
  }

  test("another data set ends the choice of an example, other layers_dims do not", async ({
    backlight,
    page,
    ui,
  }) => {
    await backlight.configure(FLOWER.configuration);
    await backlight.step(2);
    const view = new EquationView(page);
    await view.open("losses3");
    await page.locator(".loss-bars").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(".example-column")).not.toHaveCount(0);
    await ui.button("Remove the last hidden layer").click();
    await expect(ui.card("W3")).toHaveCount(0);
    await expect(page.locator('.example-bar [data-fact="loss"]')).toHaveCount(0);
    await expect(page.locator(".example-bar").getByRole("textbox")).toHaveValue("0");
    await ui.select("Data").selectOption("digits");
    await expect(page.locator(".example-bar")).toHaveCount(0);
    await expect(page.locator(".example-column")).toHaveCount(0);
    await backlight.step(1);
    await expect(view.lit()).toHaveCount(0);
  });

  test("a traced cell is of the present matrix after each step, and in the midst of an iteration", async ({
    backlight,
    page,
    ui,
  }) => {
    const view = new EquationView(page);
    const stage = { backlight, page, ui, view };
    const id = await pin(stage, FLOWER);
    await view.pointAway();
    for (let k = 0; k < 3; k += 1) {
      await backlight.step(1);
      await expect(view.total()).toHaveText(written(await pinnedValue(stage, id), 6));
    }
    // The first operation of the next iteration: dW is of the iteration before, its operands are gone.
    await backlight.stepOperation();
    await choose(page, "dW2");
    await expect.poll(() => view.status(), SOON).toBe("stale");
    await isDark(stage);
  });
});

anew.describe("turning", () => {
  for (const network of NETWORKS) {
    anew(
      `nothing is left of a turn that is interrupted on ${network.title}`,
      async ({ backlight, page, ui }) => {
        const view = new EquationView(page);
        const stage = { backlight, page, ui, view };
        const running = () =>
          page.evaluate(() => {
            const turns = [...document.querySelectorAll(".equation .turn")];
            return turns.flatMap((turn) => turn.getAnimations()).map(({ playState }) => playState);
          });
        for (const { title, disturb } of [...FORGETTING, ...KEEPING]) {
          await test.step(title, async () => {
            await backlight.configure(network.configuration);
            await backlight.step(1);
            await choose(page, "Z1"); // from where dA[1] turns anew
            await view.isOpen("Z1");
            await view.open("dA1");
            await disturb(stage, network);
            await isDark(stage);
            await expect.poll(running, SOON).toEqual([]);
          });
        }
      },
    );
  }
});

test.describe("playing", () => {
  const play = (page: Page) => page.evaluate(() => window.backlight?.play());
  const pause = (page: Page) => page.evaluate(() => window.backlight?.pause());

  for (const network of NETWORKS) {
    test(`a pinned cell has the present number once paused on ${network.title}`, async ({
      backlight,
      page,
      ui,
    }) => {
      const view = new EquationView(page);
      const stage = { backlight, page, ui, view };
      const id = await pin(stage, network);
      await view.pointAway();
      const before = await view.traced();
      await play(page);
      await expect.poll(() => view.traced(), SOON).not.toEqual(before);
      await pause(page);
      await expect(view.total()).toHaveText(written(await pinnedValue(stage, id), 6));
      expect((await view.traced()).lights).toEqual(before.lights);
    });

    test(`what is changed while it plays leaves no number of before on ${network.title}`, async ({
      backlight,
      page,
      ui,
    }) => {
      const view = new EquationView(page);
      const stage = { backlight, page, ui, view };
      for (const { title, disturb } of FORGETTING) {
        await test.step(title, async () => {
          await pin(stage, network);
          await play(page);
          await disturb(stage, network);
          await view.pointAway();
          await isDark(stage);
          await pause(page);
          await isDark(stage);
          if ((await backlight.state()).iteration === 0) return; // nothing to trace
          await view.traceable().press("ArrowRight");
          const id = idOf((await view.panel.getAttribute("data-equation")) ?? "");
          const { data } = await backlight.matrix(id.name, id.layer);
          await expect(view.total()).toHaveText(written(data[0] ?? Number.NaN, 6));
          await page.keyboard.press("Escape");
        });
      }
    });
  }

  test("language and theme leave the traced cell while it plays", async ({
    backlight,
    page,
    ui,
  }) => {
    const view = new EquationView(page);
    const stage = { backlight, page, ui, view };
    await pin(stage, DIGITS);
    await view.pointAway();
    const { cell, lights } = await view.traced();
    await play(page);
    for (const { disturb, title } of KEEPING) {
      await disturb(stage, DIGITS);
      await expect
        .poll(() => view.traced(), { ...SOON, message: title })
        .toMatchObject({ cell, lights });
    }
    await pause(page);
  });

  test("every number of the cost's equation is of the present once paused", async ({
    backlight,
    page,
    ui,
  }) => {
    const view = new EquationView(page);
    await backlight.configure(DIGITS.configuration);
    await backlight.step(2);
    await view.open("losses2");
    await page.locator(".loss-bars").focus();
    await page.keyboard.press("ArrowRight");
    const total = view.panel.locator(".cost-line output.total");
    const before = await total.textContent();
    await play(page);
    await expect(total).not.toHaveText(before ?? "");
    await pause(page);
    const cost = (await backlight.state()).cost ?? Number.NaN;
    await expect(total).toHaveText(written(cost, 6));
    await expect(ui.fact("cost")).toHaveText(written(cost, 6));
    const { data } = await backlight.matrix("losses", 2);
    const loss = written(data[0] ?? Number.NaN, 6);
    await expect(view.total()).toHaveText(loss);
    await expect(page.locator('.example-bar [data-fact="loss"]')).toHaveText(loss);
  });

  test("the example taken apart stays within other data", async ({ backlight, page, ui }) => {
    await backlight.configure(FLOWER.configuration);
    await backlight.step(1);
    const view = new EquationView(page);
    await view.open("dW2");
    await view.mode("apart").click();
    await view.panel.getByRole("slider").fill("401");
    await expect(view.panel.locator(".apart-end")).toHaveAttribute("data-reached", "true");
    await backlight.configure({ dataset: { m: 30 } });
    await backlight.step(1);
    await expect(view.panel.getByRole("slider")).toHaveAttribute("max", "31");
    await expect(view.panel.locator(".apart-slider")).not.toContainText("400");
    await expect(ui.card("A0").locator(".shape")).toHaveText("(2, 30)");
  });
});
