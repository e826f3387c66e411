import { useApp } from "../context";
import { useMessages } from "../messages";

/** Opens and closes the panel that checks a notebook's numbers. */
export function CheckButton() {
  const { checking, store } = useApp();
  const t = useMessages();
  const { isOpen } = store.checking.value;
  return (
    <button
      type="button"
      data-action="check-numbers"
      title={t.checking.openHint}
      disabled={store.session.value === null}
      aria-expanded={isOpen}
      onClick={() => (isOpen ? checking.close() : checking.open())}
    >
      {t.checking.open}
    </button>
  );
}
