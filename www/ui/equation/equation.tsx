import { useMemo, useState } from "preact/hooks";
import { type Equation, equationOf, partIn, resultPart } from "../../equations/equation";
import { type Context, equationTex, slopeTex } from "../../equations/tex";
import { type Mode, quantityKey } from "../../state/store";
import { useApp } from "../context";
import { MatrixTools } from "../exports/matrix_tools";
import { Falk } from "../matrices/falk";
import type { Room } from "../matrices/room";
import { useMessages } from "../messages";
import { MistakePicture } from "../mistakes/mistake_picture";
import { MistakeWords } from "../mistakes/mistake_words";
import { useMistakes } from "../mistakes/use_mistakes";
import { Formula } from "../shared/formula";
import { Legend } from "../shared/legend";
import { useSizeOf } from "../shared/sizes";
import { Switch } from "../shared/switch";
import { useWidth } from "../shared/width";
import { Apart } from "./apart";
import { AveragingSwitch } from "./averaging_switch";
import { CostLine } from "./cost";
import { Elementwise } from "./elementwise";
import { Given } from "./given";
import { Heading } from "./heading";
import { LossBars } from "./losses";
import { Questions } from "./questions";
import { ShapeLine } from "./shape_line";
import { Status, useIsDone } from "./status";
import { TraceLine } from "./trace_line";
import { TraceableMatrix } from "./traceable";
import { lightsAt, useFocus } from "./tracing";
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
  // The same object as long as it is the same equation: its parts are told apart by identity.
  const { name, layer } = id;
  const equation = useMemo(() => equationOf({ name, layer }, L), [name, layer, L]);
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
  const id = resultPart(equation).quantity;
  const { mistakes, problem } = useMistakes(mode === "break" ? equation : null);
  const index = mode === "break" ? store.mistake.value : null;
  const mistake = index === null ? undefined : mistakes[index];
  const modes: Mode[] =
    equation.operation === "dW" ? ["equation", "apart", "break"] : ["equation", "break"];
  const isDone = useIsDone()(equation);
  const turns = equation.parts.some(({ transposed }) => transposed);
  const session = store.session.value;
  if (!session) return null;
  const context: Context = {
    L: session.layers_dims.length - 1,
    activation: session.activation,
    // A notebook writes it as the course does.
    averaging: mode === "break" ? "dW" : store.averaging.value,
  };
  return (
    <div class="equation-body">
      <div class="equation-picture">
        {mode === "apart" && isDone ? (
          <Apart equation={equation} room={room} />
        ) : mistake && index !== null ? (
          <MistakePicture equation={equation} mistake={mistake} index={index} room={room} />
        ) : (
          <Picture
            equation={equation}
            room={room}
            replay={replay}
            traceable={mode === "equation"}
          />
        )}
        <p class="hint legend-line">
          <Legend /> {t.layers.legend}
        </p>
      </div>
      <div class="equation-words">
        <Heading equation={equation} averaging={context.averaging} />
        <div class="equation-tools">
          <Switch
            label={t.equation.heading}
            value={mode}
            options={modes.map((value) => ({ value, text: t.equation.modes[value] }))}
            name="mode"
            onChange={(mode) => actions.setMode(mode)}
          />
          <MatrixTools id={id} />
        </div>
        <Formula tex={equationTex(equation, context)} display />
        <ShapeLine equation={equation} averaging={context.averaging} />
        <Status equation={equation} />
        {equation.operation === "cost" && mode === "equation" && <CostLine equation={equation} />}
        {mode === "break" && <MistakeWords mistakes={mistakes} problem={problem} />}
        {mode === "equation" && <TraceLine equation={equation} />}
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

interface PictureProps {
  equation: Equation;
  room: Room;
  replay: number;
  /** Whether entries of the result can be pinned and walked through. */
  traceable: boolean;
}

function Picture({ equation, room, replay, traceable }: PictureProps) {
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
          result={
            traceable
              ? (lengths) => (
                  <TraceableMatrix part={result} lengths={lengths} light={lights.get(result)} />
                )
              : undefined
          }
        />
      );
    case "cost":
      return (
        <>
          <LossBars width={Math.min(room.width - 60, 640)} height={150} />
          <Elementwise
            equation={equation}
            lights={lights}
            traceable={traceable}
            room={{ width: room.width, height: room.width < BESIDE / 2 ? 270 : 90 }}
          />
        </>
      );
    default:
      return <Elementwise equation={equation} lights={lights} room={room} traceable={traceable} />;
  }
}

/** What is to be seen in this equation besides its numbers. */
function Notes({ equation }: { equation: Equation }) {
  const t = useMessages();
  const m = useSizeOf()("m");
  if (partIn(equation, "added")) return <p class="note">{t.equation.broadcast(m - 1)}</p>;
  if (equation.form === "sum") return <p class="note">{t.equation.reversed(m)}</p>;
  return null;
}
