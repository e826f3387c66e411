import type { Equation } from "../../equations/equation";
import { formatNumber } from "../../view/format";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { useWatched } from "../watched";
import { TOTAL_DIGITS } from "./trace_line";
import { workingText } from "./working";

/** J written out: the mean of the losses. */
export function CostLine({ equation }: { equation: Equation }) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const request = { operation: "cost", layer: equation.layer, cell: "cost" } as const;
  const trace = useWatched(store.traces, request).value;
  if (!session || !trace) return null;
  const context = {
    L: equation.layer,
    activation: session.activation,
    averaging: store.averaging.value,
  };
  return (
    <p class="working cost-line">
      <b>J</b> = {workingText(request, trace, context, t.equation.andMore)} ={" "}
      <output class="total" data-value={trace.value}>
        {formatNumber(trace.value, TOTAL_DIGITS)}
      </output>
    </p>
  );
}
