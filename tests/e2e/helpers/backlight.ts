/** The page's own object, `window.backlight`, as tests read and drive it. */

import type { JSHandle, Page } from "@playwright/test";
import type { Backlight, BacklightState } from "../../../www/api/backlight";
import type { ConfigurationInput } from "../../../www/protocol/configuration";
import type { OperationName, TensorName } from "../../../www/protocol/tensors";

export type { BacklightState, ConfigurationInput };

export interface Matrix {
  rows: number;
  cols: number;
  data: number[];
}

/** `window.backlight` as a script without types sees it. */
export type Loose = { [K in keyof Backlight]: (...args: unknown[]) => Promise<unknown> };

/** The names of the matrices of every layer. */
export const NAMES: TensorName[] = ["W", "b", "Z", "A", "dA", "dZ", "dW", "db"];

export class BacklightHandle {
  readonly #page: Page;
  #handle!: JSHandle<Backlight>;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the page has it: the first matrices stand on the page. */
  static async of(page: Page): Promise<BacklightHandle> {
    const backlight = new BacklightHandle(page);
    await backlight.await();
    return backlight;
  }

  /** After a reload, the new page's object. */
  async await(): Promise<void> {
    const handle = await this.#page.waitForFunction(() => window.backlight);
    this.#handle = handle as JSHandle<Backlight>;
  }

  configure(partial: ConfigurationInput): Promise<BacklightState> {
    return this.#handle.evaluate((backlight, partial) => backlight.configure(partial), partial);
  }

  step(n: number): Promise<{ iteration: number; cost: number }> {
    return this.#handle.evaluate((backlight, n) => backlight.step(n), n);
  }

  stepOperation(): Promise<{ operation: OperationName; layer: number; iteration: number }> {
    return this.#handle.evaluate((backlight) => backlight.stepOperation());
  }

  matrix(name: TensorName, l: number): Promise<Matrix> {
    return this.#handle.evaluate(
      async (backlight, [name, l]) => {
        const { rows, cols, data } = await backlight.matrix(name, l);
        return { rows, cols, data: [...data] };
      },
      [name, l] as const,
    );
  }

  costs(): Promise<number[]> {
    return this.#handle.evaluate(async (backlight) => [...(await backlight.costs())]);
  }

  labels(): Promise<number[]> {
    return this.#handle.evaluate(async (backlight) => [...(await backlight.labels()).data]);
  }

  state(): Promise<BacklightState> {
    return this.#handle.evaluate((backlight) => backlight.state());
  }

  reset(): Promise<void> {
    return this.#handle.evaluate((backlight) => backlight.reset());
  }

  /** The shape of every matrix that a card shows, "(4, 2)", and its largest magnitude; all computed. */
  matrices(): Promise<Record<string, { shape: string; magnitude: number }>> {
    return this.#handle.evaluate(async (backlight, names) => {
      const L = (await backlight.state()).layers_dims.length - 1;
      const layers = Array.from({ length: L }, (_, index) => index + 1);
      const ids: [TensorName, number][] = [
        ["A", 0],
        ["Y", L],
        ["losses", L],
        ...layers.flatMap((l) => names.map((name): [TensorName, number] => [name, l])),
      ];
      const entries = ids.map(async ([name, l]) => {
        const { rows, cols, data } = await backlight.matrix(name, l);
        const magnitude = data.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
        return [`${name}${l}`, { shape: `(${rows}, ${cols})`, magnitude }] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    }, NAMES);
  }

  /** Every matrix of the network by name, its bytes as a digest; "absent" where not computed. */
  snapshot(): Promise<Record<string, string>> {
    return this.#handle.evaluate(async (backlight, names) => {
      const { layers_dims } = await backlight.state();
      const L = layers_dims.length - 1;
      const digests: Record<string, string> = {};
      const digest = async (name: TensorName, l: number) => {
        const matrix = await backlight.matrix(name, l).catch(() => null);
        if (!matrix) return "absent";
        const hash = await crypto.subtle.digest("SHA-256", matrix.data as BufferSource);
        const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0"));
        return `(${matrix.rows}, ${matrix.cols}) ${hex.join("")}`;
      };
      digests.X = await digest("A", 0);
      digests.Y = await digest("Y", L);
      digests.losses = await digest("losses", L);
      for (let l = 1; l <= L; l += 1) {
        for (const name of names) digests[`${name}${l}`] = await digest(name, l);
      }
      return digests;
    }, NAMES);
  }

  /** What a call rejects with; null where it is not refused. */
  refusal(
    call: (backlight: Loose) => Promise<unknown>,
  ): Promise<{ isError: boolean; message: string } | null> {
    return this.#page.evaluate(
      `(async () => {
        try {
          await (${call})(window.backlight);
          return null;
        } catch (error) {
          return { isError: error instanceof Error, message: String(error?.message) };
        }
      })()`,
    );
  }
}
