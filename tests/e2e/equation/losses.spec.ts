import type { Page } from "@playwright/test";
import { test } from "../helpers/calm_test";
import { EquationView, SOON } from "../helpers/equation";
import { DIGITS, FLOWER, Iteration, NETWORKS, sum } from "../helpers/iteration";
import { expect } from "../helpers/test";
import { written } from "../helpers/text";

const WITHOUT_EXAMPLES = /^(W|b|dW|db)\d$/;

interface Veil {
  example: string | undefined;
  /** Percent of the width. */
  before: number;
  width: number;
}

/** The example that each card isolates, and where its column stands; null in cards without a veil. */
function veils(page: Page): Promise<Record<string, Veil | null>> {
  return page.locator(".card").evaluateAll((cards) =>
    Object.fromEntries(
      cards.map((card) => {
        const veil = card.querySelector<HTMLElement>(".example-column");
        const share = (name: string) => Number.parseFloat(veil?.style.getPropertyValue(name) ?? "");
        return [
          card.getAttribute("data-tensor"),
          veil && {
            example: veil.dataset.example,
            before: share("--before"),
            width: share("--width"),
          },
        ];
      }),
    ),
  );
}

/** Clicks on the bar of an example. */
async function clickBar(page: Page, example: number, m: number) {
  const bars = page.locator(".equation .loss-bars");
  const box = await bars.boundingBox();
  if (!box) throw new Error("no bars");
  // Clicks are at whole pixels; a bar of 1.6 pixels has one.
  const x = Math.ceil(box.x + (example / m) * box.width);
  await page.mouse.click(x, Math.floor(box.y + box.height - 3));
}

for (const network of NETWORKS) {
  const { m, title } = network;
  const L = network.layers_dims.length - 1;
  const example = Math.floor(m / 3);

  test.describe(title, () => {
    test("a bar chooses its example: its facts, and its column in every matrix with examples", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      await view.open(`losses${L}`);
      await clickBar(page, example, m);
      const bar = page.locator(".example-bar");
      const fact = (name: string) => bar.locator(`[data-fact="${name}"]`);
      await expect(bar.getByRole("textbox")).toHaveValue(`${example}`);
      const y = iteration.entry({ name: "Y", layer: L }, 0, example);
      await expect(fact("y")).toHaveText(written(y, 3));
      const a = iteration.entry({ name: "A", layer: L }, 0, example);
      await expect(fact("a")).toHaveText(written(a, 4));
      const loss = iteration.entry({ name: "losses", layer: L }, 0, example);
      await expect(fact("loss")).toHaveText(written(loss, 6));
      expect(written(iteration.worked({ name: "losses", layer: L }, 0, example), 6)).toBe(
        written(loss, 6),
      );

      const wanted = { example: `${example}`, before: (100 * example) / m, width: 100 / m };
      for (const [tensor, veil] of Object.entries(await veils(page))) {
        if (WITHOUT_EXAMPLES.test(tensor)) {
          expect(veil, tensor).toBeNull();
          continue;
        }
        expect(veil?.example, tensor).toBe(wanted.example);
        expect(veil?.before, tensor).toBeCloseTo(wanted.before, 3);
        expect(veil?.width, tensor).toBeCloseTo(wanted.width, 3);
      }
      const parts = view.panel.locator(".part .example-column");
      await expect(parts, "losses, Y and A").toHaveCount(3);
      await expect.poll(async () => (await view.traced()).cell, SOON).toBe(`losses[0, ${example}]`);

      await bar.getByRole("button", { name: "Show all examples" }).click();
      await expect(bar).toHaveCount(0);
      await expect(page.locator(".example-column")).toHaveCount(0);
      await expect(view.lit()).toHaveCount(0);
    });

    test("the inputs of an example are those of its column of X", async ({ backlight, page }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      await view.open(`losses${L}`);
      await clickBar(page, example, m);
      const n0 = network.layers_dims[0] ?? 0;
      const shown = Array.from({ length: Math.min(n0, 4) }, (_, k) =>
        written(iteration.entry({ name: "A", layer: 0 }, k, example), 3),
      );
      const rest = n0 > 4 ? `, … and ${n0 - 4} more` : "";
      const x = page.locator('.example-bar [data-fact="x"]');
      await expect(x).toHaveText(`(${shown.join(", ")}${rest})`);
    });

    test("J is the mean of the bars, whose line stands at it", async ({ backlight, page, ui }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      await view.open(`losses${L}`);
      const losses = iteration.matrix({ name: "losses", layer: L }).data;
      const mean = sum(m, (i) => losses[i] ?? 0) / m;
      const line = view.panel.locator(".cost-line");
      await expect(line.locator("output.total")).toHaveText(written(mean, 6));
      await expect(ui.fact("cost")).toHaveText(written(mean, 6));
      expect((await backlight.costs()).at(-1)).toBeCloseTo(mean, 13);
      const first = losses.slice(0, 4).map((loss) => written(loss, 3));
      await expect(line).toContainText(`1/${m} · (${first.join(" + ")} + … and ${m - 4} more)`);

      const largest = Math.max(...losses);
      const labels = await backlight.labels();
      await expect(view.panel.locator(".losses-axis")).toContainText(written(largest, 3));
      const tallest = losses.indexOf(largest);
      const bars = view.panel.locator(".loss-bars");
      const [height, colours] = await bars.evaluate(
        (canvas: HTMLCanvasElement, { m, at, bars, tallest }) => {
          const { width, height } = canvas;
          const context = canvas.getContext("2d");
          const colour = (x: number, y: number) =>
            context?.getImageData(Math.floor(x), Math.floor(y), 1, 1).data.join() ?? "";
          const middle = (i: number) => ((i + 0.5) / m) * width;
          return [
            height,
            {
              ofLabels: bars.map((i) => colour(middle(i), height - 2)),
              ofTallest: colour(middle(tallest), 2),
              across: [0.1, 0.5, 0.9].map((x) => colour(x * width, height * (1 - at))),
            },
          ] as const;
        },
        { m, at: mean / largest, bars: [labels.indexOf(0), labels.indexOf(1)], tallest },
      );
      expect(height).toBeGreaterThan(100);
      expect(colours.ofLabels[0], "each label has its colour").not.toBe(colours.ofLabels[1]);
      expect(colours.ofLabels, "the largest reaches the top").toContain(colours.ofTallest);
      expect(new Set(colours.across).size, "one line across, at J").toBe(1);
    });

    test("the label of dA[L] picks the term that survives, and a − y is left", async ({
      backlight,
      page,
    }) => {
      const iteration = await Iteration.of(backlight, network);
      const view = new EquationView(page);
      await view.open(`dA${L}`);
      const labels = await backlight.labels();
      for (const y of [0, 1]) {
        const column = labels.indexOf(y);
        const a = iteration.entry({ name: "A", layer: L }, 0, column);
        const size = { rows: 1, cols: m };
        await view.pointAt(view.picture(view.result()), size, { row: 0, column });
        await expect(view.working()).toContainText(`dA${L}[0, ${column}] = `);
        await expect(view.working()).toContainText(
          y === 1 ? `= −1/${written(a, 4)} = −` : `= 1/(1 − ${written(a, 4)}) = `,
        );
        await expect(view.trace()).toContainText(
          y === 1
            ? "only −y/a survives. It is negative"
            : "only (1 − y)/(1 − a) survives. It is positive",
        );
        await expect(view.trace().locator("output.difference")).toHaveText(written(a - y, 6));
        const dA = iteration.entry({ name: "dA", layer: L }, 0, column);
        expect(written(dA * a * (1 - a), 6), "dA · a(1−a) = a − y").toBe(written(a - y, 6));
      }
    });
  });
}

