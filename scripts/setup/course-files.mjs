// @ts-check
import { join } from "node:path";
import { once } from "../lib/once.mjs";
import { inRoot } from "../lib/paths.mjs";
import { run, say } from "../lib/run.mjs";
import { fingerprint, unlessDone } from "../lib/stamp.mjs";
import { python } from "./python.mjs";

const SCRIPT = inRoot("tests", "fixtures", "files.py");

/** The folder of the data files in the size of the course's, which are too large to be committed. */
export const courseFiles = once(async () => {
  const interpreter = await python();
  const folder = inRoot("target", "course-files");
  const outputs = ["train_images.h5", "test_images.h5"].map((name) => join(folder, name));
  await unlessDone(
    "course-files",
    { inputs: fingerprint({ paths: [SCRIPT] }), outputs },
    async () => {
      say("python", "making data files in the size of the course's");
      await run(interpreter, [SCRIPT, "--course", folder], { label: "python" });
    },
  );
  return folder;
});
