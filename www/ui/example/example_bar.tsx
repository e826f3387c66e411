import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { FieldProblem } from "../shared/field_problem";
import { NumberField } from "../shared/number_field";
import { useWatched } from "../watched";

/** Inputs of an example that are written out; the others are counted. */
const SHOWN_INPUTS = 4;

/** The chosen example: its x, y, a and loss, and how to choose another or none. */
export function ExampleBar() {
  const { actions, store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const example = store.example.value;
  if (!session || example === null) return null;
  return (
    <aside class="example-bar" aria-label={t.example.heading}>
      <span class="field">
        <span class="field-label">{t.example.heading} i =</span>
        <NumberField
          control="example"
          value={example}
          min={0}
          max={session.m - 1}
          whole
          label={t.example.heading}
          width={Math.max(String(session.m).length, 3)}
          onCommit={(value) => actions.chooseExample(value)}
        />
      </span>
      <Facts example={example} />
      <FieldProblem controls={["example"]} />
      <button type="button" onClick={() => actions.chooseExample(null)}>
        {t.example.leave}
      </button>
    </aside>
  );
}

function Facts({ example }: { example: number }) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const L = (session?.layers_dims.length ?? 2) - 1;
  const n0 = session?.n0 ?? 1;
  const request = { operation: "cost", layer: L, cell: [0, example] } as const;
  const trace = useWatched(store.traces, { ...request, cell: [0, example] }).value;
  const x = useWatched(store.numbers, { name: "A", layer: 0, of: "column", index: example }).value;
  const y = useWatched(store.numbers, { name: "Y", layer: L, of: "column", index: example }).value
    ?.data[0];
  const a = trace?.kind === "entry" ? trace.operands[1] : undefined;
  const inputs = x
    ? Array.from(x.data.subarray(0, SHOWN_INPUTS), (entry) => formatNumber(entry))
    : [];
  const more = n0 > SHOWN_INPUTS ? `, ${t.equation.andMore(n0 - SHOWN_INPUTS)}` : "";
  return (
    <dl class="example-facts">
      <div>
        <dt>x</dt>
        <dd data-fact="x">
          ({inputs.join(", ")}
          {more})
        </dd>
      </div>
      <div>
        <dt>y</dt>
        <dd data-fact="y">{y === undefined ? "–" : formatNumber(y)}</dd>
      </div>
      {trace && a !== undefined ? (
        <>
          <div>
            <dt>a</dt>
            <dd data-fact="a">{formatNumber(a, 4)}</dd>
          </div>
          <div>
            <dt>{t.example.loss}</dt>
            <dd data-fact="loss">{formatNumber(trace.value, 6)}</dd>
          </div>
        </>
      ) : (
        <div>
          <dt>{t.example.loss}</dt>
          <dd>{t.layers.notComputed}</dd>
        </div>
      )}
    </dl>
  );
}
