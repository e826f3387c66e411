// @ts-check
// Imported first by every command: an old Node is told so before anything else can fail on it.
const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Failed: this is Node ${process.versions.node}, and Node ${OLDEST.join(".")} or newer is needed.\n` +
      "  Cure: install a current Node from https://nodejs.org, then run the same command again.",
  );
  process.exit(1);
}
