import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { subsetFonts } from "./scripts/build/subset_fonts.mjs";
import { trimTypesetter } from "./scripts/build/trim_typesetter.mjs";

export default defineConfig({
  // Relative addresses: the site works from any path of any host.
  base: "./",
  publicDir: false,
  plugins: [trimTypesetter(), subsetFonts()],
  resolve: {
    alias: {
      "#files": fileURLToPath(new URL("./target/wasm-pkg/files.js", import.meta.url)),
      "#notebook": fileURLToPath(new URL("./target/wasm-pkg/notebook.js", import.meta.url)),
      "#wasm": fileURLToPath(new URL("./target/wasm-pkg/backlight.js", import.meta.url)),
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the page begins with is one script: it packs better than the dozen that the parts loaded
        // later, which share some of it, would cut it into.
        codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] },
      },
    },
  },
  server: { watch: { ignored: ["**/target/**"] } },
  // Playwright's end-to-end tests are not vitest's.
  test: { include: ["tests/unit/**/*.test.ts"] },
});
