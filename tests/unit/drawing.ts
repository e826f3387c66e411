/** A canvas that remembers what was drawn: text and filled boxes, with their style. */

export interface Drawn {
  text: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
  style: string;
  alpha: number;
  font: string;
}

export function recorder(width: number, height: number) {
  const drawn: Drawn[] = [];
  const context = {
    canvas: { width, height },
    font: "",
    fillStyle: "",
    globalAlpha: 1,
    textAlign: "",
    textBaseline: "",
    clearRect() {
      drawn.length = 0;
    },
    fillText(text: string, x: number, y: number) {
      record({ text, x, y, width: 0, height: 0 });
    },
    fillRect(x: number, y: number, width: number, height: number) {
      record({ text: null, x, y, width, height });
    },
  };
  function record(what: Pick<Drawn, "text" | "x" | "y" | "width" | "height">) {
    const { fillStyle: style, globalAlpha: alpha, font } = context;
    drawn.push({ ...what, style, alpha, font });
  }
  return { context: context as unknown as CanvasRenderingContext2D, drawn };
}
