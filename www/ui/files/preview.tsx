import { shortened } from "../../i18n/files/parts";
import type { Plan, PreviewClass } from "../../protocol/files";
import { arrayOf, fieldOf, type OpeningState } from "../../state/opening_state";
import { useApp } from "../context";
import { Shape } from "../shared/shape";
import { inputsInNumPy } from "./numpy";
import { ProblemText } from "./problem_text";
import { useTexts } from "./use_texts";
import { boundText, noteText } from "./words";

interface Props {
  state: OpeningState;
  plan: Plan;
}

/** What will come, in plain words and shapes. */
export function PreviewPanel({ state, plan }: Props) {
  const { store } = useApp();
  const t = useTexts();
  const { preview, problem, checking, found } = state;
  const X = arrayOf(found, plan.X);
  const test = arrayOf(found, plan.test_X);
  // What was noted of a file stands with the file.
  const ofFiles = found.files.flatMap(({ notes }) => notes.map((note) => JSON.stringify(note)));
  const notes = preview?.notes.filter((note) => !ofFiles.includes(JSON.stringify(note))) ?? [];
  const hidden = store.session.value?.layers_dims.slice(1) ?? [];
  const inNumPy = (of: "X" | "test_X") => {
    const [array, source] = [of === "X" ? X : test, plan[of]];
    const how = of === "X" ? plan : { ...plan, first: null };
    return array && source && inputsInNumPy(array, source, how);
  };
  return (
    <section
      class="preview"
      aria-label={t.preview.heading}
      aria-busy={checking}
      data-stale={checking}
    >
      <h3>{t.preview.heading}</h3>
      <div role="alert">
        {problem && fieldOf(problem, plan) === null && <ProblemText problem={problem} />}
      </div>
      <div aria-live="polite">
        {preview ? (
          <>
            <dl>
              <Line name="X" rows={preview.n0} columns={preview.m}>
                <code>{inNumPy("X")}</code>
              </Line>
              <Line name="Y" rows={1} columns={preview.m}>
                <Classes classes={preview.classes} of="count" />
              </Line>
              {preview.test_m > 0 && (
                <>
                  <Line name={`${t.preview.test} X`} rows={preview.n0} columns={preview.test_m}>
                    <code>{inNumPy("test_X")}</code>
                  </Line>
                  <Line name={`${t.preview.test} Y`} rows={1} columns={preview.test_m}>
                    <Classes classes={preview.classes} of="test_count" />
                  </Line>
                </>
              )}
            </dl>
            {plan.scaling === "standardise" && (
              <p class="hint">
                <code>X = (X - mean) / std</code> {t.preview.standardised}
              </p>
            )}
            {preview.features && (
              <p class="hint">{t.preview.features(shortened(preview.features))}</p>
            )}
            <p class="hint">
              {t.preview.range(boundText(preview.min), boundText(preview.max))}
              {" · "}
              {t.preview.network(`[${[preview.n0, ...hidden].join(", ")}]`)}
            </p>
            {notes.map((note) => (
              <p key={JSON.stringify(note)} class="preview-note" data-note={note.kind}>
                {noteText(t, note)}
              </p>
            ))}
          </>
        ) : (
          <p class="hint">{t.preview.nothing}</p>
        )}
      </div>
    </section>
  );
}

interface LineProps {
  name: string;
  rows: number;
  columns: number;
  children: preact.ComponentChildren;
}

function Line({ name, rows, columns, children }: LineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Shape dimensions={[name.endsWith("X") ? 0 : "one", "m"]} rows={rows} columns={columns} />
      </dd>
      <dd>{children}</dd>
    </>
  );
}

/** "0 = non-cat: 137", "1 = cat: 72" */
function Classes({ classes, of }: { classes: PreviewClass[]; of: "count" | "test_count" }) {
  const { language } = useApp().store.preferences.value;
  return (
    <>
      {classes.map(({ value, name, [of]: count }) => (
        <span key={value} class="preview-class" data-class={value}>
          {value}
          {name !== String(value) && ` = ${name}`}: {count.toLocaleString(language)}
        </span>
      ))}
    </>
  );
}
