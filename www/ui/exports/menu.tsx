import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";

export interface MenuItem {
  /** By which it can be found: `data-item`. */
  id: string;
  text: string;
  /** The kind of file, at the end of the line. */
  kind?: string;
  choose: () => void;
}

interface Props {
  /** What hears of it without seeing it is told. */
  label: string;
  /** The attribute `data-menu` of its button. */
  name: string;
  button: ComponentChildren;
  hint?: string;
  /** Groups with a line between them. */
  groups: MenuItem[][];
}

/** CSS pixels between the button and its menu, and between the menu and the window's edge. */
const GAP = 4;

/** A button that opens a list of things to do. Arrow keys walk through it, Escape closes it. */
export function Menu({ label, name, button, hint, groups }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const place = ({ newState }: { newState: string }) => {
    opener.current?.setAttribute("aria-expanded", String(newState === "open"));
    if (newState !== "open" || !list.current || !opener.current) return;
    const box = opener.current.getBoundingClientRect();
    const { offsetHeight, offsetWidth } = list.current;
    const below = box.bottom + GAP + offsetHeight <= innerHeight;
    const top = below ? box.bottom + GAP : Math.max(GAP, box.top - GAP - offsetHeight);
    const left = Math.max(GAP, Math.min(box.right - offsetWidth, innerWidth - offsetWidth - GAP));
    list.current.style.translate = `${left}px ${top}px`;
    itemsOf(list.current)[0]?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    if (!list.current) return;
    if (event.key === "Tab") list.current.hidePopover();
    const items = itemsOf(list.current);
    const to = steppedTo(
      event.key,
      items.indexOf(document.activeElement as HTMLElement),
      items.length,
    );
    if (to === null) return;
    event.preventDefault();
    items[to]?.focus();
  };

  return (
    <>
      <button
        type="button"
        ref={opener}
        class="menu-button"
        data-menu={name}
        popovertarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={hint ?? label}
      >
        {button}
      </button>
      <div
        class="menu"
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={place}
        onKeyDown={walk}
      >
        {groups.map((items, index) => (
          <div key={index} role="group" class="menu-group">
            {items.map((item) => (
              <button
                type="button"
                role="menuitem"
                key={item.id}
                data-item={item.id}
                tabIndex={-1}
                onClick={() => {
                  list.current?.hidePopover(); // the focus goes back to the button
                  item.choose();
                }}
              >
                {item.text} {item.kind && <small>{item.kind}</small>}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

/** Where a key leads in a list of `count`; null where it leads nowhere. */
function steppedTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
