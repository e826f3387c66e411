// @ts-check
// A Python with NumPy and scikit-learn, in a virtual environment of its own, to check the fixtures.
import { existsSync, rmSync } from "node:fs";
import { aptInstall } from "../lib/apt.mjs";
import { once } from "../lib/once.mjs";
import { inRoot, which } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { attempt, read, run, say } from "../lib/run.mjs";
import { fingerprint, unlessDone } from "../lib/stamp.mjs";

const REQUIREMENTS = inRoot("tests", "fixtures", "requirements.txt");
const OLDEST = "3.10";

/** The path of a Python that has what the requirements file names. */
export const python = once(async () => {
  const folder = inRoot("target", "venv");
  const program = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  const interpreter = inRoot("target", "venv", ...program);
  const found = findPython() ?? ((await installPython()) ? findPython() : undefined);
  if (!found) {
    throw new Problem(
      `Python ${OLDEST} or newer was not found.`,
      "install it from your system's packages.",
    );
  }
  const inputs = fingerprint({ words: [found.path, found.version], paths: [REQUIREMENTS] });
  await unlessDone("venv", { inputs, outputs: [interpreter] }, async () => {
    say("python", `making a virtual environment with Python ${found.version}`);
    await makeEnvironment(found.path, folder);
    const pip = [
      "-m",
      "pip",
      "install",
      "--disable-pip-version-check",
      "--no-input",
      "--only-binary",
      ":all:",
    ];
    await run(interpreter, [...pip, "-r", REQUIREMENTS], {
      label: "python",
      cure: "read pip's message above; it downloads packages from PyPI or from the index you configured.",
    });
  });
  if (!existsSync(interpreter))
    throw new Problem(`${interpreter} is missing.`, "run the command again.");
  return interpreter;
});

function findPython() {
  const script = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)";
  for (const name of ["python3", "python"]) {
    const [version, path] = read(name, ["-c", script])?.split(/\r?\n/) ?? [];
    if (version && Number(version.split(".")[1]) >= Number(OLDEST.split(".")[1]))
      return { version, path };
  }
  return undefined;
}

const installPython = () =>
  which("python3") ? Promise.resolve(false) : aptInstall("python", ["python3", "python3-venv"]);

/** @param {string} base @param {string} folder */
async function makeEnvironment(base, folder) {
  const create = async () => {
    rmSync(folder, { recursive: true, force: true });
    return (await attempt(base, ["-m", "venv", folder], { label: "python" })).code === 0;
  };
  // Debian keeps venv in a package of its own.
  if (await create()) return;
  if ((await aptInstall("python", ["python3-venv"])) && (await create())) return;
  throw new Problem(
    `\`${base} -m venv\` failed.`,
    "install Python's venv module (Debian: `apt-get install python3-venv`).",
  );
}
