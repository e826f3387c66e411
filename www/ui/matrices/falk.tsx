import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Equation, type Part, partIn, resultPart } from "../../equations/equation";
import type { Light } from "../../equations/lights";
import type { Place } from "../../state/store";
import { fitArrangement } from "../../view/equation_lengths";
import type { Lengths } from "../../view/lengths";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Ghosts } from "./ghosts";
import { EquationMatrix } from "./matrix";
import type { Room } from "./room";

interface Props {
  equation: Equation;
  room: Room;
  lights?: Map<Part, Light>;
  replay?: number;
  place?: Place;
  /** How the result is drawn, if not as the operands are. */
  result?: (lengths: Lengths) => ComponentChildren;
}

const DARK: Map<Part, Light> = new Map();

/** CSS pixels between the matrices, their rulers and captions. */
const AROUND = { width: 40, height: 62 };

/**
 * A product in Falk's scheme: the left operand at the left, the right one above, the result at the
 * corner where its rows and columns meet. What is added stands at the right.
 */
export function Falk(props: Props) {
  const { equation, room, lights = DARK, replay = 0, place = "equation" } = props;
  const { store } = useApp();
  const t = useMessages();
  const [expanded, setExpanded] = useState(true);
  const session = store.session.value;
  const left = partIn(equation, "left");
  const above = partIn(equation, "above");
  const added = partIn(equation, "added");
  const result = resultPart(equation);
  if (!session || !left || !above) return null;
  const columns = [left.dimensions[1], result.dimensions[1]];
  if (added) columns.push(expanded ? "m" : "one");
  const lengths: Lengths = fitArrangement(
    { columns, rows: [above.dimensions[0], result.dimensions[0]] },
    session,
    { width: room.width - AROUND.width, height: room.height - AROUND.height },
  );
  const matrix = (part: Part) => (
    <EquationMatrix
      part={part}
      lengths={lengths}
      light={lights.get(part)}
      replay={replay}
      place={place}
    />
  );
  return (
    <div class="falk" role="group" aria-label={t.equation.picture}>
      <div class="falk-above">{matrix(above)}</div>
      <div class="falk-left">{matrix(left)}</div>
      <div class="falk-result">{props.result?.(lengths) ?? matrix(result)}</div>
      {added && (
        <div class="falk-added">
          <span class="operator">+</span>
          <Ghosts
            part={added}
            lengths={lengths}
            light={lights.get(added)}
            place={place}
            expanded={expanded}
            onToggle={() => setExpanded(!expanded)}
          />
        </div>
      )}
    </div>
  );
}
