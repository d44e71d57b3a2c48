import * as vscode from "vscode";
import { highlightKinds, settingChoices, settings, settingsSection, type HighlightKind, type SettingKey } from "../ids.js";
import { usableValue } from "./settingValue.js";

type Choice<K extends keyof typeof settingChoices> = (typeof settingChoices)[K][number];
export type ColorBy = Choice<typeof settings.colorBy>;
/** What becomes of annotations files whose articles are deleted. */
export type DeleteWithArticle = Choice<typeof settings.deleteWithArticle>;
export type GroupBy = Choice<typeof settings.groupBy>;
/** The choices of every setting; none of most. */
const choices: { readonly [K in SettingKey]?: readonly unknown[] } = settingChoices;

/** The value type of every setting. */
interface SettingTypes {
  readonly [settings.highlightsEnabled]: boolean;
  readonly [settings.highlightKinds]: Partial<Record<HighlightKind, boolean>>;
  readonly [settings.colorBy]: ColorBy;
  readonly [settings.hover]: boolean;
  readonly [settings.followCursor]: boolean;
  readonly [settings.groupBy]: GroupBy;
  readonly [settings.thoughts]: boolean;
  readonly [settings.include]: readonly string[];
  readonly [settings.exclude]: readonly string[];
  readonly [settings.detect]: boolean;
  readonly [settings.maximumLength]: number;
  readonly [settings.home]: string;
  readonly [settings.problems]: boolean;
  readonly [settings.saveWithArticle]: boolean;
  readonly [settings.deleteWithArticle]: DeleteWithArticle;
}

/** Reads and writes settings by their typed keys; package.json holds every default. */
export class Configuration {
  get<K extends SettingKey>(key: K, scope?: vscode.Uri): SettingTypes[K] {
    const section = vscode.workspace.getConfiguration(settingsSection, scope);
    const value = section.get<SettingTypes[K]>(key);
    const byDefault = section.inspect<SettingTypes[K]>(key)?.defaultValue;
    if (value === undefined || byDefault === undefined) throw new RangeError(`setting ${settingsSection}.${key} has no default`);
    return usableValue(value, byDefault, choices[key]);
  }

  /** Remembers a value for this person, or in the workspace or the folder of `scope` where it is set there already: else it would have no effect. */
  async set<K extends SettingKey>(key: K, value: SettingTypes[K], scope?: vscode.Uri): Promise<void> {
    const { ConfigurationTarget } = vscode;
    const section = vscode.workspace.getConfiguration(settingsSection, scope);
    const { workspaceValue, workspaceFolderValue } = section.inspect(key) ?? {};
    const inWorkspace = workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
    await section.update(key, value, scope && workspaceFolderValue !== undefined ? ConfigurationTarget.WorkspaceFolder : inWorkspace);
  }

  /** Kinds of highlight that are switched on; none where highlights are off altogether. */
  highlightedKinds(): ReadonlySet<HighlightKind> {
    if (!this.get(settings.highlightsEnabled)) return new Set();
    const chosen = this.get(settings.highlightKinds);
    return new Set(highlightKinds.filter((kind) => chosen[kind] !== false));
  }

  /** Calls back when one of the keys changed. */
  onDidChange(keys: readonly SettingKey[], listener: () => void): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (keys.some((key) => event.affectsConfiguration(`${settingsSection}.${key}`))) listener();
    });
  }
}
