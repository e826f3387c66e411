import { useEffect, useState } from "preact/hooks";
import type { Mistake } from "../../protocol/mistakes";
import type { Operation } from "../../protocol/tensors";
import { useApp } from "../context";

/**
 * The mistakes that can be made in an equation of the network on the page; none until they are there,
 * and none where no equation is broken.
 */
export function useMistakes(equation: Operation | null): Mistake[] {
  const { client, store } = useApp();
  const session = store.session.value;
  const { layers_dims, m, activation, run } = session ?? {};
  const [known, setKnown] = useState<{ key: string; mistakes: Mistake[] } | null>(null);
  const { operation, layer } = equation ?? {};
  // The run too: another worker, which has no notebook yet, begins with another one.
  const key = JSON.stringify([operation, layer, layers_dims, m, activation, run]);
  useEffect(() => {
    if (operation === undefined || layer === undefined) return;
    let wanted = true;
    client
      .request("mistakes", { operation, layer })
      .then((mistakes) => wanted && setKnown({ key, mistakes }))
      .catch(() => {}); // a layer that is gone; the next network asks anew
    return () => {
      wanted = false;
    };
  }, [client, operation, layer, key]);
  return known?.key === key ? known.mistakes : [];
}
