import type { Problem } from "../../protocol/requests";
import { useMessages } from "../messages";
import { useTexts } from "./use_texts";
import { fileProblemText, placeText } from "./words";

interface Props {
  problem: Problem;
  /** Whether the place stands beside it already. */
  placeless?: boolean;
}

/** Where something is wrong, what was wanted and what came. */
export function ProblemText({ problem, placeless }: Props) {
  const messages = useMessages();
  const t = useTexts();
  const place = placeless ? "" : placeText(t, problem);
  return (
    <p class="files-problem" data-problem={problem.kind}>
      {place !== "" && (
        <>
          <b>{place}</b>{" "}
        </>
      )}
      {fileProblemText(t, messages, problem)}
    </p>
  );
}
