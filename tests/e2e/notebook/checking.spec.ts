import { BacklightHandle } from "../helpers/backlight";
import { test as calm } from "../helpers/calm_test";
import { EquationView } from "../helpers/equation";
import { expect } from "../helpers/test";
import { CheckingPanel, fixture, type Mistaken, train } from "./checking_panel";

const test = calm.extend<{ backlight: BacklightHandle; panel: CheckingPanel }>({
  backlight: async ({ page }, use) => {
    await page.goto("./");
    await use(await BacklightHandle.of(page));
  },
  panel: async ({ backlight, page }, use) => {
    await backlight.state();
    await use(new CheckingPanel(page));
  },
});

const [right] = fixture.right.filter(({ iterations }) => iterations === 4);
if (!right) throw new Error("checking.json has no right numbers after 4 iterations");

test.describe("what agrees", () => {
  test("every form in which NumPy prints a matrix is read, and agrees", async ({
    backlight,
    page,
    panel,
  }) => {
    test.setTimeout(90_000);
    await train(page, backlight, right);
    await panel.open();
    expect(right.texts.length).toBeGreaterThan(60);
    const forms = new Set<string>();
    for (const [target, form, text] of right.texts) {
      await panel.check(text);
      expect(await panel.statuses(), `${target}, ${form}:\n${text}`).toEqual(["agrees"]);
      await expect(panel.arrays().locator(".check-subject"), text).toContainText(
        target === "cost" ? "J" : target.replace(/^(d?)(\w)(\d)$/, "$1$2[$3]"),
      );
      forms.add(form);
    }
    expect([...forms]).toContain("abbreviated repr");
    await expect(panel.summary()).toContainText("1 agrees.");
    await expect(panel.summary()).toContainText("after 4 iterations");
  });

  test("several arrays at once, one of which is none of the network's", async ({
    backlight,
    page,
    panel,
  }) => {
    await train(page, backlight, right);
    await panel.open();
    const named = right.texts.filter(([, form]) => form === "print").slice(0, 4);
    const texts = named.map(([, , text]) => text);
    await panel.check(`${texts.join("")}foo = [[1. 2. 3. 4. 5. 6. 7.]]\n`);
    const statuses = await panel.statuses();
    expect(statuses).toEqual(["agrees", "agrees", "agrees", "agrees", "unrecognised"]);
    await expect(panel.summary()).toContainText("4 agree, 1 is not recognised.");
    await expect(panel.array("foo")).toContainText("the shape (1, 7)");
    await expect(panel.diagnosis("another_tensor")).toHaveCount(0);
  });

  test("without a name it is found by its numbers", async ({ backlight, page, panel }) => {
    await train(page, backlight, right);
    await panel.open();
    const [, , text] = right.texts.find(([of, form]) => of === "W2" && form === "print") ?? [];
    await panel.check((text ?? "").replace("W2 = ", ""));
    expect(await panel.statuses()).toEqual(["agrees"]);
    await expect(panel.arrays()).toContainText("W[2]");
    await expect(panel.arrays()).toContainText("by its numbers");
  });

  test("what NumPy left out stands as …, and what it printed can be looked at", async ({
    backlight,
    page,
    panel,
  }) => {
    const { layers_dims, X } = await train(page, backlight, right);
    await panel.open();
    const [, , text] =
      right.texts.find(([of, form]) => of === "Z1" && form.startsWith("abbreviated")) ?? [];
    await panel.check(text ?? "");
    expect(await panel.statuses()).toEqual(["agrees"]);
    await panel.root.locator(".check summary").click();
    const [last, lastColumn] = [(layers_dims[1] ?? 0) - 1, (X[0]?.length ?? 0) - 1];
    for (const [row, column] of [
      [0, 0],
      [0, lastColumn],
      [last, 0],
      [last, lastColumn],
    ] as const) {
      await expect(panel.entry(row, column)).toHaveAttribute("data-agrees", "true");
    }
    expect(await panel.root.locator(".entry[data-agrees]").count()).toBe(4);
    expect(await panel.root.locator(".entry[data-left-out]").count()).toBe(5);
  });
});

