import type { Page } from "@playwright/test";
import { test } from "../helpers/calm_test";
import { colourOf, EquationView, SOON } from "../helpers/equation";
import {
  DIGITS,
  type Id,
  Iteration,
  idOf,
  kindsOf,
  NETWORKS,
  type Network,
  resultsOf,
} from "../helpers/iteration";
import { expect } from "../helpers/test";

/** The formula of a matrix in TeX, free of the space between symbols. */
function formulaOf({ name, layer: l }: Id, L: number): string {
  const of = (symbol: string, layer = l) => `${symbol}^{[${layer}]}`;
  const mean = "\\frac{1}{m}";
  switch (name) {
    case "Z":
      return `${of("Z")}=${of("W")}\\cdot${of("A", l - 1)}+${of("b")}`;
    case "A":
      return l === L
        ? `${of("A")}=\\sigma(${of("Z")})=\\frac{1}{1+e^{-${of("Z")}}}`
        : `${of("A")}=\\max(0,${of("Z")})`;
    case "losses":
      return `\\begin{aligned}J&=${mean}\\sum_{i=1}^{m}L^{(i)}\\\\L^{(i)}&=-\\bigl(y^{(i)}\\loga^{(i)}+(1-y^{(i)})\\log(1-a^{(i)})\\bigr)\\end{aligned}`;
    case "dA":
      return l === L
        ? `${of("dA")}=-\\left(\\frac{Y}{${of("A")}}-\\frac{1-Y}{1-${of("A")}}\\right)`
        : `${of("dA")}={${of("W", l + 1)}}^{\\top}\\cdot${of("dZ", l + 1)}`;
    case "dZ":
      return `${of("dZ")}=${of("dA")}*g'(${of("Z")})`;
    case "dW":
      return `${of("dW")}=${mean}${of("dZ")}\\cdot{${of("A", l - 1)}}^{\\top}`;
    case "db":
      return `${of("db")}=${mean}\\sum_{i=1}^{m}${of("dZ")}{}^{(i)}`;
    default:
      return `${of(name)}:=${of(name)}-\\alpha${of(`d${name}`)}`;
  }
}

/** The line of shapes, each number as the CSS variable of its dimension. */
function shapesOf({ name, layer: l }: Id, L: number): string {
  const n = (layer: number) => `n${layer}`;
  const shape = (rows: string, columns: string) => `(--${rows}, --${columns})`;
  const [own, examples] = [shape(n(l), "m"), (layer: number) => shape(n(layer), "m")];
  switch (name) {
    case "Z":
      return `${own} = ${shape(n(l), n(l - 1))} · ${examples(l - 1)} + ${shape(n(l), "one")}`;
    case "A":
      return `${own} = g ${own}`;
    case "losses":
      return `() = 1/m Σ ${own}`;
    case "dA":
      return l === L
        ? `${own} = −( ${own} / ${own} − …)`
        : `${own} = ${shape(n(l), n(l + 1))} · ${examples(l + 1)}`;
    case "dZ":
      return `${own} = ${own} * ${own}`;
    case "dW":
      return `${shape(n(l), n(l - 1))} = 1/m ${own} · ${shape("m", n(l - 1))}`;
    case "db":
      return `${shape(n(l), "one")} = 1/m Σ ${own}`;
    default: {
      const whole = shape(n(l), name === "W" ? n(l - 1) : "one");
      return `${whole} = ${whole} − α ${whole}`;
    }
  }
}

/** How many entries a dimension has, by its CSS variable. */
function sizeOf(variable: string, { layers_dims, m }: Network): number {
  if (variable === "--m") return m;
  return variable === "--one" ? 1 : (layers_dims[Number(variable.slice(3))] ?? 0);
}

/** The numbers of the line of shapes, and their colours. */
function shownShapes(page: Page) {
  return page.locator(".shape-line").evaluate((line) => ({
    text: (line.textContent ?? "").replace(/\s+/g, " ").trim(),
    colours: [...line.querySelectorAll("b")].map((number) => getComputedStyle(number).color),
  }));
}

for (const network of NETWORKS) {
  const results = resultsOf(network);
  const L = network.layers_dims.length - 1;

  test.describe(network.title, () => {
    test("a click on its card opens each equation, with formula and shapes", async ({
      backlight,
      page,
      ui,
    }) => {
      await Iteration.of(backlight, network, 1);
      const view = new EquationView(page);
      const dimensions = [...network.layers_dims.keys()].map((l) => `--n${l}`);
      const colours: Record<string, string> = {};
      for (const variable of [...dimensions, "--m", "--one"]) {
        colours[variable] = await colourOf(page, variable);
      }
      expect(new Set(Object.values(colours)).size, "no colour twice").toBe(dimensions.length + 2);
      for (const tensor of results) {
        await ui.card(tensor).click();
        await view.isOpen(tensor);
        expect(await ui.card(tensor).getAttribute("aria-pressed")).toBe("true");
        const id = idOf(tensor);
        const formula = view.formula();
        const tex = (await formula.getAttribute("data-tex"))?.replace(/\\,|\s/g, "");
        expect(tex, tensor).toBe(formulaOf(id, L));
        await expect(formula.locator(".katex-html"), `${tensor} is typeset`).toHaveCount(1);
        expect(await formula.locator(".katex-error").count(), tensor).toBe(0);
        const variables = shapesOf(id, L).match(/--\w+/g) ?? [];
        const text = shapesOf(id, L).replace(/--\w+/g, (one) => `${sizeOf(one, network)}`);
        const wanted = { text, colours: variables.map((variable) => colours[variable]) };
        await expect.poll(() => shownShapes(page), { ...SOON, message: tensor }).toEqual(wanted);
      }
    });

    test("Enter on its card, and the strip of operations, open an equation", async ({
      backlight,
      page,
      ui,
    }) => {
      await backlight.configure(network.configuration);
      const view = new EquationView(page);
      const kinds = kindsOf(network);
      for (const tensor of kinds) {
        await ui.card(tensor).press("Enter");
        await view.isOpen(tensor);
      }
      for (const tensor of kinds) {
        await view.operation(tensor).click();
        await view.isOpen(tensor);
      }
    });
  });
}

// On the other network: operations.spec.ts.
test("One operation opens each equation, with its numbers", async ({ backlight, page, ui }) => {
  await backlight.configure(DIGITS.configuration);
  const view = new EquationView(page);
  for (const tensor of resultsOf(DIGITS)) {
    await ui.press("One operation");
    await view.isOpen(tensor);
    await expect.poll(() => view.status(), SOON).toBe("fresh");
  }
});

test("before its operation an equation has no numbers, and Compute up to here has them", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.state();
  const view = new EquationView(page);
  await ui.card("dW2").click();
  await expect(view.result()).toHaveAttribute("data-status", "absent");
  await expect(view.panel.locator(".equation-status")).toContainText("Not computed yet.");
  await view.panel.locator('[data-action="compute"]').click();
  await expect(view.result()).toHaveAttribute("data-status", "fresh");
  await expect(view.panel.locator(".equation-status")).toHaveCount(0);
  await view.isOpen("dW2");
});

test("in the next iteration an equation says that its numbers are from the one before", async ({
  backlight,
  page,
  ui,
}) => {
  await backlight.step(1);
  await backlight.stepOperation();
  const view = new EquationView(page);
  await ui.card("dW2").click();
  await expect(view.result()).toHaveAttribute("data-status", "stale");
  await expect(view.panel.locator(".equation-status")).toContainText("iteration before");
});
