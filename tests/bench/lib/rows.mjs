// @ts-check
// What a measurement returns, and how it is printed.

/**
 * One measured quantity.
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number[]} values one a repetition, frame or event
 * @property {"less" | "more"} better
 */

/** Fewer values than this have no 95th percentile worth its name. */
const ENOUGH = 20;

/**
 * The nearest-rank percentile.
 * @param {number[]} values
 * @param {number} share 0 to 1
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {Row} row */
export function statistics({ values, better }) {
  const less = better === "less";
  return {
    median: percentile(values, 0.5),
    percentile95: values.length < ENOUGH ? undefined : percentile(values, less ? 0.95 : 0.05),
    worst: less ? Math.max(...values) : Math.min(...values),
  };
}

const HEADING = ["", "median", "95 %", "worst", "unit", "n"];

/**
 * Rows under a title, in columns as wide as they need to be.
 * @param {{ title: string, rows: Row[] }[]} groups
 */
export function table(groups) {
  const lines = groups.flatMap(({ title, rows }) => [[title], ...rows.map(cells)]);
  const all = [HEADING, ...lines.filter(({ length }) => length > 1)];
  const widths = HEADING.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const text = (/** @type {string[]} */ line) =>
    line.length === 1
      ? `\n${line[0]}`
      : line
          .map((cell, column) =>
            column === 0 || HEADING[column] === "unit"
              ? cell.padEnd(widths[column])
              : cell.padStart(widths[column]),
          )
          .join("  ");
  return [HEADING, ...lines].map(text).join("\n");
}

/** @param {Row} row */
function cells(row) {
  const { median, percentile95, worst } = statistics(row);
  return [
    `  ${row.what}`,
    ...[median, percentile95, row.values.length > 1 ? worst : undefined].map((value) =>
      format(value, row.unit),
    ),
    row.unit,
    `${row.values.length}`,
  ];
}

/**
 * Three significant digits or more; what has no unit is a count.
 * @param {number | undefined} value
 * @param {string} unit
 */
function format(value, unit) {
  if (value === undefined) return "";
  const digits = unit === "" || value >= 1000 ? 0 : value < 10 ? 2 : 1;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
