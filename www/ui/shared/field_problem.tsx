import { problemText } from "../../i18n/messages";
import type { Control } from "../../state/store";
import { useApp } from "../context";
import { useMessages } from "../messages";

/** The problems of some controls, in words, beside them. */
export function FieldProblem({ controls }: { controls: Control[] }) {
  const { problems } = useApp().store;
  const messages = useMessages();
  const found = controls.flatMap((control) => {
    const problem = problems.value[control];
    return problem ? [{ control, problem }] : [];
  });
  return (
    <div class="problems" role="alert">
      {found.map(({ control, problem }) => (
        <p key={control}>{problemText(messages, problem)}</p>
      ))}
    </div>
  );
}
