import { answersIn } from "../../i18n/why/answers";
import { useApp } from "../context";
import { useFetched } from "../shared/lazy";

/** The answers in the language in force; null until they are there. */
export function useAnswers() {
  const { store } = useApp();
  return useFetched(answersIn, () => {
    store.question.value = null;
  });
}
