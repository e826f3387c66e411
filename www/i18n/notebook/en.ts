/** The notebook's side of the page in English: presets, printed costs, predictions, and what goes out. */

export const en = {
  presets: {
    rules: {
      course: "initialize_parameters_deep: randn / sqrt(n_prev)",
      he: "initialize_parameters_he: randn * sqrt(2 / n_prev)",
      small: "initialize_parameters: randn * 0.01",
      zeros: "initialize_parameters_zeros",
      imported: "imported parameters (.npz)",
    },
    withSeed: (rule: string, seed: string) => `${rule}, seed ${seed}`,
  },
  printed: {
    view: "How the costs are shown",
    views: { curve: "curve", printed: "printed" },
    every: "every",
    everyHint: "Iterations from one printed cost to the next",
    style: "digits",
    styles: { full: "all digits", six: "%f" },
    copy: "Copy",
    list: "The costs as the notebook prints them",
    none: "Nothing is printed yet: train for one iteration.",
    costs: "the printed costs",
  },
  predictions: {
    open: "Predictions",
    openHint: "Accuracy, and the examples that the network gets wrong",
    inFacts: (accuracy: string) => `test ${accuracy}`,
  },
  out: {
    menu: "Notebook",
    menuHint: "Take the run to your notebook, or bring parameters from it",
    parameters: "Parameters",
    matrices: "All matrices",
    costs: "Costs",
    script: "The run as a NumPy script",
    notebook: "The run as a Jupyter notebook",
    network: "Picture of all matrices",
    import: "Import parameters",
    saved: (name: string) => `Saved ${name}`,
    copied: (what: string) => `Copied ${what}`,
    imported: (name: string) => `Training starts from the parameters of ${name}`,
    failed: (reason: string) => `That did not work: ${reason}`,
    notComputed: (name: string) => `${name} is not computed yet.`,
    tooLarge: (what: string) =>
      `${what} has too many entries to be pasted. Take it from “All matrices” (.npz) instead.`,
    noClipboard: "The browser does not let this page write to the clipboard.",
    dismiss: "Dismiss",
    copyMatrix: "Copy as np.array",
    copyMatrixHint: "Copies it as np.array([[…]]) with all digits",
    picture: (of: string) => `Save a picture: ${of}`,
    pictures: { png: "PNG", svg: "SVG" },
    matrix: (symbol: string) => `the matrix ${symbol}`,
    equation: "the whole equation",
  },
};

export type NotebookMessages = typeof en;
