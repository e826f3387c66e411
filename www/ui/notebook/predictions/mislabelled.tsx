import type { ComponentChildren } from "preact";
import type { ExampleImages, Prediction } from "../../../protocol/predictions";
import type { ShownPredictions } from "../../../state/store";
import { formatNumber } from "../../../view/format";
import { useApp } from "../../context";
import { labelOf, usePredictedClass } from "./classes";
import { SeenPicture } from "./seen_picture";
import { useWords } from "./words";

interface Props {
  shown: ShownPredictions;
  /** An example stands out in every matrix now. */
  onChosen: () => void;
}

/** The examples that the network gets wrong: as pictures, or as a table. */
export function Mislabelled({ shown, onChosen }: Props) {
  const { store } = useApp();
  const { images, predictions } = shown;
  const { m, mislabelled, set, wrong } = predictions;
  const number = (count: number) => count.toLocaleString(store.preferences.value.language);
  const words = useWords();
  return (
    <section class="mislabelled">
      <p data-fact="mislabelled">
        {wrong === 0
          ? words.noneWrong(number(m), words[set])
          : words.wrong(number(wrong), number(m), words[set])}{" "}
        {wrong > mislabelled.length && words.first(number(mislabelled.length))}
      </p>
      {set === "train" && <p class="hint">{words.noTest}</p>}
      {images ? (
        <Pictures images={images} {...{ mislabelled, set, onChosen }} />
      ) : (
        mislabelled.length > 0 && <Table {...{ mislabelled, set, onChosen }} />
      )}
    </section>
  );
}

type ListProps = Pick<ShownPredictions["predictions"], "mislabelled" | "set"> &
  Pick<Props, "onChosen">;

function Pictures({ images, mislabelled, ...chosen }: ListProps & { images: ExampleImages }) {
  const nameOf = usePredictedClass();
  const words = useWords();
  const { height, pixels, width } = images;
  return (
    <ul class="mislabelled-pictures">
      {mislabelled.map(({ a, example, y }, index) => (
        <li key={example} data-example={example}>
          <SeenPicture
            picture={{ width, height, pixels: pixels.subarray(4 * index * width * height) }}
            label={words.example(String(example))}
          />
          <p>
            {words.prediction} <b>{nameOf(labelOf(a))}</b>
          </p>
          <p>
            {words.class} <b>{nameOf(y)}</b>
          </p>
          <p class="hint">A[L] = {formatNumber(a)}</p>
          <Choose example={example} {...chosen}>
            {words.example(String(example))}
          </Choose>
        </li>
      ))}
    </ul>
  );
}

function Table({ mislabelled, ...chosen }: ListProps) {
  const nameOf = usePredictedClass();
  const words = useWords();
  return (
    <div class="mislabelled-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.index}</th>
            <th scope="col">A[L]</th>
            <th scope="col">{words.prediction.replace(/[:：]$/, "")}</th>
            <th scope="col">{words.label}</th>
          </tr>
        </thead>
        <tbody>
          {mislabelled.map(({ a, example, y }) => (
            <tr key={example} data-example={example}>
              <td>
                <Choose example={example} {...chosen}>
                  {example}
                </Choose>
              </td>
              <td>{formatNumber(a, 4)}</td>
              <td>{nameOf(labelOf(a))}</td>
              <td>{nameOf(y)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChooseProps extends Pick<Prediction, "example">, Omit<ListProps, "mislabelled"> {
  children: ComponentChildren;
}

/** Of the training set an example has its column in every matrix, and a click makes it stand out. */
function Choose({ children, example, onChosen, set }: ChooseProps) {
  const { actions } = useApp();
  const words = useWords();
  if (set !== "train") return <span class="hint">{children}</span>;
  const choose = () => {
    actions.chooseExample(example);
    onChosen();
  };
  return (
    <button
      type="button"
      class="quiet"
      data-action="choose-example"
      title={words.choose(String(example))}
      onClick={choose}
    >
      {children}
    </button>
  );
}
