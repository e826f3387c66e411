// @ts-check

/** How tests and benchmarks start Chromium: without the sandbox that root cannot have, and silent. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];
