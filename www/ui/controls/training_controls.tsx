import { useMemo } from "preact/hooks";
import type { Activation } from "../../protocol/configuration";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { FieldProblem } from "../shared/field_problem";
import { latest } from "../shared/latest";
import { NumberField } from "../shared/number_field";
import { Select } from "../shared/select";
import { InitializationField } from "./initialization_field";

const ACTIVATIONS: Activation[] = ["relu", "tanh"];

/** α runs over five decades; the slider is in hundredths of one. */
const DECADES = { first: -4, last: 1 };
const RATE = { min: 10 ** DECADES.first, max: 10 ** DECADES.last };

/** Learning rate, activation, initialization and seed. */
export function TrainingControls() {
  const { actions, store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  if (!session) return null;
  return (
    <div class="group">
      <LearningRate value={session.learning_rate} />
      <Select
        label={t.network.activation}
        value={session.activation}
        options={ACTIVATIONS.map((value) => ({ value, text: t.network.activations[value] }))}
        onChange={(activation) => actions.control("activation", { activation })}
      />
      <InitializationField />
      <span class="field">
        <span class="field-label">{t.network.seed}</span>
        <NumberField
          control="seed"
          value={session.seed}
          min={0}
          max={2 ** 32 - 1}
          whole
          label={t.network.seed}
          width={Math.max(String(session.seed).length, 3)}
          onCommit={(seed) => actions.control("seed", { seed })}
        />
        <button type="button" onClick={() => actions.newSeed().catch(() => {})}>
          {t.network.newSeed}
        </button>
      </span>
      <FieldProblem controls={["learning_rate", "activation", "initialization", "seed"]} />
    </div>
  );
}

function LearningRate({ value }: { value: number }) {
  const { actions } = useApp();
  const t = useMessages();
  const change = useMemo(
    () => latest((learning_rate: number) => actions.control("learning_rate", { learning_rate })),
    [actions],
  );
  return (
    <span class="field">
      <span class="field-label">{t.network.learningRate}</span>
      <input
        type="range"
        min={100 * DECADES.first}
        max={100 * DECADES.last}
        value={Math.round(100 * Math.log10(value))}
        aria-label={t.network.learningRate}
        aria-valuetext={String(value)}
        onInput={(event) => change(rateAt(event.currentTarget.valueAsNumber))}
      />
      <NumberField
        control="learning_rate"
        value={value}
        min={RATE.min}
        max={RATE.max}
        whole={false}
        label={t.network.learningRate}
        width={7}
        onCommit={change}
      />
    </span>
  );
}

/** The learning rate at a position of the slider, to three significant digits. */
function rateAt(position: number): number {
  return Number((10 ** (position / 100)).toPrecision(3));
}
