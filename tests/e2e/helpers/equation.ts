/** The equation view, as a person sees and touches it. */

import type { Locator, Page } from "@playwright/test";
import { idOf, type Operand, symbolOf } from "./iteration";
import { expect } from "./test";

/** For `expect.poll`: most of what is waited for comes with the next frame. */
export const SOON = { intervals: [10, 20, 40, 80, 160, 320] };

/** A cell of a matrix as it is stored. */
export interface Cell {
  row: number;
  column: number;
}

/** Rows and columns. */
export type Size = Pick<{ rows: number; cols: number }, "rows" | "cols">;

export interface Traced {
  /** "dW2[0, 1]"; null where no sum is written out. */
  cell: string | null;
  total: string | null;
  lights: Record<string, string>;
}

export class EquationView {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.locator("section.equation");
  }

  /** The formula of the equation. */
  formula(): Locator {
    return this.panel.locator('.formula[data-display="true"]');
  }

  /** The line of shapes under the formula. */
  shapes(): Locator {
    return this.panel.locator(".shape-line");
  }

  /** The numbers of the traced entry; `working` and `total` are parts of it. */
  trace(): Locator {
    return this.panel.locator(".trace");
  }

  working(): Locator {
    return this.trace().locator(".working").first();
  }

  total(): Locator {
    return this.trace().locator("output.total");
  }

  lit(): Locator {
    return this.page.locator(".lit");
  }

  readout(): Locator {
    return this.page.locator(".readout");
  }

  traceable(): Locator {
    return this.panel.locator(".traceable");
  }

  mode(mode: "equation" | "apart" | "break"): Locator {
    return this.panel.locator(`button[data-mode="${mode}"]`);
  }

  operation(tensor: string): Locator {
    const symbol = symbolOf(idOf(tensor));
    return this.page.locator(`.operation[aria-label="${symbol}"]`);
  }

  result(): Locator {
    return this.panel.locator('.part[data-role="result"]');
  }

  operand({ role, index = 0 }: Pick<Operand, "role"> & { index?: number }): Locator {
    return this.panel.locator(`.part[data-role="${role}"]`).nth(index);
  }

  /** The heatmap of a part. */
  picture(part: Locator): Locator {
    return part.locator(".heatmap canvas");
  }

  /** Opens the equation of a matrix, "dW2", by the strip of operations; it is drawn then. */
  async open(tensor: string): Promise<void> {
    // Real clicks on it are opening.spec.ts's; they wait for two frames each.
    await this.operation(tensor).evaluate((button: HTMLElement) => button.click());
    await this.isOpen(tensor);
    await expect.poll(() => this.status(), { ...SOON, message: tensor }).toBe("fresh");
  }

  /** Waits until the equation of a matrix is open. */
  async isOpen(tensor: string): Promise<void> {
    await expect.poll(() => this.panel.getAttribute("data-equation"), SOON).toBe(tensor);
  }

  /** Of the result: "fresh", "stale" or "absent". */
  status(): Promise<string | null> {
    return this.result().getAttribute("data-status");
  }

  /** Where the middle of a cell is on the screen; of a transpose, the size and cell as it is shown. */
  async middle(picture: Locator, { rows, cols }: Size, { row, column }: Cell) {
    const box = await picture.evaluate((element) => {
      element.scrollIntoView({ block: "nearest", inline: "nearest" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
    return {
      x: box.x + ((column + 0.5) / cols) * box.width,
      y: box.y + ((row + 0.5) / rows) * box.height,
    };
  }

  /** Points with the mouse. */
  async pointAt(picture: Locator, size: Size, cell: Cell): Promise<void> {
    const { x, y } = await this.middle(picture, size, cell);
    await this.page.mouse.move(x, y);
  }

  /** Takes the mouse to where there is nothing. */
  async pointAway(): Promise<void> {
    await this.page.mouse.move(2, 2);
  }

  /** Points at a cell and reads its exact value. */
  async valueAt(
    picture: Locator,
    name: string,
    size: Size,
    cell: Cell,
    shown = cell,
  ): Promise<number> {
    await this.pointAt(picture, size, shown);
    return this.reads(name, cell);
  }

  /** Waits until the readout is of a cell of the matrix "dW2", and reads the exact value. */
  async reads(name: string, { row, column }: Cell): Promise<number> {
    // Behind the name may stand what tells W before the update from W after it.
    const text = async () => (await this.readout().textContent()) ?? "";
    const start = () => text().then((all) => all.startsWith(name) && all.slice(all.indexOf("[")));
    await expect.poll(start, { ...SOON, message: name }).toContain(`[${row}, ${column}] = `);
    return Number((await text()).split(" = ")[1]?.replaceAll("−", "-"));
  }

  /** What is traced: the index, the total, and what is lit: "row, column" by role, of operands also index. */
  traced(): Promise<Traced> {
    return this.panel.evaluate((panel) => {
      const lit = [...panel.querySelectorAll<HTMLElement>(".lit")].map((one) => {
        const part = one.closest<HTMLElement>(".part");
        const role = part?.dataset.role ?? "ghosts";
        const all = [...panel.querySelectorAll(`.part[data-role="${role}"]`)];
        const { row, column } = one.dataset;
        const key = part && role === "operand" ? `${role} ${all.indexOf(part)}` : role;
        return [key, `${row}, ${column}`];
      });
      return {
        cell: panel.querySelector(".trace .working b")?.textContent ?? null,
        total: panel.querySelector(".trace output.total")?.textContent ?? null,
        lights: Object.fromEntries(lit),
      };
    });
  }
}

/** A CSS variable's colour as computed styles write it. */
export function colourOf(page: Page, variable: string): Promise<string> {
  return page.evaluate((variable) => {
    const probe = document.createElement("i");
    probe.style.color = `var(${variable})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, variable);
}
