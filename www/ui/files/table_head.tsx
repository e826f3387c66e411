import type { FoundColumn } from "../../protocol/files";
import { useTexts } from "./use_texts";

/** Columns that are shown; a table may have hundreds. */
const SHOWN = 12;
const ROWS = 3;

/** The first cells of a table. */
export function TableHead({ columns }: { columns: FoundColumn[] }) {
  const t = useTexts();
  const shown = columns.slice(0, SHOWN);
  const rows = Math.min(ROWS, Math.max(0, ...shown.map(({ values }) => values.length)));
  return (
    <div class="table-head">
      <table>
        <thead>
          <tr>
            {shown.map(({ name, kind }, index) => (
              <th key={index} scope="col" data-kind={kind}>
                {name || t.place.firstColumn}
              </th>
            ))}
            {columns.length > SHOWN && (
              <th scope="col">{t.files.more(String(columns.length - SHOWN))}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {shown.map(({ values, kind }, index) => (
                <td key={index} data-kind={kind}>
                  {values[row]}
                </td>
              ))}
              {columns.length > SHOWN && <td>…</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
