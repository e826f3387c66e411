import { type Dimension, type Dimensions, sizeOf } from "../../equations/dimensions";
import { type Equation, type Part, resultPart } from "../../equations/equation";
import { dimensionsIn, dimensionsOfShape } from "../../equations/mistake_dimensions";
import type { Mistake, Operand } from "../../protocol/mistakes";
import type { Session } from "../../protocol/requests";
import type { Quantity } from "../../protocol/tensors";
import { fitArrangement } from "../../view/equation_lengths";
import { colourOf, type Lengths, lengthOf } from "../../view/lengths";
import { useApp } from "../context";
import { EquationMatrix } from "../matrices/matrix";
import type { Room } from "../matrices/room";
import { useMessages } from "../messages";
import { boxOf } from "../shared/box";
import { shapeText } from "./mistake_words";

interface Props {
  equation: Equation;
  mistake: Mistake;
  index: number;
  room: Room;
}

/** CSS pixels between the matrices, their rulers and captions. */
const AROUND = { width: 60, height: 70 };

/** The operation with the mistake: its operands as NumPy meets them, the edges that clash, the result. */
export function MistakePicture({ equation, mistake, index, room }: Props) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  if (!session) return null;
  const { at, outcome } = mistake;
  const [first, second] = at.operands;
  const result = resultOf(equation, mistake, index, session);
  const boxes = at.operands.map((operand) => dimensionsIn(operand, session));
  const inFalk = at.operator === "np.dot" && second !== undefined;
  const [one, other] = boxes;
  const beside = [...boxes, ...(result ? [result.dimensions] : [])];
  const lengths = fitArrangement(
    inFalk && one && other
      ? { columns: [one[1], widest(other[1], result, session)], rows: [other[0], one[0]] }
      : { columns: beside.map(([, columns]) => columns), rows: [highest(beside, session)] },
    session,
    { width: room.width - AROUND.width * (inFalk ? 1 : 2), height: room.height - AROUND.height },
  );
  const operand = (operand: Operand | undefined) =>
    operand && <OperandBox operand={operand} lengths={lengths} session={session} />;
  const end = (
    <div class="mistake-result" data-outcome={outcome.kind}>
      {outcome.kind === "shape" && tooLarge(outcome.shape) ? (
        <p class="no-result">{t.mistakes.tooLarge(shapeText(outcome.shape))}</p>
      ) : result ? (
        <>
          <p class="mistake-caption">{shapeText(outcome.kind === "shape" ? outcome.shape : [])}</p>
          <EquationMatrix part={result} lengths={lengths} light={undefined} bare />
        </>
      ) : (
        <p class="no-result">{t.mistakes.noResult}</p>
      )}
    </div>
  );
  return inFalk ? (
    <div class="falk" data-operator={at.operator} role="group" aria-label={t.equation.picture}>
      <div class="falk-above">{operand(second)}</div>
      <div class="falk-left">{operand(first)}</div>
      <div class="falk-result">{end}</div>
    </div>
  ) : (
    <div
      class="elementwise"
      data-operator={at.operator}
      role="group"
      aria-label={t.equation.picture}
    >
      {second === undefined && <code class="operator">{at.operator}</code>}
      {operand(first)}
      {second && <code class="operator">{at.operator}</code>}
      {operand(second)}
      <span class="operator">→</span>
      {end}
    </div>
  );
}

function OperandBox({
  operand,
  lengths,
  session,
}: {
  operand: Operand;
  lengths: Lengths;
  session: Session;
}) {
  const { clash, code, shape, tensor } = operand;
  const dimensions = dimensionsIn(operand, session);
  const [rows, columns] = dimensions;
  const box = boxOf(lengthOf(columns, lengths) + 3, lengthOf(rows, lengths) + 3);
  // A flat array lies: its only axis is the last one.
  const edge = clash === null ? undefined : clash === shape.length - 1 ? "columns" : "rows";
  return (
    <div class="operand" data-code={code} data-clash={edge}>
      <p class="mistake-caption">
        <code>{code}</code> {shapeText(shape)}
      </p>
      <div class="operand-box" style={box}>
        {tensor ? (
          <EquationMatrix
            part={partOf(tensor, dimensions, shape.length === 1)}
            lengths={lengths}
            light={undefined}
            bare
          />
        ) : (
          <span
            class="heatmap"
            style={{
              ...boxOf(lengthOf(columns, lengths), lengthOf(rows, lengths)),
              "--rows": colourOf(rows),
              "--columns": colourOf(columns),
            }}
          />
        )}
      </div>
    </div>
  );
}

function partOf(
  { name, layer, transposed }: NonNullable<Operand["tensor"]>,
  dimensions: Dimensions,
  isFlat: boolean,
): Part {
  const isParameter = name === "W" || name === "b";
  // A notebook writes the 1/m as the course does.
  const quantity: Quantity = {
    name,
    layer,
    ...(isParameter && { of: "used" as const }),
    averaging: "dW",
  };
  return { role: "operand", quantity, transposed: transposed || isFlat, dimensions };
}

/** What NumPy gets, as a matrix; none where it gets nothing. */
function resultOf(
  equation: Equation,
  { outcome }: Mistake,
  index: number,
  session: Session,
): Part | null {
  if (outcome.kind === "error") return null;
  const { name, layer } = resultPart(equation).quantity;
  return {
    role: "result",
    quantity: { name, layer, of: "mistake", index },
    transposed: false,
    dimensions: dimensionsOfShape(outcome.shape, session, layer),
  };
}

/** Whether a result has too many entries to be computed for a picture. */
function tooLarge(shape: number[]): boolean {
  return shape.reduce((entries, length) => entries * length, 1) > 2 ** 20;
}

function widest(dimension: Dimension, result: Part | null, session: Session): Dimension {
  const other = result?.dimensions[1] ?? dimension;
  return sizeOf(other, session) > sizeOf(dimension, session) ? other : dimension;
}

function highest(boxes: Dimensions[], session: Session): Dimension {
  const rows = boxes.map(([rows]) => rows);
  return rows.reduce((high, one) => (sizeOf(one, session) > sizeOf(high, session) ? one : high));
}
