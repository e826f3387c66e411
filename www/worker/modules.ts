/** The modules beside the trainer's, loaded when they are first needed. */

import { WorkerProblem } from "./problem";

interface WasmModule {
  default: () => Promise<unknown>;
}

/** Loads a module once; after a failure the next call tries again, as the connection may come back. */
function loader<M extends WasmModule>(name: string, load: () => Promise<M>): () => Promise<M> {
  let loading: Promise<M> | null = null;
  const begin = async () => {
    const module = await load();
    await module.default();
    return module;
  };
  return async () => {
    loading ??= begin();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw new WorkerProblem("file", name, `the module "${name}"`, String(error));
    }
  };
}

export type FilesModule = typeof import("#files");
export type NotebookModule = typeof import("#notebook");

/** What a notebook makes of the equations, and of a run. */
export const loadNotebook = loader("notebook", () => import("#notebook"));

/** Readers and writers of files. */
export const loadFiles = loader("files", () => import("#files"));
