import { useRef } from "preact/hooks";
import type { Toast } from "../../state/store";
import type { Scene } from "../../view/svg/scene";
import { useApp } from "../context";
import { useMessages } from "../messages";
import { Icon } from "../shared/icon";
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
        button={<Icon name="save" />}
        groups={[items({ name, what, of: of ?? figure })]}
      />
    </span>
  );
}
