import { formatNumber, percentText } from "../../view/format";
import { useApp } from "../context";
import { useMessages, useText } from "../messages";
import { Boundary } from "./boundary";
import { CostPanel } from "./cost_panel";
import { Histogram } from "./histogram";

/** What training comes to: iterations, cost, accuracy, and how the network decides. */
export function Result() {
  const { store } = useApp();
  const t = useMessages();
  const iteration = useText((_, { reading }, language) =>
    reading.value.iteration.toLocaleString(language),
  );
  const cost = useText((_, { reading }) => {
    const { cost } = reading.value;
    return cost === null ? "–" : formatNumber(cost, 6);
  });
  const accuracy = useText((_, { reading }, language) =>
    percentText(reading.value.accuracy, language),
  );
  const testAccuracy = useText((t, { reading }, language) => {
    const share = reading.value.testAccuracy;
    return share === null ? "" : t.notebook.predictions.inFacts(percentText(share, language));
  });
  const session = store.session.value;
  return (
    <aside class="result">
      <dl class="facts panel">
        <div>
          <dt>{t.result.iteration}</dt>
          <dd data-fact="iteration">{iteration}</dd>
        </div>
        <div>
          <dt>{t.result.cost}</dt>
          <dd data-fact="cost">{cost}</dd>
        </div>
        <div>
          <dt>{t.result.accuracy}</dt>
          <dd data-fact="accuracy">{accuracy}</dd>
          {session?.test && (
            <dd class="test-accuracy" data-fact="test-accuracy">
              {testAccuracy}
            </dd>
          )}
        </div>
      </dl>
      <CostPanel />
      {session && (session.n0 === 2 ? <Boundary /> : <Histogram />)}
    </aside>
  );
}
