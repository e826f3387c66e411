import { useApp } from "../context";
import { useMessages } from "../messages";

/** How the predictions A[L] are spread over 0 to 1, for each class. */
export function Histogram() {
  const { store } = useApp();
  const t = useMessages();
  const counts = store.histogram.value;
  if (!counts) return null;
  const bins = counts.length / 2;
  const largest = Math.max(1, ...counts);
  const bars = (label: 0 | 1) => (
    <div class="bars" role="img" aria-label={`${t.result.class(label)}: ${t.result.histogramHint}`}>
      {Array.from(counts.subarray(label * bins, (label + 1) * bins), (count, bin) => (
        <span
          key={bin}
          class="bar"
          data-label={label}
          title={`${(bin / bins).toFixed(2)}–${((bin + 1) / bins).toFixed(2)}: ${count}`}
          style={{ "--share": count / largest }}
        />
      ))}
    </div>
  );
  return (
    <figure class="histogram panel">
      <figcaption title={t.result.histogramHint}>{t.result.histogram}</figcaption>
      {([0, 1] as const).map((label) => (
        <div key={label}>
          <p class="key">
            <span class="dot" data-label={label} /> {t.result.class(label)}
          </p>
          {bars(label)}
        </div>
      ))}
      <p class="histogram-axis">
        <span>0</span>
        <span>A[L] = 0.5</span>
        <span>1</span>
      </p>
    </figure>
  );
}
