import { useMemo, useRef } from "preact/hooks";
import { colourOf } from "../../view/lengths";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { FieldProblem } from "../shared/field_problem";
import { latest } from "../shared/latest";
import { NumberField } from "../shared/number_field";

const MAX_UNITS = 64;
const MAX_HIDDEN = 6;
/** Units of a layer that is added. */
const NEW_LAYER = 3;

/** layers_dims: a slider and a number for each hidden layer, + and − for their count. */
export function LayersControls() {
  const { actions, store } = useApp();
  const t = useMessages();
  /** What was asked for last, until it is there: the next change builds on it. */
  const asked = useRef<number[] | null>(null);
  const change = useMemo(
    () =>
      latest(async (layers_dims: number[]) => {
        await actions.control("layers_dims", { layers_dims });
        if (asked.current === layers_dims) asked.current = null;
      }),
    [actions],
  );
  const dims = store.session.value?.layers_dims;
  if (!dims) return null;
  const hidden = dims.slice(1, -1);
  const withHidden = (changed: (units: number[]) => number[]) => {
    const units = (asked.current ?? dims).slice(1, -1);
    asked.current = [dims[0] ?? 1, ...changed(units), 1];
    return change(asked.current);
  };

  return (
    <div class="group layers-dims">
      <span class="field-label">{t.network.layersDims}</span>
      <FixedSize l={0} name="n[0]" size={dims[0] ?? 1} hint={t.network.input} />
      {hidden.map((units, index) => (
        <HiddenSize
          key={index}
          l={index + 1}
          units={units}
          onChange={(value) =>
            withHidden((units) => units.map((old, at) => (at === index ? value : old)))
          }
        />
      ))}
      <FixedSize l={dims.length - 1} name="n[L]" size={1} hint={t.network.output} />
      <span class="buttons">
        <button
          type="button"
          class="icon"
          aria-label={t.network.removeLayer}
          title={t.network.removeLayer}
          disabled={hidden.length === 0}
          onClick={() => withHidden((units) => units.slice(0, -1))}
        >
          −
        </button>
        <button
          type="button"
          class="icon"
          data-action="add-layer"
          aria-label={t.network.addLayer}
          title={t.network.addLayer}
          disabled={hidden.length >= MAX_HIDDEN}
          onClick={() => withHidden((units) => [...units, NEW_LAYER].slice(0, MAX_HIDDEN))}
        >
          +
        </button>
      </span>
      <FieldProblem
        controls={[
          "layers_dims",
          ...hidden.map((_, index) => `layers_dims[${index + 1}]` as const),
        ]}
      />
    </div>
  );
}

function FixedSize({
  l,
  name,
  size,
  hint,
}: {
  l: number;
  name: string;
  size: number;
  hint: string;
}) {
  return (
    <span class="size" title={hint} style={{ "--colour": colourOf(l) }}>
      <span class="size-name">{name}</span>
      <output aria-label={hint}>{size}</output>
    </span>
  );
}

interface HiddenProps {
  l: number;
  units: number;
  onChange: (units: number) => void;
}

function HiddenSize({ l, units, onChange }: HiddenProps) {
  const t = useMessages();
  const max = Math.max(MAX_UNITS, units);
  return (
    <span class="size" style={{ "--colour": colourOf(l) }}>
      <span class="size-name">n[{l}]</span>
      <input
        type="range"
        min={1}
        max={max}
        value={units}
        aria-label={t.network.units(l)}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <NumberField
        control={`layers_dims[${l}]`}
        value={units}
        min={1}
        max={max}
        whole
        label={t.network.units(l)}
        width={2}
        onCommit={onChange}
      />
    </span>
  );
}
