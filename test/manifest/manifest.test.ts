import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { colors, commands, contextKeys, settingChoices, settings, settingsSection, views } from "../../src/vscode/ids.js";

type CommandName = keyof typeof commands;

interface MenuEntry {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon?: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents?: readonly string[];
  readonly capabilities?: { readonly virtualWorkspaces?: unknown; readonly untrustedWorkspaces?: { readonly supported?: unknown } };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly enum?: readonly string[] }>> };
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome?: readonly { readonly view: string; readonly when?: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly jsonValidation?: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
  };
}

const source = readFileSync("package.json", "utf8");
const manifest: Manifest = JSON.parse(source);
const { contributes } = manifest;
const menus = Object.entries(contributes.menus).flatMap(([place, entries]) => entries.map((entry) => ({ place, ...entry })));

/** Both lists, sorted, so that a failure names what is missing on either side. */
function assertSame(inPackage: readonly string[], inCode: readonly string[]): void {
  assert.deepEqual(inPackage.toSorted(), inCode.toSorted());
}

suite("package.json and the code name the same things", () => {
  test("commands", () => assertSame(contributes.commands.map(({ command }) => command), Object.values(commands)));

  test("settings", () => assertSame(Object.keys(contributes.configuration.properties), Object.values(settings).map((key) => `${settingsSection}.${key}`)));

  test("the words that a setting may be", () => {
    const words = Object.entries(contributes.configuration.properties).flatMap(([key, { enum: allowed }]) => (allowed ? [[key, allowed]] : []));
    assert.deepEqual(Object.fromEntries(words), Object.fromEntries(Object.entries(settingChoices).map(([key, allowed]) => [`${settingsSection}.${key}`, allowed])));
  });

  test("colours", () => assertSame(contributes.colors.map(({ id }) => id), Object.values(colors)));

  test("views and their container", () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    const contributed = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assertSame([...containers, ...contributed], Object.values(views));
  });

  test("context keys: all that a condition asks for are set, all that are set are asked for", () => {
    const conditions = [...menus, ...contributes.keybindings, ...(contributes.viewsWelcome ?? [])].map(({ when }) => when);
    const enablements = contributes.commands.map(({ enablement }) => enablement);
    const named = [...conditions, ...enablements].flatMap((condition) => condition?.match(/(?<![\w.])onRecord\.[\w.]+/gu) ?? []);
    const viewIds: readonly string[] = Object.values(views);
    assertSame([...new Set(named)].filter((name) => !viewIds.includes(name)), Object.values(contextKeys));
  });

  test("menus and keys name contributed commands", () => {
    const known: readonly string[] = Object.values(commands);
    const named = [...menus, ...contributes.keybindings].flatMap(({ command }) => command ?? []);
    assert.deepEqual(named.filter((command) => !known.includes(command)), []);
  });
});

function inMenu(command: string, place: string, view = ""): boolean {
  return menus.some((entry) => entry.command === command && entry.place === place && (entry.when ?? "").includes(view));
}


function hasKey(command: string, context: string): boolean {
  return contributes.keybindings.some((binding) => binding.command === command && (binding.when ?? "").includes(context));
}

function needsArticle({ when = "" }: MenuEntry): boolean {
  return /onRecord\.(?:articleActive|reviewing|filterActive)/u.test(when.replaceAll(/!onRecord\.\w+/gu, ""));
}

