import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../chromium.mjs";
import { DIST } from "./helpers/dist";

/** Two runs at once need two ports. */
const PORT = Number(process.env.E2E_PORT ?? 4319);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const VITE = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));

const preview = ["preview", "--host", "127.0.0.1", "--port", `${PORT}`, "--strictPort"];
const server = [process.execPath, VITE, ...preview, "--outDir", DIST];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    colorScheme: "light",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: CHROMIUM_ARGUMENTS,
    },
  },
  webServer: {
    command: server.map((part) => JSON.stringify(part)).join(" "),
    cwd: ROOT,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
