import { useState } from "preact/hooks";
import { type Equation, equationOf, partIn, resultPart } from "../../equations/equation";
import { shapesOf } from "../../equations/shapes";
import { equationTex, slopeTex } from "../../equations/tex";
import type { Quantity } from "../../protocol/tensors";
import { type Mode, quantityKey } from "../../state/store";
import { formatNumber } from "../../view/format";
import { colourOf } from "../../view/lengths";
import { useApp } from "../context";
import { Falk } from "../matrices/falk";
import type { Room } from "../matrices/room";
import { useMessages, useText } from "../messages";
import { Badge } from "../shared/badge";
import { Formula } from "../shared/formula";
import { Legend } from "../shared/legend";
import { useSizeOf } from "../shared/sizes";
import { TensorSymbol } from "../shared/symbol";
import { useWidth } from "../shared/width";
import { Apart } from "./apart";
import { AveragingSwitch } from "./averaging_switch";
import { CostLine } from "./cost";
import { Elementwise } from "./elementwise";
import { Given } from "./given";
import { LossBars } from "./losses";
import { MistakePicture } from "./mistake_picture";
import { MistakeWords } from "./mistake_words";
import { questionsOf } from "./questions";
import { TraceLine } from "./trace_line";
import { TraceableMatrix } from "./traceable";
import { lightsAt, useFocus } from "./tracing";
import { useMistakes } from "./use_mistakes";
import { WeightImages } from "./weight_images";

/** CSS pixels: of the words beside the matrices, from where they stand beside, and of the matrices' height. */
const WORDS = 420 + 16;
const BESIDE = 860;
const HEIGHT = { beside: 330, below: 400 };
const PADDING = 26;

/** The equation of the chosen matrix, with its numbers. */
export function EquationView() {
  const { store } = useApp();
  const t = useMessages();
  const [panel, width] = useWidth<HTMLElement>();
  const id = store.selection.value;
  const L = (store.session.value?.layers_dims.length ?? 2) - 1;
  const equation = equationOf(id, L);
  const beside = width >= BESIDE;
  const room: Room = {
    width: width - PADDING - (beside ? WORDS : 0),
    height: beside ? HEIGHT.beside : HEIGHT.below,
  };
  return (
    <section
      class="equation panel"
      ref={panel}
      aria-label={t.equation.heading}
      data-equation={quantityKey(id)}
      data-beside={beside}
    >
      {width > 0 &&
        (equation ? (
          <Body key={`${quantityKey(id)}/${L}`} equation={equation} room={room} />
        ) : (
          <Given key={quantityKey(id)} id={id} room={room} />
        ))}
    </section>
  );
}

function Body({ equation, room }: { equation: Equation; room: Room }) {
  const { actions, store } = useApp();
  const t = useMessages();
  const mode = store.mode.value;
  const [replay, setReplay] = useState(0);
  const focus = useFocus(equation).value;
  const mistakes = useMistakes(mode === "break" ? equation : null);
  const index = mode === "break" ? store.mistake.value : null;
  const mistake = index === null ? undefined : mistakes[index];
  const modes: Mode[] =
    equation.operation === "dW" ? ["equation", "apart", "break"] : ["equation", "break"];
  const turns = equation.parts.some(({ transposed }) => transposed);
  const session = store.session.value;
  if (!session) return null;
  const context = {
    L: session.layers_dims.length - 1,
    activation: session.activation,
    averaging: store.averaging.value,
  };
  return (
    <div class="equation-body">
      <div class="equation-picture">
        {mode === "apart" ? (
          <Apart equation={equation} room={room} />
        ) : mistake && index !== null ? (
          <MistakePicture equation={equation} mistake={mistake} index={index} room={room} />
        ) : (
          <Picture equation={equation} room={room} replay={replay} />
        )}
        <p class="hint legend-line">
          <Legend /> {t.layers.legend}
        </p>
      </div>
      <div class="equation-words">
        <Heading equation={equation} />
        <div class="equation-modes" role="group" aria-label={t.equation.heading}>
          {modes.map((one) => (
            <button
              type="button"
              key={one}
              data-mode={one}
              aria-pressed={mode === one}
              onClick={() => actions.setMode(one)}
            >
              {t.equation.modes[one]}
            </button>
          ))}
        </div>
        <Formula tex={equationTex(equation, context)} display />
        <ShapeLine equation={equation} />
        {mode !== "break" && <Status equation={equation} />}
        {equation.operation === "cost" && <CostLine equation={equation} />}
        {mode === "break" && <MistakeWords mistakes={mistakes} />}
        {mode === "equation" && <TraceLine equation={equation} focus={focus} />}
        {mode === "equation" && <Notes equation={equation} />}
        {equation.operation === "dZ" && mode === "equation" && (
          <Formula tex={slopeTex(equation.layer, context)} />
        )}
        {turns && mode === "equation" && (
          <button
            type="button"
            class="quiet"
            data-action="turn"
            onClick={() => setReplay(replay + 1)}
          >
            ↻ {t.equation.turnAgain}
          </button>
        )}
        {resultPart(equation).quantity.name.startsWith("d") && mode !== "break" && (
          <AveragingSwitch />
        )}
        <WeightImages />
        <Questions equation={equation} L={context.L} />
      </div>
    </div>
  );
}

