import { type Dimension, sizeOf } from "../../equations/dimensions";
import { useApp } from "../context";

/** How many entries a dimension of the network on the page has. */
export function useSizeOf(): (dimension: Dimension) => number {
  const session = useApp().store.session.value;
  return (dimension) => (session ? sizeOf(dimension, session) : 1);
}
