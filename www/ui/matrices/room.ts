/** The room for the matrices of an equation, in CSS pixels. */
export interface Room {
  width: number;
  height: number;
}