test.describe("what differs", () => {
  const kinds = [...new Set(fixture.mistaken.map(({ kind }) => kind))];
  /** One of each kind, those of a network together. */
  const cases = kinds
    .map((kind) => fixture.mistaken.find((one) => one.kind === kind) as Mistaken)
    .sort((a, b) => a.network - b.network || a.iterations - b.iterations);
  const halves = [cases.slice(0, cases.length / 2), cases.slice(cases.length / 2)];

  halves.forEach((half, index) => {
    test(`every mistake that real NumPy code made is named with its line, part ${index + 1}`, async ({
      backlight,
      page,
      panel,
    }) => {
      test.setTimeout(120_000);
      expect(cases.length).toBeGreaterThan(45);
      let at = "";
      for (const one of half) {
        const { kind, target, text, network, iterations } = one;
        const here = `${network} ${iterations}`;
        if (here !== at) await train(page, backlight, one);
        at = here;
        if (!(await panel.root.isVisible())) await panel.open();
        await panel.check(text);
        const array = panel.array(target);
        await expect(array, text).not.toHaveAttribute("data-status", "agrees");
        const said = array.locator(`.diagnosis[data-kind="${kind}"]`).first();
        // The same lines may stand with an array before it.
        const before = panel.diagnosis(kind).first();
        await expect(said.or(before).first(), `${kind} of ${target}:\n${text}`).toBeVisible();
        const found = (await said.count()) > 0 ? said : before;
        await expect(found.locator("p").first()).toHaveText(/\S.*\.$/);
        const isOfNumbers = /^(another_(tensor|layer|iteration)|transposed)$/.test(kind);
        if (isOfNumbers) continue;
        const code = (which: "wrong" | "right") => found.locator(`[data-code="${which}"] code`);
        expect(await code("wrong").innerText(), kind).not.toBe(await code("right").innerText());
        await expect(found.locator("del, ins").first(), kind).toBeVisible();
      }
    });
  });

  test("each entry is told with both numbers: by mouse, by keyboard", async ({
    backlight,
    page,
    panel,
  }) => {
    const one = fixture.mistaken.find(({ kind }) => kind === "no_mean") as Mistaken;
    await train(page, backlight, one);
    await panel.open();
    await panel.check(one.text);
    const { data, cols } = await backlight.matrix("dW", 2);
    await expect(panel.array("dW2")).toContainText("by at most");
    const line = panel.root.locator(".entry-line");
    const value = (of: string) => line.locator(`[data-value="${of}"]`);
    const pastedAt = (row: number, column: number) =>
      one.text.split("\n")[row]?.match(/-?\d+\.\d*/g)?.[column] ?? "";

    await panel.entry(1, 3).hover();
    await expect(line.locator(".entry-place")).toHaveText("[1, 3]");
    const minus = (text: string) => text.replaceAll("−", "-");
    expect(Number(minus(await value("pasted").innerText()))).toBe(Number(pastedAt(1, 3)));
    expect(Number(minus(await value("expected").innerText()))).toBe(data[cols + 3]);
    await expect(panel.entry(1, 3)).toHaveAttribute("data-agrees", "false");
    await expect(panel.entry(1, 3)).toContainText("≠");
    await expect(panel.entry(0, 1)).toHaveAttribute("data-agrees", "true");

    await panel.root.locator(".entries-box").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expect(line.locator(".entry-place")).toHaveText("[1, 1]");
    expect(Number(minus(await value("pasted").innerText()))).toBe(Number(pastedAt(1, 1)));
    await page.keyboard.press("End");
    await expect(line.locator(".entry-place")).toHaveText("[1, 3]");
    await panel.entry(0, 1).click();
    await page.mouse.move(2, 2);
    await expect(line.locator(".entry-place")).toHaveText("[0, 1]");
    await expect(line).toContainText("agrees");
  });

  test("a mistake of the last iteration alone is told from one of all", async ({
    backlight,
    page,
    panel,
  }) => {
    const last = fixture.last_only.find(({ kind }) => kind === "no_mean") as Mistaken;
    await train(page, backlight, last);
    await panel.open();
    await panel.check(last.text);
    await expect(panel.diagnosis("no_mean").first()).toContainText("Only in this iteration");
    const all = fixture.mistaken.find(
      ({ kind, iterations }) => kind === "no_mean" && iterations === last.iterations,
    ) as Mistaken;
    await train(page, backlight, all);
    await panel.check(all.text);
    await expect(panel.diagnosis("no_mean").first()).toContainText("In every iteration");
  });

  test("printed costs: right, with a mistake, and of iterations to come", async ({
    backlight,
    page,
    panel,
  }) => {
    const [none, mistaken] = [null, "log_base"].map((kind) =>
      fixture.costs.find((one) => one.kind === kind),
    );
    if (!none || !mistaken) throw new Error("checking.json has no such costs");
    await train(page, backlight, none);
    await panel.open();
    await panel.check(none.texts[0] ?? "");
    expect(await panel.statuses()).toEqual(["agrees"]);
    await panel.check(mistaken.texts[0] ?? "");
    expect(await panel.statuses()).toEqual(["differs"]);
    await expect(panel.diagnosis("log_base").first()).toContainText("np.log");
    await expect(panel.root.locator(".entries-head")).toContainText("30");
    await panel.check("Cost after iteration 4000: 0.1\n");
    expect(await panel.statuses()).toEqual(["not_computed"]);
  });

  test("another shape is told, and that the numbers are right", async ({
    backlight,
    page,
    panel,
  }) => {
    const one = fixture.mistaken.find(
      ({ kind, network }) => kind === "transposed" && network === 0,
    ) as Mistaken;
    await train(page, backlight, one);
    await panel.open();
    await panel.check(one.text);
    const array = panel.array(one.target);
    await expect(array).toHaveAttribute("data-status", "wrong_shape");
    await expect(array).toContainText("The numbers are right, but transposed.");
    await panel.check(`${one.target} = [[1. 2. 3. 4. 5.]]\n`);
    await expect(array).toContainText("cannot be compared one by one");
    await expect(array).toContainText(/None of the (known )?mistakes/);
  });

  test("where nothing fits it says so, and shows the equation of the first entry", async ({
    backlight,
    page,
    panel,
  }) => {
    const one = fixture.undiagnosed.find(({ text }) => text.startsWith("dW2"));
    if (!one) throw new Error("checking.json has no such numbers");
    await train(page, backlight, one);
    // The equation is shown in the course's form, whatever it was before: in that form it is checked.
    await new EquationView(page).open("dW2");
    await page.locator('button[data-averaging="dZ"]').click();
    await new EquationView(page).open("W1");
    await panel.open();
    await panel.check(one.text);
    await expect(panel.array("dW2")).toContainText(/None of the (known )?mistakes/);
    const { data } = await backlight.matrix("dW", 2);
    await expect(panel.array("dW2")).toContainText("The first entry that differs is [0, 0]");
    await panel.showEquation().click();
    const view = new EquationView(page);
    await view.isOpen("dW2");
    await expect.poll(async () => (await view.traced()).cell).toBe("dW2[0, 0]");
    const total = (await view.traced()).total?.replace("−", "-");
    expect(Number(total)).toBeCloseTo(data[0] ?? Number.NaN, 4);
    await expect(page.locator('button[data-averaging="dW"]')).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(panel.root).toBeVisible(); // beside it
  });
});
