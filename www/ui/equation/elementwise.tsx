import { Fragment } from "preact";
import { type Equation, type Part, resultPart } from "../../equations/equation";
import type { Light } from "../../equations/lights";
import { fitArrangement } from "../../view/equation_lengths";
import { useApp } from "../context";
import { EquationMatrix } from "../matrices/matrix";
import type { Room } from "../matrices/room";
import { useMessages } from "../messages";
import { TraceableMatrix } from "./traceable";

interface Props {
  equation: Equation;
  lights: Map<Part, Light>;
  room: Room;
  /** Whether entries of the result can be pinned and walked through. */
  traceable: boolean;
}

/** CSS pixels around each matrix, and the narrowest matrix that may stand beside others. */
const AROUND = { width: 34, height: 34 };
const NARROWEST = 110;

/** What stands before each operand; between Y and A[L] it is the formula that says how they meet. */
function operatorBefore({ form, operation }: Equation, index: number): string {
  if (index === 0 && (operation === "cost" || operation === "dA")) return "←";
  if (index === 0) return form === "sum" ? "= Σ" : operation === "A" ? "= g" : "=";
  if (operation === "dZ") return "*";
  return operation === "W" || operation === "b" ? "− α" : ",";
}

/** Result and operands side by side, or below each other where there is little room. */
export function Elementwise({ equation, lights, room, traceable }: Props) {
  const Result = traceable ? TraceableMatrix : EquationMatrix;
  const { store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const result = resultPart(equation);
  const operands = equation.parts.filter(({ role }) => role === "operand");
  if (!session) return null;
  const wide = equation.parts.map(({ dimensions }) => dimensions[1]);
  const stacked =
    wide.filter((dimension) => dimension === "m").length * (NARROWEST + AROUND.width) > room.width;
  const high = equation.parts.map(({ dimensions }) => dimensions[0]);
  const lengths = fitArrangement(
    stacked ? { columns: wide.slice(0, 1), rows: high } : { columns: wide, rows: high.slice(0, 1) },
    session,
    {
      width: room.width - AROUND.width * (stacked ? 1 : equation.parts.length),
      height: room.height - AROUND.height * (stacked ? equation.parts.length : 1),
    },
  );
  return (
    <div class="elementwise" data-stacked={stacked} role="group" aria-label={t.equation.picture}>
      <Result part={result} lengths={lengths} light={lights.get(result)} />
      {operands.map((part, index) => (
        <Fragment key={part.quantity.name + part.quantity.of}>
          <span class="operator">{operatorBefore(equation, index)}</span>
          <EquationMatrix part={part} lengths={lengths} light={lights.get(part)} />
        </Fragment>
      ))}
    </div>
  );
}
