import { useApp } from "../context";
import { SavePicture } from "../exports/save_picture";
import { useMessages } from "../messages";
import { lazyPart } from "../shared/lazy";
import { Switch } from "../shared/switch";
import { CostPlot } from "./cost_plot";

const VIEWS = ["curve", "printed"] as const;

const usePrinted = lazyPart(() => import("../notebook/printed"));

/** The costs of the run, as a curve or as the notebook prints them. */
export function CostPanel() {
  const { actions, store } = useApp();
  const t = useMessages();
  const { costScale, costView } = store.preferences.value;
  const isLog = costScale === "log";
  const printed = usePrinted(
    () => store.preferences.value.costView === "printed",
    () => actions.prefer({ costView: "curve" }),
  );
  return (
    <figure class="cost-plot panel">
      <figcaption>
        {t.result.cost}
        <span class="figure-tools">
          {/* Both stay where they are while the costs are printed, so that nothing moves. */}
          <span class="figure-tools" data-hidden={costView !== "curve"}>
            <span class="switch">
              <button
                type="button"
                data-scale="log"
                title={t.result.scale}
                aria-pressed={isLog}
                onClick={() => actions.prefer({ costScale: isLog ? "linear" : "log" })}
              >
                {t.result.log}
              </button>
            </span>
            <SavePicture name="cost" what={t.result.cost} of={(make) => make.cost()} />
          </span>
          <Switch
            label={t.notebook.printed.view}
            value={costView}
            options={VIEWS.map((value) => ({ value, text: t.notebook.printed.views[value] }))}
            name="cost-view"
            onChange={(costView) => actions.prefer({ costView })}
          />
        </span>
      </figcaption>
      <div class="cost-body">
        {costView === "curve" ? <CostPlot /> : printed && <printed.PrintedCosts />}
      </div>
    </figure>
  );
}
