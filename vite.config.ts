import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { subsetFonts } from "./scripts/build/subset_fonts.mjs";

export default defineConfig({
  // Relative addresses: the site works from any path of any host.
  base: "./",
  publicDir: false,
  plugins: [subsetFonts()],
  resolve: {
    alias: {
      "#files": fileURLToPath(new URL("./target/wasm-pkg/files.js", import.meta.url)),
      "#notebook": fileURLToPath(new URL("./target/wasm-pkg/notebook.js", import.meta.url)),
      "#wasm": fileURLToPath(new URL("./target/wasm-pkg/backlight.js", import.meta.url)),
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: { target: "es2023", assetsInlineLimit: 0 },
  server: { watch: { ignored: ["**/target/**"] } },
  // Playwright's end-to-end tests are not vitest's.
  test: { include: ["tests/unit/**/*.test.ts"] },
});
