/** The panel that checks numbers, as a person sees and uses it; and what notebooks printed. */

import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import type { Activation } from "../../../www/protocol/configuration";
import type { BacklightHandle } from "../helpers/backlight";
import { expect } from "../helpers/test";

export interface NotebookNetwork {
  layers_dims: number[];
  activation: Activation;
  seed: number;
  learning_rate: number;
  X: number[][];
  Y: [number[]];
}

/** What a notebook printed after some iterations. */
interface Printed {
  network: number;
  iterations: number;
}

export interface Mistaken extends Printed {
  kind: string;
  target: string;
  text: string;
}

/** What real NumPy printed: right, and with every known mistake. */
export const fixture: {
  networks: NotebookNetwork[];
  mistaken: Mistaken[];
  last_only: Mistaken[];
  right: (Printed & { texts: [target: string, form: string, text: string][] })[];
  undiagnosed: (Printed & { text: string })[];
  costs: (Printed & { kind: string | null; texts: string[] })[];
} = JSON.parse(readFileSync(new URL("../../fixtures/checking.json", import.meta.url), "utf8"));

/** The page trains the network of a notebook, and has done as many iterations. */
export async function train(
  page: Page,
  backlight: BacklightHandle,
  { network, iterations }: Printed,
): Promise<NotebookNetwork> {
  const one = fixture.networks[network] as NotebookNetwork;
  const { X, Y, activation, layers_dims, learning_rate, seed } = one;
  const lines = Y[0].map((y, i) => [...X.map((row) => row[i]), y].join(","));
  const csv = [[...X.map((_, j) => `x${j}`), "y"].join(","), ...lines, ""].join("\n");
  await page.evaluate(async (csv) => {
    await window.backlight?.open(new File([csv], "notebook.csv"), { scaling: "none" });
  }, csv);
  const initialization = "course";
  await backlight.configure({ layers_dims, activation, seed, initialization, learning_rate });
  if (iterations > 0) await backlight.step(iterations);
  return one;
}

export class CheckingPanel {
  readonly page: Page;
  readonly root: Locator;
  readonly opener: Locator;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator("dialog.checking");
    this.opener = page.locator('[data-action="check-numbers"]');
    this.text = this.root.getByRole("textbox");
  }

  async open(): Promise<void> {
    await this.opener.click();
    await expect(this.text).toBeFocused();
  }

  button(action: "check" | "choose" | "example" | "clear" | "close" | "check-again" | "remove") {
    return this.root.locator(`button[data-action="${action}"]`);
  }

  /** Waits until no check is under way; one that was just asked for has begun by the next frame. */
  async isDone(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await expect(this.root).toHaveAttribute("aria-busy", "false", { timeout: 20_000 });
  }

  /** Pastes a text in place of the one that is there, and checks it. */
  async check(text: string): Promise<void> {
    await this.paste(text);
    await this.button("check").click();
    await this.isDone();
  }

  /** Puts a text where the one before was, as pasting does: at once. */
  async paste(text: string): Promise<void> {
    await this.text.evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
  }

  problem(): Locator {
    return this.root.locator(".check-problem");
  }

  summary(): Locator {
    return this.root.locator(".check-summary");
  }

  arrays(): Locator {
    return this.root.locator(".check");
  }

  array(name: string): Locator {
    return this.root.locator(`.check[data-name="${name}"]`);
  }

  diagnosis(kind: string): Locator {
    return this.root.locator(`.diagnosis[data-kind="${kind}"]`);
  }

  /** An entry of an array's table, by its row and column in the matrix. */
  entry(row: number, column: number): Locator {
    return this.root.locator(`.entry[data-row="${row}"][data-column="${column}"]`);
  }

  /** The statuses of all arrays, in their order. */
  statuses(): Promise<(string | null)[]> {
    return this.arrays().evaluateAll((all) => all.map((one) => one.getAttribute("data-status")));
  }

  showEquation(): Locator {
    return this.root.locator('button[data-action="show-equation"]');
  }
}
