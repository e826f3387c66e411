import { useSignal } from "@preact/signals";
import { resultOf } from "../../equations/operations";
import type { Check } from "../../protocol/checking";
import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { symbolText } from "../shared/symbol";
import { Diagnoses } from "./diagnoses";
import { Differences } from "./differences";
import { Entries } from "./entries";
import { PastedShape, RightShape, SubjectSymbol } from "./subject";
import { useTexts } from "./use_texts";
import { nameOf, shapeText, subjectText } from "./words";

/** A sign that says the same as the word beside it. */
const SIGNS: Record<Check["status"], string> = {
  agrees: "✓",
  differs: "≠",
  wrong_shape: "⇄",
  not_computed: "…",
  unrecognised: "?",
};

interface Props {
  check: Check;
  index: number;
  now: number;
  sameAs: string | null;
  /** After an equation was opened. */
  onEquation: () => void;
}

/** What became of one array. */
export function CheckResult({ check, index, now, sameAs, onEquation }: Props) {
  const t = useTexts();
  const { cells, line, status, subject } = check;
  const isComputed = check.expected_shape.length > 0;
  const isWrong = status === "differs" || status === "wrong_shape";
  return (
    <article class="check" data-status={status} data-name={check.name ?? ""}>
      <header>
        <h3>
          <code>{nameOf(t, check, index)}</code>
        </h3>
        {check.shape.length > 0 && <PastedShape check={check} />}
        {line > 1 && <small>{t.array.atLine(line)}</small>}
        <strong class="check-status">
          <span aria-hidden="true">{SIGNS[status]}</span> {t.array.statuses[status]}
        </strong>
      </header>
      {subject && (
        <p class="check-subject">
          {t.array.takenFor} <SubjectSymbol subject={subject} />{" "}
          {isComputed && <RightShape check={check} />}
          {check.found_by && <small>{t.array.foundBy[check.found_by]}</small>}
        </p>
      )}
      <Verdict check={check} />
      <Others check={check} />
      {isWrong && <Diagnoses check={check} now={now} sameAs={sameAs} />}
      {isWrong && cells && cells.pasted.length > 0 && <Entries check={check} cells={cells} />}
      {isWrong && !cells && <Differences check={check} />}
      {status === "agrees" && cells && cells.pasted.length > 0 && <Folded check={check} />}
      {isWrong && !isRearranged(check) && <EquationButton check={check} onEquation={onEquation} />}
    </article>
  );
}

/** Whether the numbers are right, in another shape. */
function isRearranged({ agreeing, arrangement, entries }: Check): boolean {
  return arrangement !== null && agreeing === entries;
}

/** In a sentence or two. */
function Verdict({ check }: { check: Check }) {
  const t = useTexts();
  const { agreeing, arrangement, entries, largest_difference, shape, status } = check;
  const differing = entries - agreeing;
  const words = () => {
    switch (status) {
      case "agrees":
        return t.array.agrees(entries);
      case "differs":
        return t.array.differs(differing, entries, formatNumber(largest_difference ?? 0, 3));
      case "not_computed":
        return t.array.notComputed;
      case "unrecognised":
        return t.array.unrecognised(shapeText(shape));
      case "wrong_shape": {
        const shapes = t.array.wrongShape(shapeText(shape), shapeText(check.expected_shape));
        if (arrangement === null || arrangement === "same") return `${shapes} ${t.array.notLaid}`;
        const laid = t.array.arrangements[arrangement];
        return `${shapes} ${differing === 0 ? laid.right : laid.wrong(differing, entries)}`;
      }
    }
  };
  return <p class="check-verdict">{words()}</p>;
}

/** What else an array without a name could be; of one that is right, only what it is as well. */
function Others({ check: { agreeing, candidates, entries } }: { check: Check }) {
  const { store } = useApp();
  const t = useTexts();
  const { language } = store.preferences.value;
  const isRight = agreeing === entries;
  const likely = candidates.filter((other) => !isRight || other.agreeing === entries);
  if (likely.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: "disjunction" });
  const others = likely
    .slice(0, SHOWN_CANDIDATES)
    .map(({ subject, agreeing }) => t.array.other(subjectText(t, subject), agreeing, entries));
  return <p class="hint">{t.array.others(list.format(others))}</p>;
}

const SHOWN_CANDIDATES = 4;

/** The entries of an array that is right, for those who want to see them. */
function Folded({ check }: { check: Check }) {
  const t = useTexts();
  const isOpen = useSignal(false);
  if (!check.cells || check.entries === 1) return null;
  return (
    <details onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{t.array.entries(check.entries)}</summary>
      {isOpen.value && <Entries check={check} cells={check.cells} />}
    </details>
  );
}

function EquationButton({ check, onEquation }: { check: Check; onEquation: () => void }) {
  const { checking } = useApp();
  const t = useTexts();
  const { operation } = check;
  if (!operation) return <p class="hint">{t.diagnosis.given}</p>;
  const of = operation.operation === "cost" ? "J" : symbolText(resultOf(operation));
  return (
    <button
      type="button"
      data-action="show-equation"
      onClick={() => {
        checking.showEquation(check);
        onEquation();
      }}
    >
      {t.diagnosis.showEquation(of)}
    </button>
  );
}
