/** Equations and symbols as TeX. */

import type { Activation } from "../protocol/configuration";
import type { Averaging, Operation, Quantity } from "../protocol/tensors";

/** What a formula depends on. */
export interface Context {
  L: number;
  activation: Activation;
  averaging: Averaging;
}

const T = "^{\\top}";
const MEAN = "\\frac{1}{m}";

/** The equation of an operation, with the layer's number. */
export function equationTex({ operation, layer: l }: Operation, context: Context): string {
  const { L, averaging } = context;
  const isOutput = l === L;
  const at = (name: string, layer = l) => `${name}^{[${layer}]}`;
  // Where the 1/m stands: in front of dW and db, or of dA[L], from where it reaches all dZ and dA.
  const inGradients = averaging === "dW" ? `${MEAN}\\, ` : "";
  const inOutput = averaging === "dZ" ? `${MEAN}` : "";
  switch (operation) {
    case "Z":
      return `${at("Z")} = ${at("W")} \\cdot ${at("A", l - 1)} + ${at("b")}`;
    case "A":
      return `${at("A")} = ${activationTex(at("Z"), isOutput ? "sigmoid" : context.activation)}`;
    case "cost":
      return `\\begin{aligned} J &= ${MEAN} \\sum_{i=1}^{m} L^{(i)} \\\\ L^{(i)} &= -\\bigl( y^{(i)} \\log a^{(i)} + (1 - y^{(i)}) \\log (1 - a^{(i)}) \\bigr) \\end{aligned}`;
    case "dA":
      return isOutput
        ? `${at("dA")} = -${inOutput}\\left( \\frac{Y}{${at("A")}} - \\frac{1 - Y}{1 - ${at("A")}} \\right)`
        : `${at("dA")} = {${at("W", l + 1)}}${T} \\cdot ${at("dZ", l + 1)}`;
    case "dZ":
      return `${at("dZ")} = ${at("dA")} * g'(${at("Z")})`;
    case "dW":
      return `${at("dW")} = ${inGradients}${at("dZ")} \\cdot {${at("A", l - 1)}}${T}`;
    case "db":
      return `${at("db")} = ${inGradients}\\sum_{i=1}^{m} ${at("dZ")}{}^{(i)}`;
    case "W":
    case "b":
      return `${at(operation)} := ${at(operation)} - \\alpha\\, ${at(`d${operation}`)}`;
  }
}

function activationTex(z: string, activation: Activation | "sigmoid"): string {
  if (activation === "sigmoid") return `\\sigma(${z}) = \\frac{1}{1 + e^{-${z}}}`;
  return activation === "relu" ? `\\max(0,\\, ${z})` : `\\tanh(${z})`;
}

/** g' in terms of z or a, for the note beside dZ. */
export function slopeTex(layer: number, { L, activation }: Context): string {
  if (layer === L) return `g'(z) = \\sigma'(z) = a\\,(1 - a)`;
  return activation === "relu"
    ? "g'(z) = 1 \\text{ if } z > 0, \\text{ else } 0"
    : "g'(z) = 1 - a^2";
}

/** The symbol of a matrix. */
export function symbolTex({ name, layer, of }: Quantity, transposed = false): string {
  if (name === "Y") return "Y";
  if (name === "losses") return "L^{(i)}";
  const symbol = `${name}^{[${layer}]}`;
  if (of === "slope") return `g'(${symbol})`;
  return transposed ? `{${symbol}}${T}` : symbol;
}
