/** The data files, fetched only when a data set is chosen that needs one. */

import cancer from "../../crates/datasets/data/cancer.npy?url";
import digits from "../../crates/datasets/data/digits.npy?url";
import { WorkerProblem } from "./problem";

const addresses: Record<string, string> = { cancer, digits };

/** The bytes of a data file by its name. */
export async function fetchFile(name: string): Promise<Uint8Array> {
  const address = addresses[name];
  const problem = (got: string) => new WorkerProblem("file", `dataset.${name}`, `${name}.npy`, got);
  if (address === undefined) throw problem("an unknown file");
  const response = await fetch(new URL(address, import.meta.url)).catch(() => null);
  if (!response?.ok) throw problem(response ? `status ${response.status}` : "no connection");
  const bytes = await response.arrayBuffer().catch(() => null);
  if (!bytes) throw problem("a connection that broke off");
  return new Uint8Array(bytes);
}
