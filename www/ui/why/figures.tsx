import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { dimensionsOf } from "../../equations/dimensions";
import { equationOf, partIn, resultPart } from "../../equations/equation";
import type { Context, Figure as FigureName } from "../../i18n/why/answer";
import type { Matrix, Operation, Quantity, TensorId } from "../../protocol/tensors";
import type { Trace, TraceRequest } from "../../protocol/trace";
import { fitArrangement } from "../../view/equation_lengths";
import { formatNumber } from "../../view/format";
import { colourOf } from "../../view/lengths";
import { useApp } from "../context";
import { LossBars } from "../equation/losses";
import { useIsDone } from "../equation/status";
import { Written } from "../equation/trace_line";
import { formatShare } from "../equation/working";
import { Falk } from "../matrices/falk";
import { Ghosts } from "../matrices/ghosts";
import { EquationMatrix } from "../matrices/matrix";
import { useMessages } from "../messages";
import { TensorSymbol } from "../shared/symbol";
import { useWatched } from "../watched";

/** CSS pixels of a figure. */
const ROOM = { width: 380, height: 212 };
const LOW = { width: 520, height: 110 };

/** Examples of which the outer products are shown. */
const FIRST = [0, 1, 2];

/** A live picture in an answer. */
export function Figure({ figure, context }: { figure: FigureName; context: Context }) {
  const { L, l } = context;
  const isDone = useIsDone();
  const last: Operation =
    figure === "output" ? { operation: "dA", layer: L } : { operation: "dW", layer: l };
  const isComputed = isDone(figure === "losses" ? { operation: "cost", layer: L } : last);
  switch (figure) {
    case "dW":
      return <Product id={{ name: "dW", layer: l }} L={L} />;
    case "dA_prev":
      return L > 1 ? <Product id={{ name: "dA", layer: Math.max(l, 2) - 1 }} L={L} /> : null;
    case "dims":
      return <Dims context={context} />;
    case "broadcast":
      return <Broadcast id={{ name: "Z", layer: l }} L={L} />;
    case "entry":
      return isComputed ? <EntryOfGradient layer={l} /> : <NotYet />;
    case "output":
      return isComputed ? <Output L={L} /> : <NotYet />;
    case "losses":
      return isComputed ? <LossBars width={LOW.width - 60} height={120} /> : <NotYet />;
    case "mean":
      return isComputed ? <Mean context={context} /> : <NotYet />;
  }
}

/** Before the first iteration: how to have numbers. */
function NotYet() {
  const { actions } = useApp();
  const t = useMessages();
  return (
    <p class="equation-status">
      {t.equation.notYet}{" "}
      <button type="button" onClick={() => actions.step(1).catch(() => {})}>
        {t.transport.iteration}
      </button>
    </p>
  );
}

function Product({ id, L }: { id: TensorId; L: number }) {
  const equation = equationOf(id, L);
  return (
    equation && (
      <div class="beside">
        <Falk equation={equation} room={ROOM} place="why" />
      </div>
    )
  );
}

function Broadcast({ id, L }: { id: TensorId; L: number }) {
  const session = useApp().store.session.value;
  const equation = equationOf(id, L);
  const added = equation && partIn(equation, "added");
  if (!session || !added) return null;
  const result = resultPart(equation);
  const lengths = fitArrangement(
    { columns: ["m", "m"], rows: [result.dimensions[0]] },
    session,
    LOW,
  );
  return (
    <div class="elementwise">
      <EquationMatrix part={result} lengths={lengths} light={undefined} place="why" />
      <span class="operator">= … +</span>
      <Ghosts part={added} lengths={lengths} light={undefined} place="why" expanded />
    </div>
  );
}

/** n[0], W[1], n[1], …, n[L]. */
function Dims({ context: { layers_dims } }: { context: Context }) {
  return (
    <div class="dims">
      {layers_dims.map((size, l) => (
        <Fragment key={l}>
          {l > 0 && (
            <span class="dims-weights">
              <TensorSymbol name="W" layer={l} />
              <span class="shape">
                (<b style={{ color: colourOf(l) }}>{size}</b>,{" "}
                <b style={{ color: colourOf(l - 1) }}>{layers_dims[l - 1]}</b>)
              </span>
            </span>
          )}
          <span class="dims-size" style={{ "--colour": colourOf(l) }}>
            <small>n[{l}]</small>
            <b>{size}</b>
          </span>
        </Fragment>
      ))}
    </div>
  );
}

