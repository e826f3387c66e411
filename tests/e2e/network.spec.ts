import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { BacklightHandle } from "./helpers/backlight";
import { DIST } from "./helpers/dist";
import { inked, Screen } from "./helpers/screen";
import { expect, test } from "./helpers/test";

/** Compressed bytes of the first load. */
const LIMIT = 350_000;

function requestsOf(page: Page): URL[] {
  const urls: URL[] = [];
  page.context().on("request", (request) => urls.push(new URL(request.url())));
  return urls;
}

test("no request goes to another host", async ({ baseURL, page }) => {
  const urls = requestsOf(page);
  await page.goto("./");
  const backlight = await BacklightHandle.of(page);
  const ui = new Screen(page);
  await ui.press("Play");
  await expect.poll(() => ui.iteration()).toBeGreaterThan(20);
  await ui.press("Pause");
  await ui.select("Data").selectOption("digits");
  await expect(ui.shape("W1")).toHaveText("(4, 64)");
  await ui.select("Data").selectOption("cancer");
  await expect(ui.shape("W1")).toHaveText("(4, 30)");
  await ui.select("Theme").selectOption("dark");
  await ui.select("Language").selectOption("zh-CN");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.reload();
  await backlight.await();
  const hosts = new Set(
    urls.filter(({ protocol }) => protocol !== "data:").map(({ host }) => host),
  );
  expect([...hosts]).toEqual([new URL(baseURL ?? "").host]);
});

test("nothing on the page points to another host", async ({ backlight, page }) => {
  expect((await backlight.state()).iteration).toBe(0);
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[src], link[href], img")]
      .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
      .filter((address) => new URL(address, location.href).origin !== location.origin),
  );
  expect(foreign).toEqual([]);
});

test("the first load takes at most 350 KB compressed", async ({ page }) => {
  const urls = requestsOf(page);
  await page.goto("./");
  const backlight = await BacklightHandle.of(page);
  await backlight.step(1);
  const files = new Set(urls.map(({ pathname }) => (pathname === "/" ? "/index.html" : pathname)));
  expect([...files].some((file) => file.endsWith(".wasm"))).toBe(true);
  expect([...files].filter((file) => file.endsWith(".npy"))).toEqual([]);
  const sizes = await Promise.all(
    [...files].map(async (file) => [file, gzipSync(await readFile(join(DIST, file))).length]),
  );
  const total = sizes.reduce((sum, [, size]) => sum + Number(size), 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT);
});

test.describe("on a plain static server, under a path of its own", () => {
  const PATH = "/courses/2026/backlight/";
  const TYPES: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
  };

  function serve(types: Record<string, string>): Promise<{ server: Server; address: string }> {
    const server = createServer(async ({ url = "/" }, response) => {
      const { pathname } = new URL(url, "http://localhost");
      const file = join(DIST, pathname.slice(PATH.length) || "index.html");
      if (!pathname.startsWith(PATH) || !existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(await readFile(file));
    });
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        const port = typeof address === "object" ? address?.port : 0;
        resolve({ server, address: `http://127.0.0.1:${port}${PATH}` });
      });
    });
  }

  const { ".wasm": _, ...withoutWasm } = TYPES;
  for (const [what, types] of [
    ["the page trains and fetches its data", TYPES],
    ["the page trains where the server does not know the type of wasm", withoutWasm],
  ] as const) {
    test(what, async ({ page, pageErrors }) => {
      const { server, address } = await serve(types);
      try {
        const urls = requestsOf(page);
        await page.goto(address);
        const backlight = await BacklightHandle.of(page);
        const ui = new Screen(page);
        await ui.press("One iteration");
        await expect(ui.fact("iteration")).toHaveText("1");
        await expect.poll(() => inked(ui.canvas("W1"))).toBeGreaterThan(0);
        await ui.select("Data").selectOption("digits");
        await expect(ui.shape("W1")).toHaveText("(4, 64)");
        expect((await backlight.state()).dataset.name).toBe("digits");
        expect(urls.filter(({ href }) => !href.startsWith(address))).toEqual([]);
        expect(pageErrors).toEqual([]);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  }
});
