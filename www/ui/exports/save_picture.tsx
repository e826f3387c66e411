import { useRef } from "preact/hooks";
import type { Toast } from "../../state/store";
import type { Scene } from "../../view/svg/scene";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { giveFile } from "./download";
import { Menu, type MenuItem } from "./menu";
import type { PictureForm, Pictures } from "./pictures";

const FORMS: PictureForm[] = ["png", "svg"];

export interface Subject {
  /** In the file's name. */
  name: string;
  /** What it is, in words. */
  what: string;
  /** null where there is none yet. */
  of: (pictures: Pictures) => Scene | Promise<Scene | null>;
}

/** Saves a picture of something on the page. */
export function useSavePicture(): (subject: Subject, form: PictureForm) => void {
  const app = useApp();
  return ({ name, of, what }, form) => {
    void app.exports.attempt(async (): Promise<Toast> => {
      const { Pictures } = await import("./pictures");
      const pictures = new Pictures(app);
      const scene = await of(pictures);
      if (!scene) return { kind: "not_computed", what };
      return giveFile(await pictures.file(scene, form, app.exports.pictureName(name)));
    });
  };
}

/** The two forms of a picture as items of a menu. */
export function usePictureItems(): (subject: Subject) => MenuItem[] {
  const t = useMessages();
  const save = useSavePicture();
  return (subject) =>
    FORMS.map((form) => ({
      id: `${subject.name}-${form}`,
      text: subject.what,
      kind: t.notebook.out.pictures[form],
      choose: () => save(subject, form),
    }));
}

interface Props {
  name: string;
  what: string;
  /** Without it, of the figure that this stands in. */
  of?: Subject["of"];
}

/** A small button beside a picture that saves it. */
export function SavePicture({ name, what, of }: Props) {
  const t = useMessages();
  const place = useRef<HTMLSpanElement>(null);
  const items = usePictureItems();
  const figure = (pictures: Pictures) => {
    const around = place.current?.closest("figure");
    return around ? pictures.element(around, what) : Promise.resolve(null);
  };
  return (
    <span class="save-picture" ref={place}>
      <Menu
        name={`picture-${name}`}
        label={t.notebook.out.picture(what)}
        button={<SaveIcon />}
        groups={[items({ name, what, of: of ?? figure })]}
      />
    </span>
  );
}

/** An arrow into a tray. */
export function SaveIcon() {
  return (
    <svg class="icon-picture" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M8 2v7M4.8 6.2 8 9.4l3.2-3.2M2.5 10.5v3h11v-3"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
      />
    </svg>
  );
}
