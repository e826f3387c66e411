import type { Averaging } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";

const PLACES: Averaging[] = ["dW", "dZ"];

/** Where the 1/m stands, and why both are right. */
export function AveragingSwitch() {
  const { actions, store } = useApp();
  const t = useMessages();
  return (
    <div class="averaging">
      <span class="field">
        <span class="field-label">{t.equation.oneOverM}</span>
        <span class="switch" role="group" aria-label={t.equation.oneOverM}>
          {PLACES.map((place) => (
            <button
              type="button"
              key={place}
              data-averaging={place}
              aria-pressed={store.averaging.value === place}
              onClick={() => actions.setAveraging(place)}
            >
              {t.equation.averaging[place]}
            </button>
          ))}
        </span>
      </span>
      <p class="hint">{t.equation.bothAreRight}</p>
    </div>
  );
}
