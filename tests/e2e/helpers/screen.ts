/** What a person sees on the page and does there, in the page's English. */

import type { Locator, Page } from "@playwright/test";

export type Action = "Reset" | "Play" | "Pause" | "One operation" | "One iteration";

export class Screen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  button(
    name: Action | "New seed" | "Add a hidden layer" | "Remove the last hidden layer",
  ): Locator {
    return this.#page.getByRole("button", { name, exact: true });
  }

  press(name: Parameters<Screen["button"]>[0]): Promise<void> {
    return this.button(name).click();
  }

  select(name: string): Locator {
    return this.#page.getByRole("combobox", { name, exact: true });
  }

  slider(name: string): Locator {
    return this.#page.getByRole("slider", { name });
  }

  field(name: string): Locator {
    return this.#page.getByRole("textbox", { name, exact: true });
  }

  checkbox(name: string): Locator {
    return this.#page.getByRole("checkbox", { name });
  }

  /** A button that is pressed or not. */
  toggle(name: string): Locator {
    return this.#page.getByRole("button", { name, exact: true });
  }

  /** Types into a field and leaves it with Enter. */
  async type(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).press("Enter");
  }

  fact(name: "iteration" | "cost" | "accuracy"): Locator {
    return this.#page.locator(`[data-fact="${name}"]`);
  }

  /** The iteration that the page shows. */
  async iteration(): Promise<number> {
    return Number((await this.fact("iteration").innerText()).replaceAll(",", ""));
  }

  cards(): Locator {
    return this.#page.locator(".card");
  }

  /** The card of a matrix: "W1", "dZ2", "A0", "Y3", "losses3". */
  card(tensor: string): Locator {
    return this.#page.locator(`.card[data-tensor="${tensor}"]`);
  }

  /** The text of a card's shape: "(4, 400)". */
  shape(tensor: string): Locator {
    return this.card(tensor).locator(".shape");
  }

  range(tensor: string): Locator {
    return this.card(tensor).locator(".range");
  }

  /** A text of every card by its matrix: of its shape or its range. */
  texts(of: "shape" | "range"): Promise<Record<string, string>> {
    return this.cards().evaluateAll((cards, of) => {
      const text = (card: Element) => card.querySelector(`.${of}`)?.textContent ?? "";
      return Object.fromEntries(
        cards.map((card) => [card.getAttribute("data-tensor"), text(card)]),
      );
    }, of);
  }

  canvas(tensor: string): Locator {
    return this.card(tensor).locator("canvas");
  }

  notice(): Locator {
    return this.#page.locator(".notice");
  }

  readout(): Locator {
    return this.#page.locator(".readout");
  }

  boundary(): Locator {
    return this.#page.getByRole("figure").filter({ hasText: "decision boundary" });
  }

  histogram(): Locator {
    return this.#page.getByRole("figure").filter({ hasText: "predictions by class" });
  }
}

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  data: [number, number, number, number][];
}

/** The pixels of a canvas. */
export function pixelsOf(canvas: Locator): Promise<Pixels> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = (element as HTMLCanvasElement).getContext("2d");
    if (!context || width === 0 || height === 0) return { width, height, data: [] };
    const bytes = context.getImageData(0, 0, width, height).data;
    const data = Array.from({ length: width * height }, (_, pixel) => {
      const [r = 0, g = 0, b = 0, a = 0] = bytes.subarray(4 * pixel, 4 * pixel + 4);
      return [r, g, b, a] as [number, number, number, number];
    });
    return { width, height, data };
  });
}

/** How many pixels of a canvas are not transparent. */
export async function inked(canvas: Locator): Promise<number> {
  return (await pixelsOf(canvas)).data.filter(([, , , alpha]) => alpha > 0).length;
}
