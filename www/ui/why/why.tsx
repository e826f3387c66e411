import "../../styles/why.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import {
  type Answer,
  type Block,
  type Context,
  QUESTIONS,
  type Question,
} from "../../i18n/why/answer";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Formula } from "../shared/formula";
import { RichText } from "../shared/rich_text";
import { useAnswers } from "./answers";
import { Figure } from "./figures";
import { useTasks } from "./tasks";

/** The answers to "why?", over the page, with their contents list. */
export function Why() {
  const { actions, store } = useApp();
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const question = store.question.value;
  const answers = useAnswers().value;
  const isOpen = question !== null && answers !== null;
  useLayoutEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the dialog itself
    <dialog
      class="why"
      ref={dialog}
      aria-label={t.why.heading}
      onClose={() => actions.ask(null)}
      onClick={(event) => event.target === dialog.current && actions.ask(null)}
    >
      {question && answers && (
        <div class="why-page">
          <nav class="why-contents" aria-label={t.why.contents}>
            <h2>{t.why.heading}</h2>
            {QUESTIONS.map((one) => (
              <button
                type="button"
                key={one}
                data-question={one}
                aria-current={one === question ? "page" : undefined}
                onClick={() => actions.ask(one)}
              >
                <RichText text={answers[one].title} />
              </button>
            ))}
          </nav>
          <AnswerPage key={question} question={question} answer={answers[question]} />
          <button type="button" class="why-close" onClick={() => actions.ask(null)}>
            {t.why.close}
          </button>
        </div>
      )}
    </dialog>
  );
}

function AnswerPage({ question, answer }: { question: Question; answer: Answer }) {
  const { actions } = useApp();
  const t = useMessages();
  const context = useContext();
  const tasks = useTasks();
  if (!context) return null;
  const go = async () => {
    actions.ask(null);
    await new Promise(requestAnimationFrame); // the page can take the focus when the dialog is closed
    await tasks[question](context);
  };
  return (
    <article class="why-answer" data-question={question}>
      <h3>
        <RichText text={answer.title} />
      </h3>
      {answer.blocks(context).map((block, index) => (
        <Part key={index} block={block} context={context} />
      ))}
      <div class="why-task">
        <p>
          <b>{t.why.task}</b> <RichText text={answer.task} />
        </p>
        <button type="button" class="primary" onClick={() => go().catch(() => {})}>
          {answer.go}
        </button>
      </div>
    </article>
  );
}

function Part({ block, context }: { block: Block; context: Context }) {
  if ("text" in block)
    return (
      <p>
        <RichText text={block.text} />
      </p>
    );
  if ("formula" in block) return <Formula tex={block.formula} display />;
  return <Figure figure={block.figure} context={context} />;
}

/** The network on the page, as the answers speak of it. */
function useContext(): Context | null {
  const session = useApp().store.session.value;
  if (!session) return null;
  const { layers_dims, m } = session;
  const L = layers_dims.length - 1;
  return { layers_dims, m, L, l: Math.max(1, L - 1) };
}
