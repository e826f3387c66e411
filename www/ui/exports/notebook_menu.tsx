import { useRef } from "preact/hooks";
import type { OutFile } from "../../state/exports";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { giveFile } from "./download";
import { Menu, type MenuItem } from "./menu";
import { usePictureItems } from "./save_picture";

/** What goes to the notebook, and the parameters that come from it. */
export function NotebookMenu() {
  const { exports } = useApp();
  const t = useMessages();
  const file = useRef<HTMLInputElement>(null);
  const pictures = usePictureItems();
  const out = (id: string, text: string, kind: string, make: () => Promise<OutFile>): MenuItem => ({
    id,
    text,
    kind,
    choose: () => void exports.attempt(async () => giveFile(await make())),
  });
  const {
    costs,
    import: bring,
    matrices,
    menu,
    menuHint,
    network,
    notebook,
    parameters,
    script,
  } = t.notebook.out;
  const whole = {
    name: "network",
    what: network,
    of: async (make: Parameters<Parameters<typeof pictures>[0]["of"]>[0]) => {
      const layers = document.querySelector(".layers");
      return layers && make.element(layers, network);
    },
  };
  return (
    <>
      <Menu
        name="notebook"
        label={menu}
        hint={menuHint}
        button={menu}
        groups={[
          [
            out("parameters", parameters, ".npz", () => exports.npz("parameters")),
            out("matrices", matrices, ".npz", () => exports.npz("matrices")),
            out("costs", costs, ".csv", async () => {
              const { costsCsv } = await import("../../view/python");
              return exports.costs(costsCsv);
            }),
          ],
          [
            out("script", script, ".py", () => exports.run("py")),
            out("run", notebook, ".ipynb", () => exports.run("ipynb")),
          ],
          pictures(whole),
          [{ id: "import", text: `${bring}…`, kind: ".npz", choose: () => file.current?.click() }],
        ]}
      />
      <input
        ref={file}
        type="file"
        accept=".npz"
        hidden
        data-input="parameters"
        aria-label={bring}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = ""; // the same file may be chosen again
          if (chosen) void exports.importParameters(chosen);
        }}
      />
    </>
  );
}
