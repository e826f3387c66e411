import type { Check, Diagnosis } from "../../protocol/checking";
import { formatExact } from "../../view/format";
import { useMessages } from "../messages";
import { CodeLines } from "./code_lines";
import { useTexts } from "./use_texts";
import { diagnosisText, placeText } from "./words";

interface Props {
  check: Check;
  /** Completed iterations of the page. */
  now: number;
  /** What an array before it is called that the very same mistakes make; null where there is none. */
  sameAs: string | null;
}

/** Why the numbers differ: every known mistake that makes them, or that none does. */
export function Diagnoses({ check, now, sameAs }: Props) {
  const t = useTexts();
  const { diagnoses } = check;
  const [first] = diagnoses;
  if (!first) return <NoDiagnosis check={check} />;
  if (sameAs !== null) return <p class="diagnosis-same">{t.diagnosis.sameAs(sameAs)}</p>;
  return (
    <section class="diagnoses">
      <h4>{diagnoses.length === 1 ? t.diagnosis.one : t.diagnosis.several(diagnoses.length)}</h4>
      <ul>
        {diagnoses.map((diagnosis, index) => (
          <DiagnosisItem key={index} check={check} now={now} diagnosis={diagnosis} />
        ))}
      </ul>
    </section>
  );
}

function DiagnosisItem({
  check,
  diagnosis,
  now,
}: {
  check: Check;
  diagnosis: Diagnosis;
  now: number;
}) {
  const messages = useMessages();
  const t = useTexts();
  const { consistent, differing, explained, kind, right, since, wrong } = diagnosis;
  // In the first iteration the two are the same.
  const isTold = since !== "nowhere" && now > 1;
  return (
    <li class="diagnosis" data-kind={kind} data-since={since}>
      <p>{diagnosisText(t, messages, check, diagnosis, now)}</p>
      <CodeLines wrong={wrong} right={right} />
      {(isTold || differing > 1 || !consistent) && (
        <p class="hint">
          {isTold && t.diagnosis.since[since]}{" "}
          {differing > 1 && t.diagnosis.explains(explained, differing)}{" "}
          {!consistent && t.diagnosis.inconsistent}
        </p>
      )}
    </li>
  );
}

function NoDiagnosis({ check }: { check: Check }) {
  const t = useTexts();
  const { arrangement, differences, untried } = check;
  const [first] = differences;
  if (!first && arrangement !== null) return null; // the numbers are right, in another shape
  return (
    <section class="diagnoses" data-none>
      <p>
        <b>{untried.length > 0 ? t.diagnosis.noneTried : t.diagnosis.none}</b>{" "}
        {first &&
          t.diagnosis.first(
            placeText(t, check, first.row, first.column),
            formatExact(first.pasted),
            formatExact(first.expected),
          )}
      </p>
      {untried.length > 0 && (
        <details class="untried">
          <summary>{t.diagnosis.untried(untried.length)}</summary>
          <p>{untried.map((kind) => t.mistakes[kind].name).join(" · ")}</p>
        </details>
      )}
    </section>
  );
}
