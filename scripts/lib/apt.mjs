// @ts-check
// System packages, on Debian and its descendants, where that needs no question: as root or with a passwordless sudo.
import { which } from "./paths.mjs";
import { attempt, read, say } from "./run.mjs";

/** @returns {string[] | undefined} what stands in front of apt-get, or undefined where it cannot be used */
function privilege() {
  if (!which("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return read("sudo", ["-n", "true"]) === undefined ? undefined : ["sudo", "-n"];
}

/** @param {string} label @param {string[]} args */
async function apt(label, args) {
  const [program, ...rest] = [
    ...(privilege() ?? []),
    ...["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args],
  ];
  return (await attempt(program, rest, { label })).code === 0;
}

/** Package lists are fetched once a run; two installations never run at the same time. */
/** @type {Promise<unknown> | undefined} */
let queue;

/**
 * Installs system packages; false where that is impossible, and the caller then names the cure.
 * @param {string} label
 * @param {string[]} packages
 * @returns {Promise<boolean>}
 */
export function aptInstall(label, packages) {
  if (!privilege()) return Promise.resolve(false);
  queue ??= apt(label, ["update"]);
  const turn = queue.then(() => {
    // Ubuntu's browser package only installs a snap, which has no place in a container.
    const snap = packages.some((name) =>
      /Candidate: .*snap/.test(read("apt-cache", ["policy", name]) ?? ""),
    );
    if (snap) return false;
    say(label, `installing ${packages.join(" ")} with apt-get`);
    return apt(label, ["install", "-y", "--no-install-recommends", ...packages]);
  });
  queue = turn;
  return turn;
}
