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
  session: () => ask((session) => session.training.session()),
  configure: (partial) => ask((session) => session.configure(partial)),
  reset: () => ask((session) => session.training.reset()),
  play: () => ask((session) => session.training.play()),
  pause: () => ask((session) => session.training.pause()),
  setSpeed: (speed) => ask((session) => session.training.setSpeed(speed)),
  step: (n) => ask((session) => session.training.step(n)),
  stepOperation: () => ask((session) => session.training.stepOperation()),
  stepTo: (operation) => ask((session) => session.training.stepTo(operation)),
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

  readFiles: (files, onStage) => ask((session) => session.own.readFiles(files, onStage)),
  checkPlan: (plan) => ask((session) => session.own.checkPlan(plan)),
  removeFile: (name) => ask((session) => session.own.removeFile(name)),
  thumbnails: (file, array, count, size) =>
    ask((session) => session.own.thumbnails(file, array, count, size)),
  openFiles: (plan, onStage) => ask((session) => session.own.openFiles(plan, onStage)),
  closeFiles: () => ask((session) => session.own.closeFiles()),
  importParameters: (file) => ask((session) => session.own.importParameters(file)),
  exportNpz: async (what) => {
    const answer = await ask((session) => session.own.exportNpz(what));
    return answer.ok ? transfer(answer, [answer.value.content.buffer as ArrayBuffer]) : answer;
  },
  exportRun: (form, every, style) => ask((session) => session.own.exportRun(form, every, style)),
  checkNumbers: (numbers) => ask((session) => session.own.checkNumbers(numbers)),
  predictions: () => ask((session) => session.own.predictions()),
  exampleImages: (set, examples) => ask((session) => session.own.exampleImages(set, examples)),
  classify: (pixels) => ask((session) => session.own.classify(pixels)),
};

expose(requests);
