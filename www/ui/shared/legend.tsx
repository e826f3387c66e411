/** The colour scale; its colours are set once for the document by `followPreferences`. */
export function Legend() {
  return <span class="legend" aria-hidden="true" />;
}
