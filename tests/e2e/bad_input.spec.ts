import type { BacklightHandle, Loose } from "./helpers/backlight";
import { expect, test } from "./helpers/test";

test.describe("in a number field", () => {
  const TEXTS = ["abc", "", "-1", "65", "1e999", "2.5"];
  const without = (...fine: string[]) => TEXTS.filter((text) => !fine.includes(text));

  /** What each field refuses: whatever of the texts is not a value of its own. */
  const FIELDS = [
    { field: "Units of layer 1", dataset: "flower", refused: TEXTS },
    { field: "Units of layer 2", dataset: "flower", refused: TEXTS },
    { field: "learning rate α", dataset: "flower", refused: ["0", ...without("2.5")] },
    { field: "seed", dataset: "flower", refused: ["4294967296", ...without("65")] },
    { field: "Data: m", dataset: "flower", refused: ["0", "1", ...without("65")] },
    { field: "Data: noise", dataset: "flower", refused: without("2.5") },
    { field: "Data: seed", dataset: "flower", refused: without("65") },
    { field: "Data: n[0]", dataset: "randn", refused: ["0", ...without("65")] },
    { field: "Data: digit", dataset: "digits", refused: ["10", ...TEXTS] },
  ];

  for (const { field, dataset, refused } of FIELDS) {
    test(`${field} refuses nonsense in words, and Escape takes it back`, async ({
      backlight,
      page,
      ui,
    }) => {
      await backlight.configure({ dataset: { name: dataset } });
      await backlight.step(2);
      const before = await everything(backlight);
      const value = await ui.field(field).inputValue();
      const problem = page.getByRole("alert").filter({ hasText: /\S/ });
      for (const text of refused) {
        await ui.type(field, text);
        await expect(ui.field(field), `"${text}"`).toHaveAttribute("aria-invalid", "true");
        await expect(problem, `"${text}"`).toHaveCount(1);
        await expect(problem).toContainText(`“${text}”`);
        await expect(ui.field(field)).toHaveValue(text);
        expect(await backlight.state(), `after "${text}"`).toEqual(before.state);
        await ui.field(field).press("Escape");
        await expect(ui.field(field)).toHaveValue(value);
        await expect(ui.field(field)).toHaveAttribute("aria-invalid", "false");
        await expect(problem).toHaveCount(0);
      }
      expect(await everything(backlight)).toEqual(before);
      await expect(ui.fact("iteration")).toHaveText("2");
    });
  }

  test("the problem stands beside its control", async ({ backlight, page, ui }) => {
    expect((await backlight.state()).iteration).toBe(0);
    for (const field of ["Units of layer 1", "learning rate α", "Data: m"]) {
      await ui.type(field, "abc");
      const group = page.locator(".group").filter({ has: ui.field(field) });
      await expect(group.getByRole("alert")).toContainText("“abc”");
      await ui.field(field).press("Escape");
    }
  });

  test("one refused field leaves the other fields of its group alone", async ({
    backlight,
    ui,
  }) => {
    expect((await backlight.state()).layers_dims).toEqual([2, 4, 3, 1]);
    await ui.type("Units of layer 1", "abc");
    await expect(ui.field("Units of layer 1")).toHaveAttribute("aria-invalid", "true");
    await ui.field("Units of layer 2").fill("5");
    await expect(ui.field("Units of layer 2")).toHaveAttribute("aria-invalid", "false");
  });

  test("a refused field keeps its problem while another control is used", async ({
    backlight,
    page,
    ui,
  }) => {
    await ui.type("seed", "abc");
    await ui.select("activation").selectOption("tanh");
    await expect.poll(async () => (await backlight.state()).activation).toBe("tanh");
    await expect(ui.field("seed")).toHaveValue("abc");
    await expect(ui.field("seed")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("alert").filter({ hasText: "“abc”" })).toHaveCount(1);
  });

  test("a mended field is taken", async ({ backlight, page, ui }) => {
    await ui.type("Units of layer 1", "65");
    await expect(ui.field("Units of layer 1")).toHaveAttribute("aria-invalid", "true");
    await ui.type("Units of layer 1", "6");
    await expect(ui.shape("W1")).toHaveText("(6, 2)");
    await expect(ui.field("Units of layer 1")).toHaveAttribute("aria-invalid", "false");
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
    expect((await backlight.state()).layers_dims).toEqual([2, 6, 3, 1]);
  });
});