/** The sum for the largest entry of dW[l]. */
function EntryOfGradient({ layer }: { layer: number }) {
  const { store } = useApp();
  const entries = useWatched(store.numbers, { name: "dW", layer }).value;
  const cell = entries ? largest(entries) : null;
  const request: TraceRequest | null = cell && { operation: "dW", layer, cell, averaging: "dW" };
  const trace = useWatched(store.traces, request).value;
  // While training runs the largest entry is now this one, now that one: the last trace stays meanwhile.
  const last = useRef<{ request: TraceRequest; trace: Trace } | null>(null);
  if (request && trace) last.current = { request, trace };
  return (
    last.current && (
      <div class="trace">
        <Written {...last.current} />
      </div>
    )
  );
}

/** Row and column of the entry of largest magnitude. */
function largest({ cols, data }: Matrix): [number, number] {
  const at = data.reduce((best, entry, index) => {
    return Math.abs(entry) > Math.abs(data[best] ?? 0) ? index : best;
  }, 0);
  return [Math.floor(at / cols), at % cols];
}

/** For an example of each label: which term of dA[L] survives, and what is left of it. */
function Output({ L }: { L: number }) {
  const { store } = useApp();
  const labels = useWatched(store.numbers, { name: "Y", layer: L }).value;
  if (!labels) return null;
  const examples = [0, 1].map((y) => labels.data.indexOf(y)).filter((example) => example >= 0);
  return (
    <table class="output-table">
      <thead>
        <tr>
          {["i", "y", "a", "−(y/a − (1−y)/(1−a))", "dA", "dA · a(1−a) = a − y"].map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {examples.map((example) => (
          <OutputRow key={example} L={L} example={example} />
        ))}
      </tbody>
    </table>
  );
}

function OutputRow({ L, example }: { L: number; example: number }) {
  const { store } = useApp();
  const cell: [number, number] = [0, example];
  const trace = useWatched(store.traces, {
    operation: "dA",
    layer: L,
    cell,
    averaging: "dW",
  }).value;
  if (trace?.kind !== "entry") return null;
  const [y = 0, a = 0, , difference = 0] = trace.operands;
  const shown = formatShare(a);
  const cells = [
    String(example),
    formatNumber(y),
    shown,
    y === 1 ? `−1/${shown}` : `1/(1 − ${shown})`,
    formatNumber(trace.value, 4),
    formatNumber(difference, 4),
  ];
  return (
    <tr>
      {cells.map((text, index) => (
        <td key={index}>{text}</td>
      ))}
    </tr>
  );
}

/** The first examples' shares of dW, and their mean over all examples. */
function Mean({ context: { l, m } }: { context: Context }) {
  const session = useApp().store.session.value;
  if (!session) return null;
  const id: TensorId = { name: "dW", layer: l };
  const dimensions = dimensionsOf(id);
  const [rows, columns] = dimensions;
  const shown = FIRST.filter((example) => example < m);
  const lengths = fitArrangement(
    { columns: [...shown.map(() => columns), columns], rows: [rows] },
    session,
    { width: LOW.width - 160, height: LOW.height },
  );
  const matrix = (quantity: Quantity) => (
    <EquationMatrix
      part={{ role: "operand", quantity, transposed: false, dimensions }}
      lengths={lengths}
      light={undefined}
      place="why"
      bare
    />
  );
  return (
    <div class="mean-figure">
      <span class="operator">1/{m} · (</span>
      {shown.map((example) => (
        <Fragment key={example}>
          {example > 0 && <span class="operator">+</span>}
          {matrix({ ...id, of: "outer", index: example })}
        </Fragment>
      ))}
      <span class="operator">{m > shown.length ? "+ … ) =" : ") ="}</span>
      {matrix(id)}
    </div>
  );
}
