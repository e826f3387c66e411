// @ts-check

/** Something that cannot be had, or did not work, with what the person at the keyboard can do about it. */
export class Problem extends Error {
  /**
   * @param {string} what what is missing or failed
   * @param {string} [cure] what to do about it
   */
  constructor(what, cure) {
    super(what);
    this.name = "Problem";
    this.cure = cure;
  }
}

/**
 * A problem in two lines; a stack only for what nobody foresaw.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Problem)) return error instanceof Error ? `${error.stack}` : `${error}`;
  return error.cure ? `${error.message}\n  Cure: ${error.cure}` : error.message;
}

/**
 * Runs a command's entry point; a failure is explained, and is the exit code.
 * @param {() => Promise<void>} entry
 */
export async function main(entry) {
  try {
    await entry();
  } catch (error) {
    console.error(`\nFailed: ${explain(error)}`);
    process.exit(1);
  }
}
