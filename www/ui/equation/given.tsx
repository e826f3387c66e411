import { dimensionsOf } from "../../equations/dimensions";
import type { Part } from "../../equations/equation";
import type { TensorId } from "../../protocol/tensors";
import { fitArrangement } from "../../view/equation_lengths";
import { useApp } from "../context";
import { MatrixTools } from "../exports/matrix_tools";
import { EquationMatrix } from "../matrices/matrix";
import type { Room } from "../matrices/room";
import { useMessages } from "../messages";

/** X or Y: the data, which no equation computes. */
export function Given({ id, room }: { id: TensorId; room: Room }) {
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  if (!session) return null;
  const dimensions = dimensionsOf(id);
  const part: Part = { role: "operand", quantity: id, transposed: false, dimensions };
  const [rows, columns] = dimensions;
  const lengths = fitArrangement({ columns: [columns], rows: [rows] }, session, room);
  return (
    <div class="equation-body">
      <EquationMatrix part={part} lengths={lengths} light={undefined} />
      <div class="given-words">
        <p>{t.equation.given}</p>
        <MatrixTools id={id} alone />
      </div>
    </div>
  );
}
