import type { Equation } from "../../equations/equation";
import { resultOf } from "../../equations/operations";
import type { Trace, TraceRequest } from "../../protocol/trace";
import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { notebookName, quantityName, quantityText } from "../shared/symbol";
import { useWatched } from "../watched";
import { useIsDone } from "./status";
import { type Focus, traceAt, useFocus } from "./tracing";
import { formatShare, workingText } from "./working";

interface Props {
  equation: Equation;
}

/** The equation for one entry with its numbers, or how to get one. */
export function TraceLine({ equation }: Props) {
  const { store } = useApp();
  const focus = useFocus(equation).value;
  const t = useMessages();
  const isDone = useIsDone()(equation);
  const request = traceAt(equation, focus);
  const trace = useWatched(store.traces, request).value;
  const result = quantityText(resultOf(equation));
  return (
    // Spoken where somebody walks through the entries, not as the pointer flies over them.
    <div
      class="trace"
      id="trace"
      aria-live={store.pinned.value && !store.playing.value ? "polite" : "off"}
      data-traced={request !== null && trace !== null}
    >
      {request && trace && <Written request={request} trace={trace} />}
      {request && !trace && !isDone && <p class="hint">{t.equation.nothingToTrace}</p>}
      {focus && !request && <p>{t.equation.takesPart(cellName(focus), result)}</p>}
      {!focus && <p class="hint">{t.equation.pointAt(result)}</p>}
    </div>
  );
}

function cellName({ part: { quantity }, row, column }: Focus): string {
  return `${quantityName(quantity)}[${row}, ${column}]`;
}

/** "dW2[0, 1] = 1/400 · (…) = 0.0041", and what the numbers mean. */
export function Written({ request, trace }: { request: TraceRequest; trace: Trace }) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  if (!session || request.cell === "cost") return null;
  const [row, column] = request.cell;
  const context = {
    L: session.layers_dims.length - 1,
    activation: session.activation,
    averaging: request.averaging ?? store.averaging.value,
  };
  const written = workingText(request, trace, context, t.equation.andMore);
  const name = `${notebookName(resultOf(request))}[${row}, ${column}]`;
  return (
    <>
      <p class="working">
        <b>{name}</b> = {written} ={" "}
        <output class="total" data-value={trace.value}>
          {formatNumber(trace.value, TOTAL_DIGITS)}
        </output>
      </p>
      <Meaning request={request} trace={trace} L={context.L} />
    </>
  );
}

/** Significant digits of a total. */
export const TOTAL_DIGITS = 6;

/** For dA[L]: which term the label picks, why it has its sign, and what a(1−a) makes of it. */
function Meaning({ request, trace, L }: { request: TraceRequest; trace: Trace; L: number }) {
  const t = useMessages();
  if (trace.kind !== "entry" || request.layer !== L) return null;
  if (request.operation === "dA") {
    const [y = 0, a = 0, slope = 0, difference = 0] = trace.operands;
    const over = trace.divisor === null ? "" : `1/${trace.divisor} · `;
    const numbers = `(${formatShare(a)} − ${formatNumber(y)})`;
    const isSaturated = (y === 1 ? a : 1 - a) === 0; // the term that survives would divide by zero
    return (
      <>
        <p>{isSaturated ? t.equation.saturated : t.equation.survives[y === 1 ? "one" : "zero"]}</p>
        {slope !== 0 && (
          <p class="working">
            {t.equation.times} a(1−a) = {formatNumber(slope)} → {over}(a − y) = {over}
            {numbers} ={" "}
            <output class="difference">
              {formatNumber(difference / (trace.divisor ?? 1), TOTAL_DIGITS)}
            </output>
          </p>
        )}
      </>
    );
  }
  return request.operation === "dZ" ? <p>{t.equation.withoutDivision}</p> : null;
}
