import type { FoundArray, Plan, Preview, Source } from "../../protocol/files";
import { useApp } from "../context";
import { useTexts } from "./use_texts";

interface Props {
  table: FoundArray;
  source: Source;
  plan: Plan;
  preview: Preview | null;
}

/** Which columns of a table are inputs. */
export function ColumnsField({ table, source, plan, preview }: Props) {
  const { opening } = useApp();
  const t = useTexts();
  const columns = table.columns ?? [];
  const isLabel = (name: string) =>
    plan.Y?.file === source.file && plan.Y.columns?.includes(name) === true;
  const chosen =
    source.columns ??
    preview?.features ??
    columns
      .filter(({ name, kind }) => kind === "numbers" && !isLabel(name))
      .map(({ name }) => name);
  const choose = (names: string[] | null) => {
    const X = { ...source, columns: names };
    // The test set is of the same features.
    const { test_X } = plan;
    opening.change(test_X ? { X, test_X: { ...test_X, columns: names } } : { X });
  };
  const toggle = (name: string, isChosen: boolean) =>
    choose(
      columns
        .map((column) => column.name)
        .filter((one) => (one === name ? isChosen : chosen.includes(one))),
    );
  return (
    <details class="plan-columns">
      <summary>{t.plan.whichColumns(String(chosen.length), String(columns.length))}</summary>
      <div class="plan-column-list">
        <label>
          <input
            type="checkbox"
            checked={source.columns === null}
            onChange={(event) => choose(event.currentTarget.checked ? null : [...chosen])}
          />
          {t.plan.allNumbers}
        </label>
        {columns.map(({ name }, index) => (
          <label key={index}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {name || t.place.firstColumn}
          </label>
        ))}
      </div>
    </details>
  );
}
