/** The notation that the answers share, whatever their language. */

export const T = "^{\\top}";
export const MEAN = "\\frac{1}{m}";

/** A symbol of layer l. */
export const at = (symbol: string, l: number) => `${symbol}^{[${l}]}`;

/** What enters layer l. */
export const entering = (l: number) => (l === 1 ? "$A^{[0]} = X$" : `$${at("A", l - 1)}$`);

/** A shape as NumPy prints it. */
export const shape = (rows = 1, columns = 1) => `\`(${rows}, ${columns})\``;

/** A symbol in a formula with its shape below. */
export const over = (symbol: string, rows = 1, columns = 1) =>
  `\\underset{(${rows},\\,${columns})}{${symbol}}`;
