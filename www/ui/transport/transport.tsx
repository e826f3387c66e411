import { SPEEDS } from "../../state/preferences";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Icon, type IconName } from "../shared/icon";

/** Reset, play or pause, one iteration, one operation, and the speed. */
export function Transport() {
  const { actions, store } = useApp();
  const t = useMessages();
  const playing = store.playing.value;
  const ready = store.session.value !== null;
  const button = (name: IconName, text: string, action: () => Promise<unknown>) => (
    // A refused or lost request has said so already.
    <button
      type="button"
      class="transport-button"
      data-action={name}
      disabled={!ready}
      onClick={() => action().catch(() => {})}
    >
      <Icon name={name} />
      <span class="button-text">{text}</span>
    </button>
  );
  return (
    <div class="transport" role="toolbar" aria-label={t.transport.label}>
      {button("reset", t.transport.reset, () => actions.reset())}
      {playing
        ? button("pause", t.transport.pause, () => actions.pause())
        : button("play", t.transport.play, () => actions.play())}
      {button("operation", t.transport.operation, () => actions.stepOperation())}
      {button("iteration", t.transport.iteration, () => actions.step(1))}
      <Speed />
      <label class="field freeze" title={t.transport.freezeHint}>
        <input
          type="checkbox"
          checked={store.frozenScales.value !== null}
          onChange={(event) => actions.freezeScales(event.currentTarget.checked)}
        />
        {t.transport.freeze}
      </label>
    </div>
  );
}

function Speed() {
  const { actions, store } = useApp();
  const t = useMessages();
  const index = store.preferences.value.speed;
  const speed = SPEEDS[index] ?? Number.POSITIVE_INFINITY;
  const text = Number.isFinite(speed)
    ? t.transport.perSecond(speed.toLocaleString(store.preferences.value.language))
    : t.transport.fastest;
  return (
    <label class="field">
      <span class="field-label">{t.transport.speed}</span>
      <input
        type="range"
        min={0}
        max={SPEEDS.length - 1}
        value={index}
        aria-valuetext={text}
        onInput={(event) => actions.prefer({ speed: event.currentTarget.valueAsNumber })}
      />
      <output class="speed">{text}</output>
    </label>
  );
}
