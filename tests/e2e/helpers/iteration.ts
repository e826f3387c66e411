/** An iteration of a network, and its equations worked out anew from the matrices that the page has. */

import type { TensorName } from "../../../www/protocol/tensors";
import { type BacklightHandle, type ConfigurationInput, type Matrix, NAMES } from "./backlight";

export interface Network {
  title: string;
  configuration: ConfigurationInput;
  layers_dims: number[];
  m: number;
}

function network(title: string, layers_dims: number[], m: number, name: string): Network {
  const configuration = { layers_dims, dataset: { name, m } };
  return { title, configuration, layers_dims, m };
}

export const FLOWER = network("[2, 4, 3, 1], flower", [2, 4, 3, 1], 400, "flower");
export const DIGITS = network("[64, 5, 1], digits", [64, 5, 1], 60, "digits");

/** The two networks on which every equation is looked at. */
export const NETWORKS = [FLOWER, DIGITS];

/** A matrix: `name` and `layer`, by its card "dW2". */
export interface Id {
  name: TensorName;
  layer: number;
}

export function idOf(tensor: string): Id {
  const [, name, layer] = /^([A-Za-z]+)(\d+)$/.exec(tensor) ?? [];
  return { name: name as TensorName, layer: Number(layer) };
}

/** As the page writes it: "dW[2]", "X", "losses". */
export function symbolOf({ name, layer }: Id): string {
  if (name === "Y" || name === "losses") return name;
  return name === "A" && layer === 0 ? "X" : `${name}[${layer}]`;
}

/** As a notebook writes it: "dW2", "X", "losses". */
export function notebookNameOf({ name, layer }: Id): string {
  return symbolOf({ name, layer }).replace(/[[\]]/g, "");
}

/** The cards of the results of an iteration's operations, in their order. */
export function resultsOf({ layers_dims }: Network): string[] {
  const L = layers_dims.length - 1;
  const layers = Array.from({ length: L }, (_, index) => index + 1);
  return [
    ...layers.flatMap((l) => [`Z${l}`, `A${l}`]),
    `losses${L}`,
    ...layers.reverse().flatMap((l) => [`dA${l}`, `dZ${l}`, `dW${l}`, `db${l}`]),
    ...layers.reverse().flatMap((l) => [`W${l}`, `b${l}`]),
  ];
}

/** Of each kind of equation one; of dA and dZ also that of the last layer. */
export function kindsOf({ layers_dims }: Network): string[] {
  const L = layers_dims.length - 1;
  const hidden = L - 1;
  return [
    ...["Z", "A"].map((name) => `${name}${hidden}`),
    ...["A", "losses", "dA", "dZ"].map((name) => `${name}${L}`),
    ...["dA", "dZ", "dW", "db", "W", "b"].map((name) => `${name}${hidden}`),
  ];
}

/** A matrix in an equation, beside the result. */
export interface Operand extends Id {
  role: "left" | "above" | "added" | "operand";
  /** Among the operands of its role. */
  index: number;
  /** g'(Z) rather than Z. */
  slope: boolean;
  transposed: boolean;
  /** W and b before the update. */
  used: boolean;
}

/** The operands of the equation of a matrix in a network of L layers. */
export function operandsOf({ name, layer: l }: Id, L: number): Operand[] {
  const operand = (
    role: Operand["role"],
    of: TensorName,
    layer = l,
    more: Partial<Operand> = {},
  ): Operand => {
    const id = { name: of, layer };
    return { ...id, role, index: 0, slope: false, transposed: false, used: false, ...more };
  };
  const used = { used: true };
  const turned = { transposed: true };
  const second = { index: 1 };
  switch (name) {
    case "Z":
      return [
        operand("left", "W", l, used),
        operand("above", "A", l - 1),
        operand("added", "b", l, used),
      ];
    case "A":
      return [operand("operand", "Z")];
    case "losses":
      return [operand("operand", "Y"), operand("operand", "A", l, second)];
    case "dA":
      return l === L
        ? [operand("operand", "Y"), operand("operand", "A", l, second)]
        : [operand("left", "W", l + 1, { ...used, ...turned }), operand("above", "dZ", l + 1)];
    case "dZ":
      return [operand("operand", "dA"), operand("operand", "Z", l, { ...second, slope: true })];
    case "dW":
      return [operand("left", "dZ"), operand("above", "A", l - 1, turned)];
    case "db":
      return [operand("operand", "dZ")];
    default:
      return [
        operand("operand", name, l, used),
        operand("operand", `d${name}` as TensorName, l, second),
      ];
  }
}