test.describe("through window.backlight", () => {
  type Case = [wrong: string, call: (backlight: Loose) => Promise<unknown>, names: RegExp];

  const CONFIGURE: Case[] = [
    ["no object", (b) => b.configure(5), /object.*5/],
    ["null", (b) => b.configure(null), /object.*null/],
    ["undefined", (b) => b.configure(undefined), /object.*undefined/],
    ["a list", (b) => b.configure([1, 2]), /object.*\[1,2\]/],
    ["a text", (b) => b.configure("flower"), /object.*flower/],
    ["an unknown key", (b) => b.configure({ layer_dims: [2, 1] }), /layer_dims.*layers_dims/],
    ["a function", (b) => b.configure({ seed: () => 1 }), /expected .* got/],
    ["layers_dims: a number", (b) => b.configure({ layers_dims: 4 }), /layers_dims.*array.*4/],
    ["layers_dims: a text", (b) => b.configure({ layers_dims: "2,4,1" }), /array.*2,4,1/],
    ["layers_dims: null", (b) => b.configure({ layers_dims: null }), /array.*null/],
    ["layers_dims: texts", (b) => b.configure({ layers_dims: [2, "4", 1] }), /number.*"4"/],
    ["layers_dims: []", (b) => b.configure({ layers_dims: [] }), /layers_dims.*0/],
    ["layers_dims: [2]", (b) => b.configure({ layers_dims: [2] }), /layers_dims.*1/],
    ["layers_dims: [3, 4, 1]", (b) => b.configure({ layers_dims: [3, 4, 1] }), /2.*3/],
    ["layers_dims: [2, 0, 1]", (b) => b.configure({ layers_dims: [2, 0, 1] }), /\[1\].*0/],
    ["layers_dims: [2, −4, 1]", (b) => b.configure({ layers_dims: [2, -4, 1] }), /\[1\].*-4/],
    ["layers_dims: [2, 4, 2]", (b) => b.configure({ layers_dims: [2, 4, 2] }), /\[2\].*1.*2/],
    ["layers_dims: [2, 2.5, 1]", (b) => b.configure({ layers_dims: [2, 2.5, 1] }), /whole.*2\.5/],
    ["layers_dims: NaN", (b) => b.configure({ layers_dims: [2, Number.NaN, 1] }), /NaN/],
    [
      "layers_dims: too much memory",
      (b) => b.configure({ layers_dims: [2, 100000, 100000, 1] }),
      /layers_dims.*MB.*MB/,
    ],
    ["learning_rate: 0", (b) => b.configure({ learning_rate: 0 }), /learning_rate.*0/],
    ["learning_rate: −1", (b) => b.configure({ learning_rate: -1 }), /learning_rate.*-1/],
    ["learning_rate: NaN", (b) => b.configure({ learning_rate: Number.NaN }), /finite.*NaN/],
    [
      "learning_rate: Infinity",
      (b) => b.configure({ learning_rate: Number.POSITIVE_INFINITY }),
      /finite.*inf/i,
    ],
    ["learning_rate: a text", (b) => b.configure({ learning_rate: "x" }), /number.*"x"/],
    ["learning_rate: null", (b) => b.configure({ learning_rate: null }), /number.*null/],
    [
      "learning_rate and a bad seed",
      (b) => b.configure({ learning_rate: 1, seed: -1 }),
      /seed.*-1/,
    ],
    ["seed: −1", (b) => b.configure({ seed: -1 }), /seed.*-1/],
    ["seed: 2 ** 32", (b) => b.configure({ seed: 2 ** 32 }), /seed.*4294967295.*4294967296/],
    ["seed: 1.5", (b) => b.configure({ seed: 1.5 }), /seed.*whole.*1\.5/],
    ["seed: a text", (b) => b.configure({ seed: "1" }), /number.*"1"/],
    ["initialization", (b) => b.configure({ initialization: "xavier" }), /course.*xavier/],
    ["activation", (b) => b.configure({ activation: "gelu" }), /relu.*gelu/],
    ["activation: a number", (b) => b.configure({ activation: 1 }), /string.*1/],
    ["dataset: a text", (b) => b.configure({ dataset: "flower" }), /dataset.*object.*flower/],
    ["dataset: null", (b) => b.configure({ dataset: null }), /dataset.*object.*null/],
    ["dataset: unknown", (b) => b.configure({ dataset: { name: "mnist" } }), /flower.*mnist/],
    ["dataset: unknown key", (b) => b.configure({ dataset: { size: 4 } }), /dataset\.size.*noise/],
    ["dataset: a parameter it lacks", (b) => b.configure({ dataset: { digit: 4 } }), /digit/],
    ["dataset: m 0", (b) => b.configure({ dataset: { m: 0 } }), /dataset\.m.*2.*0/],
    ["dataset: m 2.5", (b) => b.configure({ dataset: { m: 2.5 } }), /dataset\.m.*whole.*2\.5/],
    ["dataset: m a text", (b) => b.configure({ dataset: { m: "400" } }), /number.*"400"/],
    ["dataset: noise −1", (b) => b.configure({ dataset: { noise: -1 } }), /noise.*-1/],
    ["dataset: noise NaN", (b) => b.configure({ dataset: { noise: Number.NaN } }), /noise.*NaN/],
    ["dataset: seed −1", (b) => b.configure({ dataset: { seed: -1 } }), /seed.*-1/],
    [
      "dataset: too large",
      (b) => b.configure({ dataset: { name: "randn", n0: 50000, m: 100000 } }),
      /at most 40 .*50000/,
    ],
    [
      "digits: digit 10",
      (b) => b.configure({ dataset: { name: "digits", digit: 10 } }),
      /digit.*10/,
    ],
  ];

  const OTHERS: Case[] = [
    ["step(0)", (b) => b.step(0), /whole number.*0/],
    ["step(2.5)", (b) => b.step(2.5), /whole number.*2\.5/],
    ["step(−1)", (b) => b.step(-1), /whole number.*-1/],
    ["step(NaN)", (b) => b.step(Number.NaN), /whole number.*NaN/],
    ["step(Infinity)", (b) => b.step(Number.POSITIVE_INFINITY), /whole number.*Infinity/],
    ["step of a text", (b) => b.step("3"), /whole number.*3/],
    ["step(null)", (b) => b.step(null), /whole number.*null/],
    ["step of a function", (b) => b.step(() => 3), /expected .* got/],
    ["matrix('Q', 1)", (b) => b.matrix("Q", 1), /W.*Q/],
    ["matrix('W', 0)", (b) => b.matrix("W", 0), /1.*3.*0/],
    ["matrix('W', 9)", (b) => b.matrix("W", 9), /1.*3.*9/],
    ["matrix('W', 1.5)", (b) => b.matrix("W", 1.5), /1\.5/],
    ["matrix('W', −1)", (b) => b.matrix("W", -1), /-1/],
    ["matrix('W', NaN)", (b) => b.matrix("W", Number.NaN), /NaN/],
    ["matrix('W', '1')", (b) => b.matrix("W", "1"), /number.*1/],
    ["matrix('W')", (b) => b.matrix("W"), /undefined|NaN/],
    ["matrix(1, 1)", (b) => b.matrix(1, 1), /1/],
    ["matrix()", (b) => b.matrix(), /undefined/],
    ["matrix of a function", (b) => b.matrix(() => "W", 1), /expected .* got/],
    ["matrix('dW', 1) before any iteration", (b) => b.matrix("dW", 1), /dW.*comput/],
  ];

  /** Each is refused with an Error, and leaves everything as it was. */
  async function expectRefused(backlight: BacklightHandle, cases: Case[]) {
    const before = await everything(backlight);
    for (const [wrong, call, names] of cases) {
      const refusal = await backlight.refusal(call);
      expect.soft(refusal, wrong).not.toBeNull();
      expect.soft(refusal?.isError, `${wrong}: is an Error`).toBe(true);
      expect.soft(refusal?.message, wrong).toMatch(names);
      expect.soft(refusal?.message, `${wrong}: breaks the worker`).not.toMatch(/unexpectedly/);
      const state = await backlight.state();
      expect.soft(state, `state() after ${wrong}`).toEqual(before.state);
    }
    expect(await everything(backlight)).toEqual(before);
  }

  test("wrong configurations are refused and change nothing", async ({ backlight, ui }) => {
    await backlight.step(2);
    await expectRefused(backlight, CONFIGURE);
    await backlight.step(1);
    await expect(ui.fact("iteration")).toHaveText("3");
    await expect(ui.notice()).toHaveCount(0);
  });

  test("wrong steps and matrices are refused and change nothing", async ({ backlight, ui }) => {
    await expectRefused(backlight, OTHERS);
    await backlight.step(1);
    await expect(ui.fact("iteration")).toHaveText("1");
    await expect(ui.notice()).toHaveCount(0);
  });

  test("a refused request does not stop training that plays", async ({ backlight, ui }) => {
    await ui.press("Play");
    await expect.poll(() => ui.iteration()).toBeGreaterThan(5);
    expect(await backlight.refusal((b) => b.configure({ seed: -1 }))).not.toBeNull();
    expect(await backlight.refusal((b) => b.step(0))).not.toBeNull();
    const { iteration, playing } = await backlight.state();
    expect(playing).toBe(true);
    await expect.poll(() => ui.iteration()).toBeGreaterThan(iteration);
    await ui.press("Pause");
    await expect(ui.button("Play")).toBeVisible();
  });
});

/** Everything that a refused request must leave as it was. */
async function everything(backlight: BacklightHandle) {
  const [state, matrices, costs] = [backlight.state(), backlight.snapshot(), backlight.costs()];
  return { state: await state, matrices: await matrices, costs: await costs };
}
