import { fileURLToPath } from "node:url";

/** The production build under test; another one by E2E_DIST. */
export const DIST =
  process.env.E2E_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));
