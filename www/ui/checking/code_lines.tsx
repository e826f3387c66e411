import { differenceOf, type Piece } from "./line_difference";
import { useTexts } from "./use_texts";

/** The mistaken lines over the right ones; what differs is marked. */
export function CodeLines({ wrong, right }: { wrong: string; right: string }) {
  const t = useTexts();
  if (wrong === "" && right === "") return null;
  const pieces = differenceOf(wrong, right);
  return (
    <dl class="code-lines">
      <div data-code="wrong">
        <dt>
          <span aria-hidden="true">✗</span> {t.diagnosis.wrong}
        </dt>
        <dd>
          <Line pieces={pieces.wrong} as="del" />
        </dd>
      </div>
      <div data-code="right">
        <dt>
          <span aria-hidden="true">✓</span> {t.diagnosis.right}
        </dt>
        <dd>
          <Line pieces={pieces.right} as="ins" />
        </dd>
      </div>
    </dl>
  );
}

function Line({ pieces, as: Mark }: { pieces: Piece[]; as: "del" | "ins" }) {
  return (
    <pre>
      <code>
        {pieces.map(({ text, isShared }, index) =>
          isShared ? text : <Mark key={index}>{text}</Mark>,
        )}
      </code>
    </pre>
  );
}
