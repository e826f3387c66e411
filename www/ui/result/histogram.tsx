import { useApp } from "../context";
import { useMessages } from "../messages";
import { useClassName } from "../shared/class_name";
import { FigureTools } from "./figure_tools";

/** How the predictions A[L] are spread over 0 to 1, for each class. */
export function Histogram() {
  const { store } = useApp();
  const t = useMessages();
  const counts = store.histogram.value;
  if (!counts) return null;
  const bins = counts.length / 2;
  return (
    <figure class="histogram panel">
      <figcaption title={t.result.histogramHint}>
        {t.result.histogram}
        <FigureTools name="histogram" what={t.result.histogram} />
      </figcaption>
      <Bars label={0} counts={counts.subarray(0, bins)} />
      <Bars label={1} counts={counts.subarray(bins)} />
      <p class="histogram-axis">
        <span>0</span>
        <span>A[L] = 0.5</span>
        <span>1</span>
      </p>
      <p class="hint">{t.result.histogramHint}</p>
    </figure>
  );
}

/** One class. It has its own scale: of the digits nine times as many are of the other class. */
function Bars({ label, counts }: { label: 0 | 1; counts: Uint32Array }) {
  const name = useClassName()(label);
  const largest = Math.max(1, ...counts);
  const bins = counts.length;
  return (
    <div>
      <p class="key">
        <span class="dot" data-label={label} /> {name}
      </p>
      <div class="bars" role="img" aria-label={`${name}: ${[...counts].join(", ")}`}>
        {Array.from(counts, (count, bin) => (
          <span
            key={bin}
            class="bar"
            data-label={label}
            title={`${(bin / bins).toFixed(2)}–${((bin + 1) / bins).toFixed(2)}: ${count}`}
            style={{ "--share": String(count / largest) }}
          />
        ))}
      </div>
    </div>
  );
}
