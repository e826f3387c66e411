/** The worker's entry: loads the wasm module, then serves requests. */

import { expose, transfer } from "comlink";
import init from "#wasm";
import type { Requests } from "../protocol/requests";
import { buffersOf } from "./frames";
import { reply } from "./problem";
import { Session } from "./session";

const ready = init().then(() => new Session());

/** A request to the session as soon as there is one. */
const ask = <T>(work: (session: Session) => T | Promise<T>) =>
  ready.then((session) => reply(() => work(session)));

const requests: Requests = {
  catalogue: () => ask((session) => session.catalogue()),
  legend: (width, theme) => ask((session) => session.legend(width, theme)),
  freshSeed: () => ask((session) => session.freshSeed()),
  session: () => ask((session) => session.session()),
  configure: (partial) => ask((session) => session.configure(partial)),
  reset: () => ask((session) => session.reset()),
  play: () => ask((session) => session.play()),
  pause: () => ask((session) => session.pause()),
  setSpeed: (speed) => ask((session) => session.setSpeed(speed)),
  step: (n) => ask((session) => session.step(n)),
  stepOperation: () => ask((session) => session.stepOperation()),
  stepTo: (operation) => ask((session) => session.stepTo(operation)),
  matrix: (name, layer) => ask((session) => session.matrix(name, layer)),
  mistakes: (operation) => ask((session) => session.mistakes(operation)),
  costs: () => ask((session) => session.costs()),
  frame: async (view) => {
    const answer = await ask((session) => session.frame(view));
    return answer.ok ? transfer(answer, buffersOf(answer.value)) : answer;
  },
  checkpoint: async (run, costsKnown) => {
    const answer = await ask((session) => session.checkpoint(run, costsKnown));
    if (!answer.ok) return answer;
    const { parameters, costs } = answer.value.training;
    return transfer(answer, [parameters.buffer as ArrayBuffer, costs.buffer as ArrayBuffer]);
  },
  restore: (checkpoint) => ask((session) => session.restore(checkpoint)),
};

expose(requests);
