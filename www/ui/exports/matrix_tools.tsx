import { useRef } from "preact/hooks";
import { dimensionsOf, sizeOf } from "../../equations/dimensions";
import type { TensorId } from "../../protocol/tensors";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Icon } from "../shared/icon";
import { notebookName, symbolText } from "../shared/symbol";
import { copyText } from "./clipboard";
import { Menu } from "./menu";
import { type Subject, usePictureItems } from "./save_picture";

/** A text with more entries is of no use in a cell of a notebook. */
const MOST_COPIED = 1_000_000;

interface Props {
  id: TensorId;
  /** Without an equation around it: X and Y. */
  alone?: boolean;
}

/** Takes a matrix out of the page: as text for Python, as a picture, and with the matrices around it. */
export function MatrixTools({ id, alone = false }: Props) {
  const { exports, store } = useApp();
  const t = useMessages();
  const place = useRef<HTMLSpanElement>(null);
  const items = usePictureItems();
  const session = store.session.value;
  if (!session) return null;
  const [rows, columns] = dimensionsOf(id).map((dimension) => sizeOf(dimension, session));
  const entries = (rows ?? 1) * (columns ?? 1);
  const name = notebookName(id);
  const copy = () => {
    if (entries > MOST_COPIED) {
      store.toast.value = { kind: "too_large", what: name };
      return;
    }
    const text = async () => {
      const { arrayLiteral } = await import("../../view/python");
      return `${name} = ${arrayLiteral(await exports.matrix(id, entries))}`;
    };
    void copyText(exports, name, text);
  };
  const { copyMatrix, copyMatrixHint, equation, matrix, picture } = t.notebook.out;
  const whole: Subject = {
    name: `${name}_equation`,
    what: equation,
    of: async (make) => {
      const matrices = place.current?.closest(".equation-body")?.querySelector(".equation-picture");
      return matrices ? make.element(matrices, `${symbolText(id)}: ${equation}`) : null;
    },
  };
  return (
    <span class="matrix-tools" ref={place}>
      <button
        type="button"
        data-action="copy-matrix"
        aria-label={copyMatrix}
        title={copyMatrixHint}
        onClick={copy}
      >
        <Icon name="copy" /> np.array
      </button>
      <Menu
        name="picture-matrix"
        label={picture(symbolText(id))}
        button={<Icon name="save" />}
        groups={[
          items({ name, what: matrix(symbolText(id)), of: (make) => make.matrix(id) }),
          ...(alone ? [] : [items(whole)]),
        ]}
      />
    </span>
  );
}
