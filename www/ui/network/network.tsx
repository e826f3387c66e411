import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fitLengths, type Lengths } from "../../view/dimensions";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Layer } from "./layer";
import { MatrixCard } from "./matrix_card";
import { Operations } from "./operations";

/** Below this width, in CSS pixels, the layers stand one below the other. */
const STACKED_BELOW = 700;

/** The input, every layer, and the labels with the losses. */
export function Network() {
  const { store } = useApp();
  const t = useMessages();
  const panel = useRef<HTMLDivElement>(null);
  const width = useWidth(panel);
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
        <Edge title={t.layers.input} lengths={lengths} L={L}>
          {[{ id: { name: "A", layer: 0 }, shape: [layers_dims[0] ?? 1, m] }]}
        </Edge>
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
        <Edge title={t.layers.output} lengths={lengths} L={L}>
          {[
            { id: { name: "Y", layer: L }, shape: [1, m] },
            { id: { name: "losses", layer: L }, shape: [1, m] },
          ]}
        </Edge>
      </div>
    </div>
  );
}

interface EdgeProps {
  title: string;
  lengths: Lengths;
  L: number;
  children: Omit<Parameters<typeof MatrixCard>[0], "L" | "lengths">[];
}

/** What stands before the first layer and behind the last. */
function Edge({ title, lengths, L, children }: EdgeProps) {
  return (
    <section class="layer layer-edge" aria-label={title}>
      <h3>{title}</h3>
      {children.map((card) => (
        <div class="layer-row" key={card.id.name}>
          <MatrixCard {...card} L={L} lengths={lengths} />
        </div>
      ))}
    </section>
  );
}

/** The width of an element, followed as it changes. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
