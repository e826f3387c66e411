/** The pictures of the page as files. Not part of the first load. */

import { dimensionsOf } from "../../equations/dimensions";
import type { TensorId } from "../../protocol/tensors";
import type { App } from "../../state/app";
import type { OutFile } from "../../state/exports";
import { formatNumber } from "../../view/format";
import { gradientColours } from "../../view/legend";
import { colourOf } from "../../view/lengths";
import { costScene } from "../../view/svg/cost";
import { matrixScene } from "../../view/svg/matrix";
import type { Scene } from "../../view/svg/scene";
import { toSvg } from "../../view/svg/svg";
import { cellInk } from "../shared/ink";
import { symbolText } from "../shared/symbol";
import { sceneOf } from "./scene_of";

export type PictureForm = "png" | "svg";

/** Pixels of a PNG for each pixel of the page. */
const SCALE = 2;
/** A matrix with more rows or columns is painted with its largest entries, as on the page. */
const LONGEST = 2400;

export class Pictures {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** What stands on the page, as it stands there. */
  element(element: Element, title: string): Promise<Scene> {
    return sceneOf(element, title);
  }

  /** The cost curve. */
  cost(): Scene {
    const { costs, messages, preferences } = this.#app.store;
    const { costScale, language } = preferences.value;
    const colour = (name: string) => colourNamed(`var(${name})`);
    return costScene({
      title: messages.value.result.cost,
      series: costs.series,
      isLog: costScale === "log",
      language,
      colours: {
        ground: colour("--surface"),
        ink: colour("--ink"),
        soft: colour("--ink-soft"),
        line: colour("--line"),
        cost: colour("--cost"),
        band: colour("--cost-band"),
      },
    });
  }

  /** A matrix, as large as there is use for; null where it is not computed. */
  async matrix(id: TensorId): Promise<Scene | null> {
    const { exports, legend, store } = this.#app;
    const [theme, t] = [store.theme.value, store.messages.value];
    const size = { width: LONGEST, height: LONGEST };
    const { numbers, picture } = await exports.picture(id, size);
    if (!picture || picture.status === "absent") return null;
    const [rowsOf, columnsOf] = dimensionsOf(id);
    const { columns, max, min, not_finite, rows, scale } = picture;
    const range = t.equation.range(formatNumber(min, 4), formatNumber(max, 4));
    return matrixScene({
      title: t.layers.matrix(symbolText(id), rows, columns),
      symbol: symbolText(id),
      rows,
      columns,
      painted: picture,
      scale,
      range: not_finite > 0 ? `${range}, ${t.layers.notFinite(not_finite)}` : range,
      numbers,
      ink: cellInk(theme),
      legend: gradientColours(await legend(theme)),
      colours: {
        ground: colourNamed("var(--surface)"),
        ink: colourNamed("var(--ink)"),
        soft: colourNamed("var(--ink-soft)"),
        rows: colourNamed(colourOf(rowsOf)),
        columns: colourNamed(colourOf(columnsOf)),
      },
    });
  }

  /** A scene as a file. */
  async file(scene: Scene, form: PictureForm, name: string): Promise<OutFile> {
    const svg = toSvg(scene, embedded);
    if (form === "svg") return { name: `${name}.svg`, type: "image/svg+xml", content: svg };
    return { name: `${name}.png`, type: "image/png", content: await rasterised(svg, scene) };
  }
}

/** A colour of CSS as computed styles write it. */
function colourNamed(colour: string): string {
  const probe = document.createElement("i");
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function embedded(pixels: Uint8ClampedArray, width: number, height: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  return canvas.toDataURL("image/png");
}

/** The very same picture in pixels. */
async function rasterised(svg: string, { width, height }: Scene): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(SCALE * width);
    canvas.height = Math.round(SCALE * height);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error(`${canvas.width} × ${canvas.height} pixels are too many for a PNG`);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