/** The answers that belong to this equation. */
function Questions({ equation, L }: { equation: Equation; L: number }) {
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

function Picture({ equation, room, replay }: { equation: Equation; room: Room; replay: number }) {
  const focus = useFocus(equation).value;
  const lights = lightsAt(equation, focus);
  const result = resultPart(equation);
  switch (equation.form) {
    case "product":
      return (
        <Falk
          equation={equation}
          lights={lights}
          room={room}
          replay={replay}
          result={(lengths) => (
            <TraceableMatrix part={result} lengths={lengths} light={lights.get(result)} />
          )}
        />
      );
    case "cost":
      return (
        <>
          <LossBars width={Math.min(room.width - 60, 640)} height={150} />
          <Elementwise
            equation={equation}
            lights={lights}
            room={{ width: room.width, height: 90 }}
          />
        </>
      );
    default:
      return <Elementwise equation={equation} lights={lights} room={room} />;
  }
}

function Heading({ equation }: { equation: Equation }) {
  const t = useMessages();
  const { quantity } = resultPart(equation);
  return (
    <h2>
      <TensorSymbol {...quantity} /> <small>{t.equation.computes[equation.operation]}</small>
      <Badge name={quantity.name} long />
      <Range quantity={quantity} />
    </h2>
  );
}

/** The smallest and the largest entry. */
function Range({ quantity }: { quantity: Quantity }) {
  const text = useText((t, store) => {
    void store.reading.value; // text follows a few times a second
    const shown = store.pictures
      .answer({ ...quantity, place: "equation", width: 0, height: 0 })
      .peek();
    if (!shown || shown.status === "absent") return "";
    const range = t.equation.range(formatNumber(shown.min, 4), formatNumber(shown.max, 4));
    return shown.not_finite > 0 ? `${range}, ${t.layers.notFinite(shown.not_finite)}` : range;
  });
  return <small class="range-text">{text}</small>;
}

/** "(4, 3) = (4, 400) · (400, 3)", each number in its dimension's colour. */
function ShapeLine({ equation }: { equation: Equation }) {
  const { store } = useApp();
  const sizeOf = useSizeOf();
  return (
    <p class="shape-line">
      {shapesOf(equation, store.averaging.value).map((token, index) =>
        typeof token === "string" ? (
          <span key={index}> {token} </span>
        ) : (
          <span class="shape" key={index}>
            (<b style={{ color: colourOf(token[0]) }}>{sizeOf(token[0])}</b>,{" "}
            <b style={{ color: colourOf(token[1]) }}>{sizeOf(token[1])}</b>)
          </span>
        ),
      )}
    </p>
  );
}

/** Where this iteration has not come to the equation yet: why there is nothing to trace, and how to get there. */
function Status({ equation }: { equation: Equation }) {
  const { actions, store } = useApp();
  const t = useMessages();
  const operations = store.session.value?.operations ?? [];
  const index = operations.findIndex(
    ({ operation, layer }) => operation === equation.operation && layer === equation.layer,
  );
  const { iteration, progress } = store.reading.value;
  if (index < progress) {
    const used = equation.parts.some(({ quantity }) => quantity.of === "used");
    return progress === operations.length && used ? (
      <p class="hint">{t.equation.usedBefore}</p>
    ) : null;
  }
  return (
    <p class="equation-status">
      {iteration === 0 ? t.equation.notYet : t.equation.stale}{" "}
      <button
        type="button"
        data-action="compute"
        onClick={() => actions.computeUpTo(equation).catch(() => {})}
      >
        {t.equation.computeUpTo}
      </button>
    </p>
  );
}

/** What is to be seen in this equation besides its numbers. */
function Notes({ equation }: { equation: Equation }) {
  const t = useMessages();
  const m = useSizeOf()("m");
  if (partIn(equation, "added")) return <p class="note">{t.equation.broadcast(m - 1)}</p>;
  if (equation.form === "sum") return <p class="note">{t.equation.reversed(m)}</p>;
  return null;
}