/** The matrices of the iteration done last, W and b also as they were before its update. */
export class Iteration {
  readonly network: Network;
  readonly alpha: number;
  readonly #now: Map<string, Matrix>;
  readonly #before: Map<string, Matrix>;

  private constructor(
    network: Network,
    alpha: number,
    now: Map<string, Matrix>,
    before: Map<string, Matrix>,
  ) {
    this.network = network;
    this.alpha = alpha;
    this.#now = now;
    this.#before = before;
  }

  /** Sets the network up, and does some iterations. */
  static async of(backlight: BacklightHandle, network: Network, count = 3): Promise<Iteration> {
    await backlight.configure(network.configuration);
    if (count > 1) await backlight.step(count - 1);
    return Iteration.next(backlight, network);
  }

  /** Does one iteration more. */
  static async next(backlight: BacklightHandle, network: Network): Promise<Iteration> {
    const before = await read(backlight, network, ["W", "b"]);
    await backlight.step(1);
    const now = await read(backlight, network, NAMES);
    const { learning_rate } = await backlight.state();
    return new Iteration(network, learning_rate, now, before);
  }

  get L(): number {
    return this.network.layers_dims.length - 1;
  }

  get m(): number {
    return this.network.m;
  }

  matrix({ name, layer }: Id, used = false): Matrix {
    const found = (used ? this.#before : this.#now).get(`${name}${layer}`);
    if (!found) throw new Error(`no ${name}${layer}`);
    return found;
  }

  /** An entry as the page has it. */
  entry(id: Id, row: number, column: number, used = false): number {
    const { cols, data } = this.matrix(id, used);
    const entry = data[row * cols + column];
    if (entry === undefined) throw new Error(`no ${symbolOf(id)}[${row}, ${column}]`);
    return entry;
  }

  /** g' at an entry of Z. */
  slope(layer: number, row: number, column: number): number {
    const a = this.entry({ name: "A", layer }, row, column);
    if (layer === this.L) return a * (1 - a);
    return this.entry({ name: "Z", layer }, row, column) > 0 ? 1 : 0;
  }

  /** An entry by its equation, from the entries of its operands. */
  worked({ name, layer: l }: Id, j: number, i: number): number {
    const { L, m, alpha } = this;
    const at = (of: TensorName, layer: number, row: number, column: number, used = false) =>
      this.entry({ name: of, layer }, row, column, used);
    const n = (layer: number) => this.network.layers_dims[layer] ?? 0;
    switch (name) {
      case "Z":
        return (
          sum(n(l - 1), (k) => at("W", l, j, k, true) * at("A", l - 1, k, i)) +
          at("b", l, j, 0, true)
        );
      case "A": {
        const z = at("Z", l, j, i);
        return l === L ? 1 / (1 + Math.exp(-z)) : Math.max(0, z);
      }
      case "losses": {
        const [y, a] = [at("Y", L, 0, i), at("A", L, 0, i)];
        return -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
      }
      case "dA": {
        if (l < L) return sum(n(l + 1), (k) => at("W", l + 1, k, j, true) * at("dZ", l + 1, k, i));
        const [y, a] = [at("Y", L, 0, i), at("A", L, 0, i)];
        return -(y / a - (1 - y) / (1 - a));
      }
      case "dZ":
        return at("dA", l, j, i) * this.slope(l, j, i);
      case "dW":
        return sum(m, (k) => at("dZ", l, j, k) * at("A", l - 1, i, k)) / m;
      case "db":
        return sum(m, (k) => at("dZ", l, j, k)) / m;
      case "W":
      case "b":
        return at(name, l, j, i, true) - alpha * at(`d${name}`, l, j, i);
      case "Y":
        return at("Y", L, j, i);
    }
  }
}

export function sum(count: number, term: (k: number) => number): number {
  let total = 0;
  for (let k = 0; k < count; k += 1) total += term(k);
  return total;
}

async function read(
  backlight: BacklightHandle,
  { layers_dims }: Network,
  names: TensorName[],
): Promise<Map<string, Matrix>> {
  const L = layers_dims.length - 1;
  const ids: Id[] = names.flatMap((name) =>
    Array.from({ length: L }, (_, index) => ({ name, layer: index + 1 })),
  );
  if (names.length > 2) {
    ids.push({ name: "A", layer: 0 }, { name: "Y", layer: L }, { name: "losses", layer: L });
  }
  const found = ids.map(
    async ({ name, layer }) => [`${name}${layer}`, await backlight.matrix(name, layer)] as const,
  );
  return new Map(await Promise.all(found));
}
