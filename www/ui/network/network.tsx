import { fitLengths } from "../../view/lengths";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { useWidth } from "../shared/width";
import { Layer } from "./layer";
import { MatrixCard } from "./matrix_card";
import { Operations } from "./operations";

/** Below this width, in CSS pixels, the layers stand one below the other. */
const STACKED_BELOW = 700;

/** The operations of an iteration, the input, and every layer. */
export function Network() {
  const { store } = useApp();
  const t = useMessages();
  const [panel, width] = useWidth<HTMLDivElement>();
  const session = store.session.value;
  if (!session) return <div ref={panel} class="network" />;

  const { layers_dims, m } = session;
  const L = layers_dims.length - 1;
  const stacked = width < STACKED_BELOW;
  const lengths = fitLengths(layers_dims, width, stacked);
  const layers = Array.from({ length: L }, (_, index) => index + 1);

  return (
    <div ref={panel} class="network" data-stacked={stacked}>
      <Operations />
      <div class="layers">
        <section class="layer" aria-label={t.layers.input}>
          <h3>{t.layers.input}</h3>
          <MatrixCard
            id={{ name: "A", layer: 0 }}
            shape={[layers_dims[0] ?? 1, m]}
            lengths={lengths}
          />
        </section>
        {layers.map((l) => (
          <Layer
            key={l}
            l={l}
            layers_dims={layers_dims}
            m={m}
            activation={l === L ? "σ" : t.network.activations[session.activation]}
            lengths={lengths}
          />
        ))}
      </div>
    </div>
  );
}
