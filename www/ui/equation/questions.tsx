import type { Equation } from "../../equations/equation";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { questionsOf } from "./questions_of";

/** The answers that belong to this equation. */
export function Questions({ equation, L }: { equation: Equation; L: number }) {
  const { actions } = useApp();
  const t = useMessages();
  return (
    <p class="questions">
      {questionsOf(equation, L).map((question) => (
        <button
          type="button"
          class="quiet"
          key={question}
          data-question={question}
          onClick={() => actions.ask(question)}
        >
          {t.why.questions[question]}
        </button>
      ))}
    </p>
  );
}
