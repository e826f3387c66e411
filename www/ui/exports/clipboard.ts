import type { Exports } from "../../state/exports";
import type { Toast } from "../../state/store";

/**
 * Copies a text that may take a moment to be made, and says so. It has to be called while a click is
 * handled: browsers let a page write to the clipboard only then, but wait for the text.
 */
export function copyText(
  exports: Exports,
  what: string,
  make: () => string | Promise<string>,
): Promise<void> {
  const text = (async () => make())();
  const blob = text.then((all) => new Blob([all], { type: "text/plain" }));
  return exports.attempt(async (): Promise<Toast> => {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    } catch {
      await text; // where there is none, that is the reason
      return { kind: "no_clipboard" };
    }
    return { kind: "copied", what };
  });
}
