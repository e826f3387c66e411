/** The dialog of files, as a person sees and uses it, and the files that NumPy has looked into. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import type { Plan } from "../../../www/protocol/files";
import type { BacklightHandle } from "../helpers/backlight";
import { expect } from "../helpers/test";

const FIXTURES = new URL("../../fixtures/", import.meta.url);

/** The path of a file that h5py, NumPy or pandas wrote. */
export const pathOf = (name: string) => fileURLToPath(new URL(`files/${name}`, FIXTURES));

export const bytesOf = (name: string) => readFileSync(pathOf(name));

/** Files that are opened together, what is changed of the proposal, and what NumPy makes of them. */
export interface Case {
  name: string;
  files: string[];
  plan: Partial<Plan>;
  classes: [string, string];
  /** The picture in a column of X. */
  image: { height: number; width: number; channels: number } | null;
  X: number[][];
  Y: number[];
  test_X: number[][];
  test_Y: number[];
  notes: string[];
}

interface Fixture {
  arrays: Record<string, Record<string, { shape: number[]; dtype: string; values: unknown[] }>>;
  cases: Case[];
  bad_files: { file: string; kind: string }[];
  bad_plans: { files: string[]; plan: Partial<Plan>; kind: string }[];
}

export const fixture: Fixture = JSON.parse(readFileSync(new URL("files.json", FIXTURES), "utf8"));

export function caseOf(name: string): Case {
  const found = fixture.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case "${name}" in files.json`);
  return found;
}

/** Waits until the page trains on the X and Y of a case, entry by entry. */
export async function expectTrainsOn(
  backlight: BacklightHandle,
  { X, Y }: Pick<Case, "X" | "Y">,
): Promise<void> {
  await expect.poll(async () => (await backlight.state()).dataset.name).toBe("opened");
  const { rows, cols, data } = await backlight.matrix("A", 0);
  expect([rows, cols]).toEqual([X.length, X[0]?.length]);
  // A deviation is a sum, and may be added up in another order.
  X.flat().forEach((entry, at) => {
    expect(data[at], `X at ${at}`).toBeCloseTo(entry, 12);
  });
  expect(await backlight.labels()).toEqual(Y);
}

/** A file as the page gets it. */
interface Given {
  name: string;
  type?: string;
  bytes: Buffer;
}

export const given = (name: string): Given => ({ name, bytes: bytesOf(name) });

export class FileDialog {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator("dialog.files");
  }

  /** Chooses files by the button of the page. */
  async choose(...names: string[]): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.getByRole("banner").locator('[data-action="open"]').click();
    await (await choosing).setFiles(names.map(pathOf));
    await this.isRead();
  }

  /** Adds files by the button of the dialog. */
  async add(...names: string[]): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.root.locator('[data-action="open"]').click();
    await (await choosing).setFiles(names.map(pathOf));
    await this.isRead();
  }

  /** Waits until nothing is under way. */
  async isRead(): Promise<void> {
    await expect(this.root).toHaveAttribute("aria-busy", "false");
    await expect(this.root.locator('.preview[aria-busy="true"]')).toHaveCount(0);
  }

  card(file: string): Locator {
    return this.root.locator(`.file-card[data-file="${file}"]`);
  }

  array(file: string, name: string): Locator {
    return this.card(file).locator(`.file-array[data-array="${name}"]`);
  }

  /** A row of the plan. */
  field(name: keyof Plan): Locator {
    return this.root.locator(`.plan-row[data-field="${name}"]`);
  }

  select(name: "X" | "Y" | "test_X" | "test_Y" | "positive"): Locator {
    return this.field(name).getByRole("combobox");
  }

  /** Chooses the option that begins with a text. */
  async pick(name: Parameters<FileDialog["select"]>[0], text: string): Promise<void> {
    const option = this.select(name).locator("option", { hasText: text }).first();
    await this.select(name).selectOption(await option.getAttribute("value"));
    await this.isRead();
  }

  /** Presses a button of a switch. */
  async press(name: "examples" | "scaling", value: string): Promise<void> {
    await this.field(name).locator(`[data-${name}="${value}"]`).click();
    await this.isRead();
  }

  /** The problem that stands beside a field of the plan. */
  problem(name: keyof Plan): Locator {
    return this.field(name).locator(".files-problem");
  }

  problems(): Locator {
    return this.root.locator(".files-problem");
  }

  preview(): Locator {
    return this.root.locator(".preview");
  }

  note(kind: string): Locator {
    return this.root.locator(`[data-note="${kind}"]`);
  }

  accept(): Locator {
    return this.root.locator('[data-action="accept"]');
  }

  async train(): Promise<void> {
    await this.accept().click();
    await expect(this.root).toHaveCount(0);
  }

  async cancel(): Promise<void> {
    await this.root.locator('[data-action="cancel"]').click();
    await expect(this.root).toHaveCount(0);
  }
}

type Event = "dragenter" | "dragover" | "dragleave" | "drop" | "paste";

/** Lets an event with files, or with a text, happen to an element. */
export async function happen(
  target: Locator,
  event: Event,
  { files = [], text }: { files?: Given[]; text?: string },
): Promise<void> {
  const contents = files.map(({ name, type = "", bytes }) => ({
    name,
    type,
    base64: bytes.toString("base64"),
  }));
  await target.evaluate(
    (element, { event, contents, text }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of contents) {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      if (text !== undefined) data.setData("text/plain", text);
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        event === "paste"
          ? new ClipboardEvent(event, { ...options, clipboardData: data })
          : new DragEvent(event, { ...options, dataTransfer: data }),
      );
    },
    { event, contents, text },
  );
}

/** Calls `backlight.open` with files and options; the state, or what it rejects with. */
export async function open(
  page: Page,
  names: string[],
  options: Partial<Plan> = {},
): Promise<{ error: string | null }> {
  const contents = names.map((name) => ({ name, base64: bytesOf(name).toString("base64") }));
  return page.evaluate(
    async ({ contents, options }) => {
      const files = contents.map(({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        return new File([bytes], name);
      });
      try {
        await window.backlight?.open(files, options);
        return { error: null };
      } catch (error) {
        return { error: error instanceof Error ? error.message : "no Error" };
      }
    },
    { contents, options },
  );
}
