import type { Initialization } from "../../protocol/configuration";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Select } from "../shared/select";

/** How W is drawn, and the seed; null for any seed. */
interface Preset {
  initialization: Initialization;
  seed: number | null;
}

/** The functions of the course's notebooks, with the seeds that they are called with. */
const PRESETS: Preset[] = [
  { initialization: "small", seed: 1 },
  { initialization: "course", seed: 1 },
  { initialization: "course", seed: 3 },
  { initialization: "he", seed: 3 },
  { initialization: "zeros", seed: null },
];

/** How the parameters begin, by the notebook's names; another seed stands with the function's name. */
export function InitializationField() {
  const { actions, store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  if (!session) return null;
  const current: Preset = { initialization: session.initialization, seed: session.seed };
  const presets = [...PRESETS];
  if (session.imported || current.initialization === "imported") {
    presets.push({ initialization: "imported", seed: null });
  }
  if (!presets.some((preset) => isOf(preset, current))) presets.push(current);
  const chosen = presets.find((preset) => isOf(preset, current)) ?? current;
  const text = ({ initialization, seed }: Preset) => {
    const rule = t.notebook.presets.rules[initialization];
    return seed === null ? rule : t.notebook.presets.withSeed(rule, String(seed));
  };
  return (
    <span class="initialization">
      <Select
        label={t.network.initialization}
        value={keyOf(chosen)}
        options={presets.map((preset) => ({ value: keyOf(preset), text: text(preset) }))}
        onChange={(key) => {
          const { initialization, seed } = presets.find((one) => keyOf(one) === key) ?? current;
          const change = seed === null ? { initialization } : { initialization, seed };
          return actions.control("initialization", change);
        }}
      />
    </span>
  );
}

function isOf(preset: Preset, { initialization, seed }: Preset): boolean {
  return preset.initialization === initialization && (preset.seed === null || preset.seed === seed);
}

function keyOf({ initialization, seed }: Preset): string {
  return seed === null ? initialization : `${initialization} ${seed}`;
}
