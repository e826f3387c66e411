import type { OutFile } from "../../state/exports";
import type { Toast } from "../../state/store";

/** Addresses of files live this long, in milliseconds: a browser may begin to read one later than the click. */
const KEPT = 60_000;

/** Gives a file to the person; what is to be said then. */
export function giveFile({ content, name, type }: OutFile): Toast {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
  return { kind: "saved", name };
}
