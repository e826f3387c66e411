// @ts-check
import { say } from "./run.mjs";

/**
 * Says where a Vite server listens, and lets Ctrl-C end it like any other way to stop.
 * @param {{ resolvedUrls: { local: string[], network: string[] } | null }} server
 */
export function announce(server) {
  const { local = [], network = [] } = server.resolvedUrls ?? {};
  say("serve", "Ctrl-C stops it");
  console.log(`\nBacklight is served at ${[...local, ...network].join(" and ")}\n`);
  process.prependListener("SIGINT", () => process.exit(0));
  process.prependListener("SIGTERM", () => process.exit(0));
}

/** The options of `npm start -- --port 5000 --host`, for Vite. */
export function serverOptions() {
  const args = process.argv.slice(2);
  const port = args[args.indexOf("--port") + 1];
  return { port: args.includes("--port") ? Number(port) : 4173, host: args.includes("--host") };
}
