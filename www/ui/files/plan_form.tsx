import type { ComponentChildren } from "preact";
import type { Plan, ScalingKind } from "../../protocol/files";
import { arrayOf, fieldOf, type OpeningState, type PlanField } from "../../state/opening_state";
import { useApp } from "../context";
import { Switch } from "../shared/switch";
import { ColumnsField } from "./columns_field";
import { FirstField } from "./first_field";
import { PositiveField } from "./positive_field";
import { ProblemText } from "./problem_text";
import { SourceField } from "./source_field";
import { useTexts } from "./use_texts";

const ALONG: Plan["examples"][] = ["rows", "columns"];
const SCALINGS: ScalingKind[] = ["none", "/255", "standardise"];

interface Props {
  state: OpeningState;
  plan: Plan;
}

/** What is X and Y, and how they are made from the arrays; every change is checked at once. */
export function PlanForm({ state, plan }: Props) {
  const { opening } = useApp();
  const t = useTexts();
  const X = arrayOf(state.found, plan.X);
  // Only a table of nothing but numbers can be a matrix with its examples in columns.
  const isTable = X?.columns?.some(({ kind }) => kind !== "numbers") === true;
  const row = (field: PlanField, label: string, children: ComponentChildren) => (
    <Row field={field} label={label} state={state} plan={plan}>
      {children}
    </Row>
  );
  return (
    <fieldset class="plan" disabled={state.converting !== null}>
      <legend>{t.plan.heading}</legend>
      {row(
        "X",
        t.plan.X,
        <>
          <SourceField field="X" state={state} plan={plan} />
          {X?.columns && plan.X && (
            <ColumnsField table={X} source={plan.X} plan={plan} preview={state.preview} />
          )}
        </>,
      )}
      {row("Y", t.plan.Y, <SourceField field="Y" state={state} plan={plan} />)}
      {row("test_X", t.plan.test_X, <SourceField field="test_X" state={state} plan={plan} />)}
      {row("test_Y", t.plan.test_Y, <SourceField field="test_Y" state={state} plan={plan} />)}
      {!isTable &&
        row(
          "examples",
          t.plan.examples,
          <Switch
            label={t.plan.examples}
            name="examples"
            value={plan.examples}
            options={ALONG.map((value) => ({ value, text: t.plan.along[value] }))}
            onChange={(examples) => opening.change({ examples })}
          />,
        )}
      {X && X.shape.length > 2 && (
        <Row field="flatten" label="" state={state} plan={plan}>
          <label class="plan-check">
            <input
              type="checkbox"
              checked={plan.flatten}
              onChange={(event) => opening.change({ flatten: event.currentTarget.checked })}
            />
            {t.plan.flatten}
          </label>
          <code>reshape(m, -1).T</code>
        </Row>
      )}
      {row(
        "scaling",
        t.plan.scaling,
        <Switch
          label={t.plan.scaling}
          name="scaling"
          value={plan.scaling}
          options={SCALINGS.map((value) => ({ value, text: t.plan.scalings[value] }))}
          onChange={(scaling) => opening.change({ scaling })}
        />,
      )}
      {state.labels.length > 0 &&
        row("positive", t.plan.positive, <PositiveField state={state} plan={plan} />)}
      {X && row("first", t.plan.first, <FirstField array={X} plan={plan} />)}
    </fieldset>
  );
}

interface RowProps extends Props {
  field: PlanField;
  label: string;
  children: ComponentChildren;
}

/** A field of the plan with its problem. */
function Row({ field, label, state, plan, children }: RowProps) {
  const { problem } = state;
  const isWrong = problem !== null && fieldOf(problem, plan) === field;
  return (
    <div class="plan-row" data-field={field} data-wrong={isWrong}>
      <span class="plan-label">{label}</span>
      <div class="plan-control">{children}</div>
      <div class="plan-problem" role="alert">
        {isWrong && <ProblemText problem={problem} />}
      </div>
    </div>
  );
}
