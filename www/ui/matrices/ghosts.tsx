import type { Part } from "../../equations/equation";
import type { Light } from "../../equations/lights";
import type { Place } from "../../state/store";
import { type Lengths, lengthOf } from "../../view/lengths";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { boxOf } from "../shared/box";
import { usePictureCanvas } from "../shared/picture_canvas";
import { useSizeOf } from "../shared/sizes";
import { Lit } from "./lit";
import { EquationMatrix, quantityAt } from "./matrix";

interface Props {
  /** A column, (n, 1). */
  part: Part;
  lengths: Lengths;
  light: Light | undefined;
  place?: Place;
  expanded: boolean;
  onToggle?: () => void;
}

/**
 * A column that is broadcast: solid once, and its m − 1 ghost copies, which NumPy never makes but
 * reckons with.
 */
export function Ghosts({ part, lengths, light, place = "equation", expanded, onToggle }: Props) {
  const t = useMessages();
  const sizeOf = useSizeOf();
  const copies = sizeOf("m") - 1;
  const height = lengthOf(part.dimensions[0], lengths);
  const width = Math.max(lengths.m - lengths.one, 0);
  const rows = sizeOf(part.dimensions[0]);
  return (
    <div class="broadcast" data-expanded={expanded}>
      <EquationMatrix part={part} lengths={lengths} light={light} place={place} />
      {expanded && copies > 0 && (
        <div class="ghosts" data-copies={copies} style={boxOf(width, height)}>
          <Copies part={part} place={place} width={width} height={height} />
          {light && <Lit light={{ row: light.row, column: null }} rows={rows} columns={1} />}
        </div>
      )}
      {onToggle && (
        <button type="button" class="quiet" aria-expanded={expanded} onClick={onToggle}>
          {expanded ? t.equation.hideCopies : t.equation.showCopies(copies)}
        </button>
      )}
    </div>
  );
}

/** The column's picture, as wide as its copies. */
function Copies({
  part,
  place,
  width,
  height,
}: {
  part: Part;
  place: Place;
  width: number;
  height: number;
}) {
  const { store } = useApp();
  const canvas = usePictureCanvas(
    store.pictures.answer({ ...quantityAt(part.quantity, place), place, width, height }),
  );
  return <canvas ref={canvas} width={0} height={0} aria-hidden="true" />;
}
