import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import type { Answer, Question } from "../../i18n/why/answer";
import { answersIn } from "../../i18n/why/answers";
import { useApp } from "../context";

/** The answers in the language in force; null until they are there. */
export function useAnswers(): Signal<Record<Question, Answer> | null> {
  const { store } = useApp();
  const answers = useSignal<Record<Question, Answer> | null>(null);
  useSignalEffect(() => {
    const { language } = store.preferences.value;
    answersIn[language]().then(
      (found) => {
        if (store.preferences.peek().language === language) answers.value = found;
      },
      () => {
        if (!answers.peek()) store.question.value = null; // no connection; the next click tries again
      },
    );
  });
  return answers;
}
