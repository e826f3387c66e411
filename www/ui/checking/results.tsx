import { useSignal } from "@preact/signals";
import type { Check } from "../../protocol/checking";
import type { Checked, Moment } from "../../state/checking_state";
import type { Store } from "../../state/store";
import { useApp } from "../context";
import { CheckResult } from "./check_result";
import { useTexts } from "./use_texts";
import { nameOf } from "./words";

/** Arrays whose results are shown at first. */
const SHOWN = 30;

/** What came of a check, array by array. */
export function Results({ checked, onEquation }: { checked: Checked; onEquation: () => void }) {
  const { store } = useApp();
  const t = useTexts();
  const shown = useSignal(SHOWN);
  const { at, checks } = checked;
  // Checks see the iteration under way done to its end.
  const now = at.iteration + (isUnderWay(at, operationsIn(store)) ? 1 : 0);
  const sameAs = (check: Check, index: number) => {
    const before = checks.findIndex((other) => sameDiagnoses(other, check));
    const first = checks[before];
    return first && before < index ? nameOf(t, first, before) : null;
  };
  return (
    <section class="check-results" aria-label={t.result.heading}>
      <MovedOn checked={checked} />
      {checks.slice(0, shown.value).map((check, index) => (
        <CheckResult
          key={index}
          check={check}
          index={index}
          now={now}
          sameAs={sameAs(check, index)}
          onEquation={onEquation}
        />
      ))}
      {checks.length > shown.value && (
        <button type="button" onClick={() => (shown.value += 4 * SHOWN)}>
          {t.result.more(checks.length - shown.value)}
        </button>
      )}
    </section>
  );
}

/** How many of the arrays are right, and with which moment of the run they were compared. */
export function Summary({ checked: { at, checks, file } }: { checked: Checked }) {
  const { store } = useApp();
  const t = useTexts();
  const all = operationsIn(store);
  return (
    <>
      <strong>{t.result.summary(countsOf(checks))}</strong>{" "}
      {file !== null && `${t.result.ofFile(file)} `}
      {isUnderWay(at, all)
        ? t.result.underWay(at.iteration, at.progress, all)
        : t.result.at(at.iteration)}
    </>
  );
}

/** Where the page has gone on: that it has, and the way to check again. */
function MovedOn({ checked }: { checked: Checked }) {
  const { checking, store } = useApp();
  const t = useTexts();
  if (store.checking.value.isBusy || !checking.hasMovedOn(checked)) return null;
  return (
    <p class="check-moved">
      {t.result.movedOn}{" "}
      <button type="button" data-action="check-again" onClick={() => checking.check()}>
        {t.result.again}
      </button>
    </p>
  );
}

function operationsIn({ session }: Store): number {
  return session.value?.operations.length ?? 0;
}

function isUnderWay({ progress }: Moment, all: number): boolean {
  return progress > 0 && progress < all;
}

function countsOf(checks: Check[]): Record<Check["status"], number> {
  const counts = { agrees: 0, differs: 0, wrong_shape: 0, not_computed: 0, unrecognised: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}

/** Whether the same lines are wrong in both; of what the numbers are, each is told. */
function sameDiagnoses(a: Check, b: Check): boolean {
  const key = ({ diagnoses }: Check) =>
    diagnoses.some(({ subject }) => subject !== null)
      ? null
      : JSON.stringify(diagnoses.map(({ kind, wrong, since }) => [kind, wrong, since]));
  return b.diagnoses.length > 0 && key(b) !== null && key(a) === key(b);
}
