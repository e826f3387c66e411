import { useSignal, useSignalEffect } from "@preact/signals";
import { type PageProblem, type TextPlace, textProblemIn } from "../../i18n/checking/problems";
import { fileTextsIn } from "../../i18n/files/languages";
import type { FileTexts } from "../../i18n/files/texts";
import { problemText } from "../../i18n/messages";
import type { Problem } from "../../protocol/requests";
import { useApp } from "../context";
import { fileProblemText, placeText } from "../files/words";
import { useMessages } from "../messages";
import { useTexts } from "./use_texts";

interface Props {
  problem: PageProblem | Problem;
  /** Shows a place in the text; null where the text does not stand there. */
  onMark: ((line: number, column: number) => void) | null;
}

/** Why nothing was checked. */
export function InputProblem({ problem, onMark }: Props) {
  const messages = useMessages();
  const t = useTexts();
  if (typeof problem === "string") return <p>{t.problems[problem]}</p>;
  if (problem.file !== undefined) return <FileProblem problem={problem} />;
  const said = textProblemIn(problem.message);
  if (!said) return <p>{problemText(messages, problem)}</p>;
  const { got, kind, place, wanted } = said;
  return (
    <p>
      {place && <Place place={place} onMark={onMark} />} {t.problems.text[kind](wanted, got)}
    </p>
  );
}

function Place({ place: { line, column }, onMark }: Pick<Props, "onMark"> & { place: TextPlace }) {
  const t = useTexts();
  const text = t.problems.place(line, column);
  if (!onMark) return <b>{text}</b>;
  return (
    <button type="button" class="quiet" data-action="mark" onClick={() => onMark(line, column)}>
      {text}
    </button>
  );
}

/** What is wrong with a file, in the words of the dialog that opens files. */
function FileProblem({ problem }: { problem: Problem }) {
  const { store } = useApp();
  const messages = useMessages();
  const texts = useSignal<FileTexts | null>(null);
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    fileTextsIn[language]().then(
      (found) => (texts.value = found),
      () => {}, // no connection: the sentence stands in English
    );
  });
  const t = texts.value;
  if (!t) return <p>{problem.message}</p>;
  return (
    <p>
      <b>{placeText(t, problem)}</b> {fileProblemText(t, messages, problem)}
    </p>
  );
}
