/** Where two lines of code differ. */

/** A piece of a line, and whether the other line has it too. */
export interface Piece {
  text: string;
  isShared: boolean;
}

/**
 * Both lines in pieces: what they share stands in the same order in both, and is as much as can be. Names,
 * numbers and signs are whole: `dW2` and `dZ2` share nothing.
 */
export function differenceOf(wrong: string, right: string): { wrong: Piece[]; right: Piece[] } {
  const [a, b] = [wordsOf(wrong), wordsOf(right)];
  const lengths = sharedLengths(a, b);
  const of = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const left: Piece[] = [];
  const other: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [inA, inB] = [a[i], b[j]];
    if (inA !== undefined && inA === inB) {
      append(left, inA, true);
      append(other, inA, true);
      i += 1;
      j += 1;
    } else if (inB === undefined || (inA !== undefined && of(i + 1, j) >= of(i, j + 1))) {
      append(left, inA ?? "", false);
      i += 1;
    } else {
      append(other, inB, false);
      j += 1;
    }
  }
  return { wrong: left, right: other };
}

/** Names, numbers, runs of spaces, and single signs. */
function wordsOf(line: string): string[] {
  return line.match(/\d+\.\d*|\w+|[ \t]+|\*\*|[^\w \t]/g) ?? [];
}

/** How many words the ends of two lines share at most, from each word on. */
function sharedLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function append(pieces: Piece[], text: string, isShared: boolean): void {
  const last = pieces.at(-1);
  if (last?.isShared === isShared) last.text += text;
  else pieces.push({ text, isShared });
}
