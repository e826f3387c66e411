// @ts-check
// How many tests a runner says it ran. A runner that gives no number ran one check, passed or failed as its exit code says.

/** @typedef {{ passed: number, failed: number, notRun: number }} Counts */

/** @type {Record<string, keyof Counts>} */
const WORDS = {
  passed: "passed",
  flaky: "passed", // Playwright: at a second attempt
  failed: "failed",
  interrupted: "failed",
  "timed out": "failed",
  ignored: "notRun",
  skipped: "notRun",
  todo: "notRun",
  "did not run": "notRun",
};

/** The lines that carry numbers, of each kind of runner. */
const SUMMARY = {
  cargo: /^test result: .*$/gm,
  vitest: /^ *Tests {2}.*$/gm,
  playwright: /^ {2}\d+ (?:passed|failed|flaky|skipped|interrupted|timed out|did not run)\b/gm,
  fixtures: /^\d+ passed, \d+ failed$/gm,
};

/**
 * @param {string} output
 * @param {keyof typeof SUMMARY} runner
 * @returns {Counts | undefined} undefined where the runner came to no summary
 */
export function countTests(output, runner) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that starts a terminal colour
  const lines = output.replace(/\u001b\[[\d;]*m/g, "").match(SUMMARY[runner]);
  if (!lines) return undefined;
  const counts = { passed: 0, failed: 0, notRun: 0 };
  for (const [, number, word] of lines.join("\n").matchAll(/(\d+) (\w+(?: \w+ run| out)?)/g)) {
    const kind = WORDS[word];
    if (kind) counts[kind] += Number(number);
  }
  return counts;
}

/**
 * @param {number} code
 * @param {Counts} [counts]
 * @returns {Counts}
 */
export function judge(code, counts = { passed: code === 0 ? 1 : 0, failed: 0, notRun: 0 }) {
  // A runner that fails without a failed test (it did not compile, say) has still failed once.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
