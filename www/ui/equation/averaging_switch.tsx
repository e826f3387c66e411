import type { Averaging } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Switch } from "../shared/switch";

const PLACES: Averaging[] = ["dW", "dZ"];

/** Where the 1/m stands, and why both are right. */
export function AveragingSwitch() {
  const { actions, store } = useApp();
  const t = useMessages();
  return (
    <div class="averaging">
      <span class="field">
        <span class="field-label">{t.equation.oneOverM}</span>
        <Switch
          label={t.equation.oneOverM}
          value={store.averaging.value}
          options={PLACES.map((value) => ({ value, text: t.equation.averaging[value] }))}
          name="averaging"
          onChange={(place) => actions.setAveraging(place)}
        />
      </span>
      <p class="hint">{t.equation.bothAreRight}</p>
    </div>
  );
}