suite("correcting is one gesture, from everywhere", () => {
  type Place = "editor" | "key" | "statements" | "entities" | "card" | "bulb";
  const card = readFileSync("src/vscode/cards/renderCard.ts", "utf8");
  const bulb = readFileSync("src/vscode/features/corrections/codeActions.ts", "utf8");
  const places: Readonly<Record<Place, (name: CommandName) => boolean>> = {
    editor: (name) => inMenu(commands[name], "onRecord.editorMenu"),
    key: (name) => hasKey(commands[name], "onRecord.articleActive"),
    statements: (name) => inMenu(commands[name], "view/item/context", views.statements) || inMenu(commands[name], "onRecord.selectionMenu"),
    entities: (name) => inMenu(commands[name], "view/item/context", views.entities),
    card: (name) => card.includes(`commands.${name},`),
    bulb: (name) => bulb.includes(`commands.${name}`),
  };
  const all: readonly Place[] = ["editor", "key", "card", "bulb"];
  const onStatements: readonly Place[] = [...all, "statements"];
  const onMentions: readonly Place[] = [...all, "entities"];
  const gestures: readonly (readonly [CommandName, readonly Place[]])[] = [
    ["acceptStatement", onStatements],
    ["rejectStatement", onStatements],
    ["proposeAgain", onStatements],
    ["changeSpeaker", onStatements],
    ["changeKind", onStatements],
    ["splitStatement", onStatements],
    ["joinStatements", onStatements],
    ["setCue", onStatements],
    ["setSource", onStatements],
    ["setWhen", onStatements],
    ["setWhere", onStatements],
    ["addNote", onStatements],
    ["fitToSelection", [...onStatements, "entities"]],
    ["acceptMention", onMentions],
    ["rejectMention", onMentions],
    ["splitMention", onMentions],
    ["choosePlace", onMentions],
    ["setDateValue", onMentions],
    ["setArticleDate", onMentions],
    ["renameEntity", [...onMentions, "statements"]],
    ["mergeEntities", [...onMentions, "statements"]],
    ["changeType", [...onMentions, "statements"]],
    // of words that no row and no card is about yet
    ["addStatement", ["editor", "key", "bulb"]],
    ["addMention", ["editor", "key", "bulb"]],
    // no place in the article is theirs
    ["reattach", ["editor", "key", "bulb", "statements", "entities"]],
  ];
  for (const [name, wanted] of gestures) {
    test(`${name}: ${wanted.join(", ")}`, () => assert.deepEqual(wanted.filter((place) => !places[place](name)), []));
  }

  test("words are added from the titles of the lists too", () => {
    assert.ok(inMenu(commands.addStatement, "view/title", views.statements));
    assert.ok(inMenu(commands.addMention, "view/title", views.entities));
  });

  test("undo and redo are in both lists, and in the editor by keys of their own", () => {
    for (const command of [commands.undoAnnotationChange, commands.redoAnnotationChange]) {
      for (const view of [views.statements, views.entities]) assert.ok(hasKey(command, view) && inMenu(command, "view/title", view), view);
      const inEditor = contributes.keybindings.filter((binding) => binding.command === command && binding.when?.includes("editorTextFocus"));
      assert.ok(inEditor.length > 0 && inEditor.every(({ key }) => !key.startsWith("ctrl+")), command);
    }
  });
});

suite("the key that a menu shows", () => {
  // an open menu takes the focus from the editor: where no condition holds, the key that stands last is shown
  const inEditor = contributes.menus["onRecord.editorMenu"]?.flatMap(({ command }) => command ?? []) ?? [];
  for (const command of new Set(inEditor)) {
    test(`${command}: one of the editor`, () => {
      const bindings = contributes.keybindings.filter((binding) => binding.command === command);
      if (bindings.length > 1) assert.match(bindings.at(-1)?.when ?? "", /^editorTextFocus && onRecord\.articleActive/u);
    });
  }
});

suite("keys and menu of the article's editor", () => {
  const elsewhere = "!inOutput && !editorSimpleInput && !commentEditorFocused";

  test("do nothing in the log, in a box or in a comment: the article stays active beside these", () => {
    const keys = contributes.keybindings.filter(({ when }) => when?.includes("editorTextFocus"));
    assert.deepEqual(keys.filter(({ when }) => !when?.includes(elsewhere)).map(({ key }) => key), []);
    assert.deepEqual(contributes.menus["editor/context"]?.filter(({ when }) => !when?.includes(elsewhere)), []);
  });
});

