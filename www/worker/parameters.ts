/** W1, b1, … out of a file and into one. */

import type { Trainer } from "#wasm";
import { resultOf } from "../equations/operations";
import type { Matrix, Operation, TensorId } from "../protocol/tensors";
import { loadFiles } from "./modules";
import { arraysOf } from "./own_files";
import { checkSize, WorkerProblem } from "./problem";
import { taken } from "./tensor";

type NamedArray = Awaited<ReturnType<typeof arraysOf>>[number];

/** The sizes and the entries of W1, b1, …, WL, bL of an .npz file. */
export async function parametersOf(
  file: File,
): Promise<{ layers_dims: Uint32Array; parameters: Float64Array }> {
  if (!file.name.toLowerCase().endsWith(".npz")) {
    throw new WorkerProblem("parameters", file.name, "an .npz file with W1, b1, …", "another file");
  }
  const arrays = new Map((await arraysOf(file)).map((array) => [array.name, array]));
  const problem = (wanted: string, got: string) =>
    new WorkerProblem("parameters", file.name, wanted, got);
  const find = (name: string, rows: number | null, columns: number | null): NamedArray => {
    const array = arrays.get(name);
    const wanted = `${name} of shape (${rows ?? "n"}, ${columns ?? "n"})`;
    if (!array) throw problem(wanted, `arrays ${[...arrays.keys()].join(", ")}`);
    const [gotRows, gotColumns] = array.shape;
    const fits =
      array.shape.length === 2 &&
      (rows === null || gotRows === rows) &&
      (columns === null || gotColumns === columns);
    if (!fits) throw problem(wanted, `${name} of shape (${array.shape.join(", ")})`);
    return array;
  };
  const sizes: number[] = [];
  const entries: Float64Array[] = [];
  for (let l = 1; l === 1 || arrays.has(`W${l}`); l += 1) {
    const W = find(`W${l}`, null, sizes.at(-1) ?? null);
    if (l === 1) sizes.push(W.shape[1] ?? 0);
    sizes.push(W.shape[0] ?? 0);
    const b = find(`b${l}`, W.shape[0] ?? 0, 1);
    entries.push(W.data, b.data);
  }
  return { layers_dims: Uint32Array.from(sizes), parameters: joined(entries) };
}

/** An .npz file of the parameters as they are now, or of every matrix that this iteration has computed. */
export async function npz(trainer: Trainer, what: "parameters" | "matrices"): Promise<Uint8Array> {
  const { write_npz } = await loadFiles();
  const { layers_dims } = trainer.network() as { layers_dims: number[] };
  const L = layers_dims.length - 1;
  const layers = Array.from({ length: L }, (_, index) => index + 1);
  const parameters: TensorId[] = layers.flatMap((layer) => [
    { name: "W", layer },
    { name: "b", layer },
  ]);
  const computed = (trainer.operations() as Operation[])
    .filter((operation) => operation.operation !== "W" && operation.operation !== "b")
    .filter((operation) => trainer.done(operation))
    .map(resultOf);
  const given: TensorId[] = [
    { name: "A", layer: 0 },
    { name: "Y", layer: L },
  ];
  const ids = what === "parameters" ? parameters : [...given, ...parameters, ...computed];
  const entries = ids.reduce((sum, id) => sum + trainer.size(id), 0);
  checkSize("matrices", entries);
  const matrices = ids.map((id) => taken(trainer.read(id)));
  return write_npz(
    ids.map(nameOf),
    matrices.map(shapeOf),
    matrices.map(({ data }) => data),
  );
}

function shapeOf({ rows, cols }: Matrix): Uint32Array {
  return Uint32Array.of(rows, cols);
}

/** As a notebook names it. */
function nameOf({ name, layer }: TensorId): string {
  if (name === "Y" || name === "losses") return name;
  return name === "A" && layer === 0 ? "X" : `${name}${layer}`;
}

function joined(lists: Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
