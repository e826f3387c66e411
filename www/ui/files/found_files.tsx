import type { FoundArray, FoundFile } from "../../protocol/files";
import { holdsParameters, type OpeningState, type Refusal } from "../../state/opening_state";
import { useApp } from "../context";
import { FileChooser } from "./file_chooser";
import { ProblemText } from "./problem_text";
import { TableHead } from "./table_head";
import { Thumbnails } from "./thumbnails";
import { useTexts } from "./use_texts";
import { boundText, bytesText, noteText, shapeText } from "./words";

/** The files, with what was found in them, and those that could not be read. */
export function FoundFiles({ state }: { state: OpeningState }) {
  const t = useTexts();
  const { found, refusals, converting } = state;
  return (
    <section class="files-found" aria-label={t.files.heading}>
      <div role="alert">
        {refusals.map((refusal) => (
          <Refused key={refusal.name} refusal={refusal} />
        ))}
      </div>
      {found.files.map((file) => (
        <FileCard key={file.name} file={file} isBusy={converting !== null} />
      ))}
      <div class="files-add">
        <FileChooser text={t.files.add} hint={t.files.addHint} disabled={converting !== null} />
        <p class="hint">{t.files.addHint}</p>
      </div>
    </section>
  );
}

function Refused({ refusal: { name, problem } }: { refusal: Refusal }) {
  const t = useTexts();
  return (
    <div class="file-card" data-file={name} data-refused="true">
      <div class="file-heading">
        <b>{name}</b>
        <span class="file-kind">{t.files.refused}</span>
        <Remove name={name} disabled={false} />
      </div>
      <ProblemText problem={problem.file === name ? { ...problem, file: null } : problem} />
    </div>
  );
}

function FileCard({ file, isBusy }: { file: FoundFile; isBusy: boolean }) {
  const { opening, store } = useApp();
  const t = useTexts();
  const { name, format, bytes, arrays, notes } = file;
  return (
    <div class="file-card" data-file={name}>
      <div class="file-heading">
        <b>{name}</b>
        <span class="file-kind">
          {format} · {bytesText(bytes, store.preferences.value.language)}
        </span>
        <Remove name={name} disabled={isBusy} />
      </div>
      {holdsParameters(file) && (
        <div class="file-parameters">
          <p>{t.files.parameters(name)}</p>
          <button
            type="button"
            class="primary"
            data-action="import"
            disabled={isBusy}
            onClick={() => opening.importParameters(name)}
          >
            {t.files.importParameters}
          </button>
        </div>
      )}
      <ul class="file-arrays">
        {arrays.map((array) => (
          <ArrayRow key={array.name} file={file} array={array} />
        ))}
      </ul>
      {notes.map((note) => (
        <p key={JSON.stringify(note)} class="hint" data-note={note.kind}>
          {noteText(t, note)}
        </p>
      ))}
    </div>
  );
}

function Remove({ name, disabled }: { name: string; disabled: boolean }) {
  const { opening } = useApp();
  const t = useTexts();
  const what = t.files.remove(name);
  return (
    <button
      type="button"
      class="icon file-remove"
      aria-label={what}
      title={what}
      disabled={disabled}
      onClick={() => opening.remove(name)}
    >
      ×
    </button>
  );
}

function ArrayRow({ file, array }: { file: FoundFile; array: FoundArray }) {
  const { store } = useApp();
  const t = useTexts();
  const { name, shape, dtype, values, min, max, not_finite, columns, images, problem } = array;
  const [rows = 0, width = 0] = shape;
  return (
    <li class="file-array" data-array={name} data-unusable={problem !== null}>
      <p class="file-array-name">
        <code>{name}</code>{" "}
        {columns ? (
          <span>{t.files.rows(rows.toLocaleString(), width.toLocaleString())}</span>
        ) : (
          <>
            <span class="file-shape">{shapeText(shape)}</span> <span>{dtype}</span>
          </>
        )}
        {!columns && min !== null && max !== null && (
          <span class="file-range">{t.files.range(boundText(min), boundText(max))}</span>
        )}
        {not_finite > 0 && (
          <span class="file-bad">
            {t.files.notFinite(not_finite.toLocaleString(store.preferences.value.language))}
          </span>
        )}
      </p>
      {columns ? (
        <TableHead columns={columns} />
      ) : (
        values.length > 0 && (
          <p class="file-values">
            {values.join("  ")}
            {shape.reduce((count, axis) => count * axis, 1) > values.length && " …"}
          </p>
        )
      )}
      {images && problem === null && (
        <Thumbnails key={file.bytes} file={file.name} array={name} images={images} />
      )}
      {problem && <ProblemText problem={{ ...problem, file: null, array: null }} />}
    </li>
  );
}
