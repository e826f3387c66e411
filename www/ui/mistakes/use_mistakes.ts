import { useEffect, useState } from "preact/hooks";
import type { Mistake } from "../../protocol/mistakes";
import type { Problem } from "../../protocol/requests";
import type { Operation } from "../../protocol/tensors";
import { useApp } from "../context";

interface Known {
  mistakes: Mistake[];
  /** Why there are none. */
  problem: Problem | null;
}

const NONE: Known = { mistakes: [], problem: null };

/**
 * The mistakes that can be made in an equation of the network on the page; none until they are there,
 * and none where no equation is broken.
 */
export function useMistakes(equation: Operation | null): Known {
  const { actions, store } = useApp();
  const session = store.session.value;
  const { layers_dims, m, activation, run } = session ?? {};
  const [known, setKnown] = useState<(Known & { key: string }) | null>(null);
  const { operation, layer } = equation ?? {};
  // The run too: another worker, which has no notebook yet, begins with another one.
  const key = JSON.stringify([operation, layer, layers_dims, m, activation, run]);
  useEffect(() => {
    if (operation === undefined || layer === undefined) return;
    let wanted = true;
    actions
      .mistakesIn({ operation, layer })
      .then((found) => wanted && setKnown({ key, ...found }))
      .catch(() => {}); // the worker broke; the next one's run asks anew
    return () => {
      wanted = false;
    };
  }, [actions, operation, layer, key]);
  return known?.key === key ? known : NONE;
}
