/** What the page gives to the person: downloads, and what the clipboard holds. */

import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page, TestInfo } from "@playwright/test";
import { expect } from "./test";

export interface Saved {
  name: string;
  path: string;
  bytes: Buffer;
}

/** Chooses an item of a menu. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.locator(`[data-menu="${menu}"]`).click();
  await page.locator(`.menu:popover-open [data-item="${item}"]`).click();
}

/** Saves a file by a menu. It is kept beside the tests' results, for whoever wants to look at it. */
export async function save(page: Page, menu: string, item: string, info: TestInfo): Promise<Saved> {
  const download = page.waitForEvent("download");
  await choose(page, menu, item);
  return kept(await download, info);
}

async function kept(download: Download, info: TestInfo): Promise<Saved> {
  const name = download.suggestedFilename();
  const folder = join(info.project.outputDir, "saved");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  copyFileSync(await download.path(), path);
  return { name, path, bytes: readFileSync(path) };
}

/** What the clipboard holds after something has been done. */
export async function copiedBy(page: Page, work: () => Promise<void>): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
  await work();
  await expect.poll(read).not.toBe("nothing");
  return read();
}
