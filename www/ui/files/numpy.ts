/** What a plan does to an array, in NumPy's words. */

import type { FoundArray, Plan, Source } from "../../protocol/files";

type How = Pick<Plan, "examples" | "flatten" | "scaling" | "first">;

/** `train_set_x.reshape(209, -1).T / 255` */
export function inputsInNumPy(array: FoundArray, source: Source, how: How): string {
  const { shape, columns } = array;
  const scaled = how.scaling === "/255" ? " / 255" : "";
  if (columns && how.examples === "rows") {
    const chosen = source.columns ? `[[${listed(source.columns)}]]` : "[features]";
    const rows = how.first === null ? "" : `[:${how.first}]`;
    return `${nameOf(array)}${chosen}${rows}.to_numpy().T${scaled}`;
  }
  const areRows = how.examples === "rows";
  const examples = (areRows ? shape[0] : shape.at(-1)) ?? 0;
  const m = how.first === null ? examples : Math.min(how.first, examples);
  const first = how.first === null ? "" : areRows ? `[:${m}]` : `[..., :${m}]`;
  const name = `${nameOf(array)}${first}`;
  if (shape.length <= 2) return `${name}${areRows ? ".T" : ""}${scaled}`;
  return `${name}${areRows ? `.reshape(${m}, -1).T` : `.reshape(-1, ${m})`}${scaled}`;
}

/** A name that Python takes: of a path in a file its last part. */
export function nameOf({ name }: FoundArray): string {
  const last = name.split("/").at(-1) ?? name;
  const legal = last.replaceAll(/[^\p{L}\p{N}_]/gu, "_");
  return /^\p{N}/u.test(legal) || legal === "" ? `_${legal}` : legal;
}

function listed(names: string[]): string {
  const shown = names.slice(0, 3).map((name) => JSON.stringify(name));
  return names.length > 3 ? `${shown.join(", ")}, …` : shown.join(", ");
}
