/** What arrives on the page by drop, by paste, from the file chooser or from a script. */

/** What a file chooser offers. */
export const ACCEPTED = ".h5,.hdf5,.npz,.npy,.csv,.tsv,.txt";

const IMAGE_NAME = /\.(png|jpe?g|gif|webp|avif|bmp|svg|heic)$/i;
const DATA_NAME = /\.(h5|hdf5|npz|npy|csv|tsv)$/i;

/** Pictures go to the network; whatever else it is, a reader says. */
export function sorted(files: readonly File[]): { data: File[]; images: File[] } {
  const isImage = ({ name, type }: File) =>
    !DATA_NAME.test(name) && (type.startsWith("image/") || IMAGE_NAME.test(name));
  return {
    data: files.filter((file) => !isImage(file)),
    images: files.filter(isImage),
  };
}

/** Whether a text has the form of a table: lines with as many cells each, or a column of numbers. */
export function looksLikeTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  // What NumPy prints begins with a bracket; it is checked, not opened.
  if (lines.length < 2 || /^\s*(array\()?\[/.test(text)) return false;
  const few = lines.slice(0, 20);
  const isColumn = few.slice(1).every((line) => line.trim() !== "" && isNumber(line));
  return isColumn || ["\t", ";", ","].some((separator) => isTable(few, separator));
}

function isTable(lines: string[], separator: string): boolean {
  const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(separator).length);
  return (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0]);
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

/** A text as a file with a name that is not taken. */
export function textFile(text: string, isTaken: (name: string) => boolean): File {
  const nameOf = (count: number) => (count === 1 ? "pasted.csv" : `pasted-${count}.csv`);
  let count = 1;
  while (isTaken(nameOf(count))) count += 1;
  return new File([text], nameOf(count), { type: "text/csv" });
}

/** The files that a script gave; throws an error that says what was wanted and what came. */
export function filesOf(given: unknown): File[] {
  const files = (isIterable(given) ? [...given] : [given]).map((one) => {
    if (one instanceof File) return one;
    const name = one instanceof Blob && "name" in one ? one.name : null;
    if (one instanceof Blob && typeof name === "string" && name !== "")
      return new File([one], name, { type: one.type });
    const got = one instanceof Blob ? "a Blob without a name" : inWords(one);
    throw new TypeError(
      `files: expected a File, a Blob with a name, or an array of them, got ${got}`,
    );
  });
  if (files.length === 0) throw new TypeError("files: expected at least one file, got none");
  return files;
}

/** Options of a call that have no other names than these; throws an error that says what came instead. */
export function optionsOf(given: unknown, names: readonly string[]): object {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new TypeError(`options: expected an object, got ${inWords(given)}`);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`options.${unknown}: expected one of ${names.join(", ")}, got ${unknown}`);
  return given;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function inWords(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
