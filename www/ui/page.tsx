import { LazyChecking } from "./checking/lazy_checking";
import { useApp } from "./context";
import { LayersControls } from "./controls/layers_controls";
import { TrainingControls } from "./controls/training_controls";
import { EquationView } from "./equation/equation";
import { ExampleBar } from "./example/example_bar";
import { Toasts } from "./exports/toasts";
import { Arriving } from "./files/arriving";
import { LazyFileDialog } from "./files/lazy_dialog";
import { Header } from "./header/header";
import { useMessages } from "./messages";
import { Network } from "./network/network";
import { LazyPredictions } from "./notebook/predictions/lazy_predictions";
import { Notices } from "./notices/notices";
import { Readout } from "./readout";
import { Result } from "./result/result";
import { Transport } from "./transport/transport";
import { LazyWhy } from "./why/lazy_why";

/** The whole page. */
export function Page() {
  const { store } = useApp();
  const t = useMessages();
  return (
    <>
      <Header />
      <div class="controls">
        <LayersControls />
        <TrainingControls />
      </div>
      <Transport />
      <Notices />
      <main class="main">
        {store.session.value ? (
          <>
            <div class="work">
              <Network />
              <EquationView />
            </div>
            <Result />
            <LazyChecking />
          </>
        ) : (
          store.notice.value?.kind !== "broken" && <p class="loading">{t.loading}</p>
        )}
      </main>
      <ExampleBar />
      <LazyWhy />
      <LazyPredictions />
      <LazyFileDialog />
      <Arriving />
      <Toasts />
      <Readout />
    </>
  );
}
