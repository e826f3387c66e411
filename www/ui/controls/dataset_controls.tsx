import { type DatasetParameter, OPENED } from "../../protocol/configuration";
import type { Control } from "../../state/store";
import { useApp } from "../context";
import { FileChooser } from "../files/file_chooser";
import { useMessages } from "../messages";
import { FieldProblem } from "../shared/field_problem";
import { NumberField } from "../shared/number_field";
import { Select } from "../shared/select";

/** The data set and its parameters, as the catalogue describes them. */
export function DatasetControls() {
  const { actions, store } = useApp();
  const t = useMessages();
  const session = store.session.value;
  const catalogue = store.catalogue.value;
  if (!session || catalogue.length === 0) return null;
  const { dataset, opened } = session;
  const parameters = catalogue.find(({ name }) => name === dataset.name)?.parameters ?? [];
  const options = catalogue.map(({ name }) => ({ value: name, text: t.data.names[name] ?? name }));
  if (opened) options.push({ value: OPENED, text: opened.title });
  return (
    <div class="group">
      <Select
        label={t.data.dataset}
        value={dataset.name}
        options={options}
        onChange={(name) => actions.control("dataset", { dataset: { name } })}
      />
      <FileChooser text={t.files.open} hint={t.files.openHint} />
      {parameters.map((parameter) => (
        <ParameterField key={`${dataset.name}.${parameter.name}`} parameter={parameter} />
      ))}
      <FieldProblem controls={["dataset", ...parameters.map(controlOf)]} />
    </div>
  );
}

function ParameterField({ parameter }: { parameter: DatasetParameter }) {
  const { actions, store } = useApp();
  const t = useMessages();
  const { name, min, max, whole } = parameter;
  const value = store.session.value?.dataset[name] ?? parameter.default;
  return (
    <span class="field">
      <span class="field-label">{t.data.fields[name]}</span>
      <NumberField
        control={controlOf(parameter)}
        value={value}
        min={min}
        max={max}
        whole={whole}
        label={`${t.data.dataset}: ${t.data.fields[name]}`}
        hint={t.data.hints[name]}
        width={Math.max(String(value).length, 3)}
        onCommit={(value) => actions.control(controlOf(parameter), { dataset: { [name]: value } })}
      />
    </span>
  );
}

function controlOf({ name }: DatasetParameter): Control {
  return name === "seed" ? "dataset_seed" : name;
}
