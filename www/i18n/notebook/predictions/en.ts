/** What the dialog of predictions says in English; fetched when somebody first opens it. */

export const words = {
  heading: "Predictions",
  close: "Close",
  train: "training set",
  test: "test set",
  accuracyOn: (set: string) => `accuracy on the ${set}`,
  wrong: (wrong: string, m: string, set: string) =>
    `${wrong} of ${m} examples of the ${set} are mislabelled.`,
  noneWrong: (m: string, set: string) => `All ${m} examples of the ${set} are labelled correctly.`,
  first: (count: string) => `The first ${count} are shown.`,
  noTest: "There is no test set, so these are examples that the network has trained on.",
  refresh: "Refresh",
  playing: "Training goes on: these are the predictions of a moment ago.",
  prediction: "Prediction:",
  class: "Class:",
  example: (index: string) => `example ${index}`,
  choose: (index: string) => `Show example ${index} in every matrix`,
  index: "index",
  label: "label",
  digit: (digit: string) => `digit ${digit}`,
  otherDigit: (digit: string) => `not digit ${digit}`,
  own: "A picture of your own",
  ownHint:
    "Choose a picture, paste one, or drop it here. It is cut to its middle and resized to what the network takes; it never leaves this page.",
  choosePicture: "Choose a picture…",
  yours: "your picture",
  sees: (width: string, height: string) => `what the network sees: ${width} × ${height}`,
  invert: "Swap light and dark",
  says: (name: string) => `The network says: ${name}`,
  noPicture: (name: string, type: string) =>
    `${name}: expected a picture (PNG, JPEG, WebP, GIF), got ${type}.`,
  damaged: (name: string) =>
    `${name}: this picture cannot be read. It may be damaged, or of a kind that this browser does not know.`,
  noImageData: (name: string) =>
    `${name}: the network is not trained on pictures. Choose the digits, or open a file with pictures, and try again.`,
  refused: (name: string, reason: string) => `${name}: ${reason}`,
};

export type PredictionWords = typeof words;
