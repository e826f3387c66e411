import { languages } from "../../i18n/languages";
import { LANGUAGES, type Language, type ThemeChoice } from "../../state/preferences";
import { CheckButton } from "../checking/check_button";
import { useApp } from "../context";
import { DatasetControls } from "../controls/dataset_controls";
import { NotebookMenu } from "../exports/notebook_menu";
import { useMessages } from "../messages";
import { Select } from "../shared/select";

const THEMES: ThemeChoice[] = ["system", "light", "dark"];

export function Header() {
  const { actions, store } = useApp();
  const t = useMessages();
  const { language, theme } = store.preferences.value;
  return (
    <header class="header">
      <h1 title={t.tagline}>{t.title}</h1>
      <DatasetControls />
      <div class="group preferences">
        {store.session.value && <NotebookMenu />}
        <CheckButton />
        <button type="button" data-action="why" onClick={() => actions.ask("transposes")}>
          {t.why.heading}
        </button>
        <Select
          label={t.header.language}
          value={language}
          options={LANGUAGES.map((value) => ({ value, text: languages[value].name }))}
          onChange={(chosen: Language) => actions.prefer({ language: chosen })}
        />
        <Select
          label={t.header.theme}
          value={theme}
          options={THEMES.map((value) => ({ value, text: t.header.themes[value] }))}
          onChange={(chosen) => actions.prefer({ theme: chosen })}
        />
      </div>
    </header>
  );
}
