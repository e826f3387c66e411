import type { Check } from "../../protocol/checking";
import { formatExact, formatNumber } from "../../view/format";
import { useTexts } from "./use_texts";
import { placeText } from "./words";

/** The first entries that differ, where there are too many entries to show, or they make no table. */
export function Differences({ check }: { check: Check }) {
  const t = useTexts();
  const { differences } = check;
  if (differences.length === 0) return null;
  return (
    <div class="differences">
      <p class="hint">{t.array.firstDifferences(differences.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <div class="differences-box" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[t.array.place, t.array.pasted, t.array.expected, t.array.difference].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ row, column, pasted, expected, difference }) => (
              <tr key={`${row},${column}`}>
                <td>{placeText(t, check, row, column)}</td>
                <td>{formatExact(pasted)}</td>
                <td>{formatExact(expected)}</td>
                <td>{formatNumber(difference, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
