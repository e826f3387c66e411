/** The page's entry: puts app, page and `window.backlight` together. */

import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/network.css";
import "./styles/panels.css";
import "./styles/equation.css";
import "./styles/notebook.css";
import "./styles/files.css";
import { createBacklight } from "./api/backlight";
import { createApp } from "./state/app";
import { AppProvider } from "./ui/context";
import { Page } from "./ui/page";
import { loadTypesetter } from "./ui/shared/formula";
import { followPreferences } from "./ui/theme";

/** A function of its own: texts loaded meanwhile may import the page's script, which would wait for its own end. */
async function start(): Promise<void> {
  const app = createApp();
  await followPreferences(app);

  const root = document.querySelector("#page");
  if (root) {
    render(
      <AppProvider value={app}>
        <Page />
      </AppProvider>,
      root,
    );
  }

  app.shown.then(() => {
    window.backlight = createBacklight(app);
    // Without it formulas stand as TeX.
    loadTypesetter().catch(() => {});
  });
  // A worker that cannot be started shows its own notice.
  app.actions.begin().catch(() => {});
}

void start();
