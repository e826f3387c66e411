/** Puts worker, frames, store and actions together; what the components get. */

import { Client } from "../client/client";
import { FramePump } from "../client/frame_pump";
import type { Theme } from "../protocol/frame";
import { Actions } from "./actions";
import { Checking } from "./checking";
import { Exports } from "./exports";
import { FrameState } from "./frames";
import { Opening } from "./opening";
import { PredictionActions } from "./predictions";
import { createStore, type Store } from "./store";

/** Colours of the scale that is shown. */
const LEGEND_WIDTH = 33;

export interface App {
  store: Store;
  actions: Actions;
  opening: Opening;
  exports: Exports;
  predictions: PredictionActions;
  checking: Checking;
  client: Client;
  /** The colours of the scale, −1 to 1, as RGBA pixels. */
  legend(theme: Theme): Promise<Uint8ClampedArray<ArrayBuffer>>;
  /** Resolves when the first matrices stand on the page. */
  shown: Promise<void>;
}

export function createApp(): App {
  const store = createStore();
  const frames = new FrameState(store);
  let resolveShown = () => {};
  const shown = new Promise<void>((resolve) => {
    resolveShown = resolve;
  });

  const client = new Client((restored, reason) => {
    actions.recovered(restored, reason);
    opening.recovered();
  });
  const pump = new FramePump(async () => {
    const { view, show } = frames.next();
    const frame = await client.request("frame", view);
    show(frame);
    if (view.pictures.length > 0) resolveShown();
    if (frame.running) void client.keepCheckpoint(false).catch(() => {});
    return frame.running;
  });
  const actions = new Actions(store, client, pump);
  const predictions = new PredictionActions(store, client);
  const opening = new Opening(store, client, actions, (file) => predictions.classify(file));

  return {
    store,
    actions,
    opening,
    exports: new Exports(store, client, actions),
    predictions,
    checking: new Checking(store, client, actions),
    client,
    legend: (theme) => client.request("legend", LEGEND_WIDTH, theme),
    shown,
  };
}