suite("the keys of a review", () => {
  const bindings = contributes.keybindings.filter(({ when }) => when?.includes(contextKeys.reviewing));
  const rows = ["Backquote Minus Equal", "BracketLeft BracketRight Backslash", "Semicolon Quote", "Comma Period Slash", "IntlBackslash IntlRo IntlYen"];
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `[Key${letter}]`);
  const digits = [..."0123456789"].map((digit) => `[Digit${digit}]`);
  const typing = [...letters, ...digits, ...rows.flatMap((row) => row.split(" ")).map((code) => `[${code}]`), "space", "enter", "tab", "backspace", "delete"];

  test("every key that types is bound, with shift and without, wherever its letter is on the keyboard", () => {
    const bound = new Set(bindings.map(({ key }) => key));
    assert.deepEqual(typing.flatMap((key) => [key, `shift+${key}`]).filter((key) => !bound.has(key)), []);
  });

  test("what types a mark with Option on a Mac is bound there, too", () => {
    const onMac = new Set(bindings.filter(({ when }) => when?.endsWith(" && isMac")).map(({ key }) => key));
    const codes = typing.filter((key) => key.startsWith("["));
    assert.deepEqual([...onMac].toSorted(), codes.flatMap((key) => [`alt+${key}`, `shift+alt+${key}`]).toSorted());
  });

  test("those that decide stand last, so that they win", () => {
    const lastHint = bindings.findLastIndex(({ command }) => command === commands.reviewHint);
    const deciding = bindings.filter(({ command }) => command !== commands.reviewHint).map(({ key }) => key);
    assert.deepEqual(deciding, ["a", "r", "s", "u", "c", "k", "n", "escape"]);
    assert.equal(lastHint, bindings.length - deciding.length - 1);
  });

  test("none of them acts in a box, in a comment or in another editor", () => {
    for (const { when, key } of bindings) assert.match(when ?? "", /^onRecord\.reviewing && editorTextFocus && !inOutput && !editorSimpleInput && !commentEditorFocused/u, key);
  });
});

suite("package.json", () => {
  test("every text key has its words, and no words are left over", () => {
    const used = [...source.matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key ?? "");
    const words: Record<string, string> = JSON.parse(readFileSync("package.nls.json", "utf8"));
    assertSame([...new Set(used)], Object.keys(words));
    assert.deepEqual(Object.entries(words).filter(([, text]) => text.trim() === ""), []);
  });

  test("every colour has a default for each of the four themes", () => {
    for (const { id, defaults } of contributes.colors) {
      assertSame(Object.keys(defaults), ["dark", "light", "highContrast", "highContrastLight"]);
      for (const value of Object.values(defaults)) assert.match(value, /^(#[\da-f]{6}([\da-f]{2})?|[a-z][\w.]+)$/iu, id);
    }
  });

  test("all commands stand under one category", () => {
    assert.deepEqual(contributes.commands.filter(({ category }) => category !== "On Record"), []);
  });

  test("a command of tree items is in the palette only where it can work", () => {
    const conditional = new Set((contributes.menus["commandPalette"] ?? []).filter(({ when }) => when).map(({ command }) => command));
    const ofItems = menus.filter(({ place }) => place === "view/item/context").flatMap(({ command }) => command ?? []);
    assert.deepEqual(ofItems.filter((command) => !conditional.has(command)), []);
  });

  test("a command that needs an article is no button of a list without one", () => {
    const inPalette = new Set(menus.filter((entry) => entry.place === "commandPalette" && needsArticle(entry)).map(({ command }) => command));
    const buttons = menus.filter(({ place, command }) => place === "view/title" && inPalette.has(command));
    assert.deepEqual(buttons.filter((entry) => !needsArticle(entry)), []);
  });

  test("every setting has a default", () => {
    assert.deepEqual(Object.entries(contributes.configuration.properties).filter(([, { default: value }]) => value === undefined), []);
  });

  test("nothing starts the extension but an article's language or what a person does", () => {
    for (const event of manifest.activationEvents ?? []) assert.match(event, /^on(Language|Command|View|WalkThrough):/u);
  });

  test("the sidecar's schema is contributed and there", () => {
    const rule = contributes.jsonValidation?.find(({ fileMatch }) => [fileMatch].flat().includes("*.annotations.json"));
    assert.ok(rule);
    assert.equal(typeof JSON.parse(readFileSync(rule.url, "utf8")), "object");
  });

  test("trust and virtual workspaces are declared", () => {
    assert.notEqual(manifest.capabilities?.virtualWorkspaces, undefined);
    assert.notEqual(manifest.capabilities?.untrustedWorkspaces?.supported, undefined);
  });

  test("the typings are those of the oldest VS Code that is supported", () => {
    const oldest = manifest.engines.vscode.match(/^\^(\d+\.\d+)\./u)?.[1];
    const typings = manifest.devDependencies["@types/vscode"]?.match(/^(\d+\.\d+)\./u)?.[1];
    assert.equal(typings, oldest);
  });

  test("pictures and programs that it names are packed", () => {
    const packed = readFileSync(".vscodeignore", "utf8").split(/\r?\n/u);
    for (const program of [manifest.main, manifest.browser]) assert.ok(packed.includes(`!${program.replace("./", "")}`), program);
    const pictures = [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon)];
    for (const picture of pictures) assert.ok(picture && existsSync(picture) && picture.startsWith("media/"), picture);
  });
});