test.describe("the number of the example", () => {
  test("another number chooses another example", async ({ backlight, page }) => {
    const iteration = await Iteration.of(backlight, DIGITS);
    const view = new EquationView(page);
    await view.open("losses2");
    await clickBar(page, 5, 60);
    const field = page.locator(".example-bar").getByRole("textbox");
    await field.fill("17");
    await field.press("Enter");
    const loss = iteration.entry({ name: "losses", layer: 2 }, 0, 17);
    await expect(page.locator('.example-bar [data-fact="loss"]')).toHaveText(written(loss, 6));
    expect((await veils(page)).A0?.example).toBe("17");
  });

  test("a wrong number is told with what is wanted, and changes nothing", async ({
    backlight,
    page,
  }) => {
    await Iteration.of(backlight, DIGITS);
    const view = new EquationView(page);
    await view.open("losses2");
    await clickBar(page, 5, 60);
    const field = page.locator(".example-bar").getByRole("textbox");
    for (const [typed, problem] of [
      ["60", "Wanted a whole number in 0–59, got “60”."],
      ["x", "Wanted a number, got “x”."],
    ] as const) {
      await field.fill(typed);
      await field.press("Enter");
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByText(problem), typed).toBeVisible();
      expect((await veils(page)).A0?.example).toBe("5");
      await field.press("Escape");
      await expect(field).toHaveValue("5");
      await expect(page.getByText(problem)).toHaveCount(0);
    }
  });

  test("the arrow keys walk over the bars, and the same bar lets go", async ({
    backlight,
    page,
  }) => {
    await Iteration.of(backlight, FLOWER);
    const view = new EquationView(page);
    await view.open("losses3");
    const chosen = page.locator(".example-bar").getByRole("textbox");
    await page.locator(".equation .loss-bars").focus();
    for (const [key, example] of [
      ["ArrowRight", 0],
      ["ArrowRight", 1],
      ["ArrowLeft", 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect(chosen).toHaveValue(`${example}`);
    }
    await page.keyboard.press("Escape");
    await expect(chosen).toHaveCount(0);
    await clickBar(page, 200, 400);
    await expect(chosen).toHaveValue("200");
    await clickBar(page, 200, 400);
    await expect(chosen).toHaveCount(0);
  });
});
