import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { closeAll, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";

/** Everything that could act if anything took it for markup. */
const ATTACK =
  "=cmd|' /C calc'!A0 [go](command:workbench.action.terminal.new) ![i](https://evil.example/x.png) <img src=x onerror=alert(1)> <https://evil.example> https://evil.example/`<b>` $(alert) **b** `c` ]()\n\n---\n# h\n| a |\n|---|\u202e\u0000";

/** Ids that are names of JavaScript's own objects, or look like markup. */
const ODD_IDS = ["__proto__", "constructor", "toString", "a\"b<c>", "../../outside", "[x](command:y)"];

/** The same document with hostile words in every place that a stranger can fill in, and odd ids on its first findings. */
function hostile(document: AnnotationDocument): AnnotationDocument {
  const newIds = new Map<string, string>();
  const rename = (list: readonly { readonly id: string }[]): void => {
    for (const [index, odd] of ODD_IDS.entries()) newIds.set(list[index]?.id ?? odd, odd);
  };
  rename(document.entities);
  rename(document.statements);
  const renamed: AnnotationDocument = JSON.parse(JSON.stringify(document), (_key, value: unknown) => (typeof value === "string" ? (newIds.get(value) ?? value) : value));
  // written as text: assigning would set the prototype
  const stowaway: unknown = JSON.parse('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }');
  const { source, entities, statements } = renamed;
  return {
    ...renamed,
    ...(stowaway as object),
    source: { ...source, file: "../../../outside.txt", language: ATTACK.slice(0, 90) },
    entities: entities.map((entity) => ({ ...entity, ...(stowaway as object), name: ATTACK, aliases: [ATTACK], roles: [{ text: ATTACK }], origin: "user" as const })),
    statements: statements.map((statement) => ({
      ...statement,
      ...(stowaway as object),
      status: "accepted" as const,
      construction: "<b>[x](command:y)</b>",
      notes: [{ id: "__proto__", text: ATTACK, created: "2024-01-01T00:00:00Z" }],
      evidence: [{ start: 0, end: 4, text: ATTACK }],
    })),
  };
}

async function openHostile(): Promise<vscode.TextDocument> {
  const uri = await copyArticle(seed);
  const clean = await openInEditor(uri);
  await annotationsOf(clean);
  await save();
  const saved = await readSidecar(uri);
  await closeAll();
  const { articles } = await onRecord();
  await until("the article is closed", () => articles.state(uri) === undefined);
  await write(sidecarOf(uri), serializeSidecar(hostile(saved)));
  const document = await openInEditor(uri);
  await annotationsOf(document);
  return document;
}

suite("a sidecar from a stranger", () => {
  teardown(closeAll);

  test("is read, and pollutes nothing", async () => {
    const document = await openHostile();
    const { statements, entities } = await annotationsOf(document);
    assert.ok(statements.some(({ id }) => id === "__proto__"));
    assert.ok(entities.some(({ name }) => name === ATTACK));
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    assert.equal(Object.getPrototypeOf(statements[0]), Object.prototype);
  });

  test("acts in no hover: no markup, no HTML, no command but the cards' own", async () => {
    const document = await openHostile();
    const { annotations } = await annotationsOf(document);
    let seen = 0;
    for (const { start } of annotations.slice(0, 60)) {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, document.positionAt(start));
      for (const content of hovers.flatMap(({ contents }) => contents)) {
        assert.ok(content instanceof vscode.MarkdownString);
        assert.notEqual(content.supportHtml, true);
        assert.notEqual(content.supportThemeIcons, true);
        assert.ok(typeof content.isTrusted === "object" && content.isTrusted.enabledCommands.every((command) => command.startsWith("onRecord.")));
        // what is left without links to the cards' own commands holds no mark that Markdown or HTML would read
        const rest = content.value.replace(/\]\(command:onRecord\.\w+\?[\w%.~!*-]*\)/gu, "");
        assert.doesNotMatch(rest, /\]\(|[<>`$]|command:|https?:\/\//u);
        if (content.value.includes("evil")) seen++;
      }
    }
    assert.ok(seen > 0, "the hostile words are shown");
  });

  test("acts in no row of the views", async () => {
    await openHostile();
    const { inspection } = await onRecord();
    for (const [view, provider] of inspection.trees) {
      const read = async (node?: unknown): Promise<number> => {
        let count = 0;
        for (const child of (await provider.getChildren(node)) ?? []) {
          const item = await provider.getTreeItem(child);
          assert.ok(item.command === undefined || item.command.command.startsWith("onRecord."));
          const label = typeof item.label === "object" ? item.label.label : item.label;
          assert.equal(typeof label, "string");
          assert.ok(item.tooltip === undefined || typeof item.tooltip === "string" || item.tooltip.supportHtml !== true);
          count += 1 + (await read(child));
        }
        return count;
      };
      assert.ok((await read()) > 0, view);
    }
  });

  test("acts in no export", async () => {
    const document = await openHostile();
    const out = async (format: string): Promise<string> => {
      const target = document.uri.with({ path: `${document.uri.path}.out.${format}` });
      await answeringMessages(async () => vscode.commands.executeCommand("onRecord.exportAnnotations", format, target));
      return (await readText(target)) ?? "";
    };
    const facts = await out("markdown");
    assert.ok(facts.includes("evil"));
    const unescaped = facts.replace(/\\./gu, "").replace(/`[^`\n]*`/gu, "");
    assert.doesNotMatch(unescaped, /\]\(|<|`|^# h|^\| a/mu);
    const table = await out("csv");
    assert.ok(table.includes("calc"));
    assert.doesNotMatch(table, /(?:^|,|")=cmd/mu);
    assert.doesNotThrow(() => JSON.parse(JSON.stringify(facts)));
  });

  test("names no file that is read or written: its own name is put right on saving", async () => {
    const document = await openHostile();
    const parent = vscode.Uri.joinPath(document.uri, "..");
    const before = [await names(vscode.Uri.joinPath(parent, "..")), await names(parent)];
    await save();
    assert.deepEqual([await names(vscode.Uri.joinPath(parent, "..")), await names(parent)], before);
    const { source, statements } = await readSidecar(document.uri);
    assert.equal(source.file, seed);
    // what it said stays, whatever it is
    assert.ok(Object.hasOwn(statements[0] ?? {}, "__proto__"));
    assert.equal(statements[0]?.notes?.[0]?.text, ATTACK);
  });

  test("can be decided on like any other, whatever its ids", async () => {
    const document = await openHostile();
    await vscode.commands.executeCommand("onRecord.rejectStatement", document.uri.toString(), "__proto__");
    await save();
    const { statements } = await readSidecar(document.uri);
    assert.equal(statements.find(({ id }) => id === "__proto__")?.status, "rejected");
    assert.equal(statements.filter(({ status }) => status === "rejected").length, 1);
  });

  const tooMuch: readonly (readonly [string, (saved: AnnotationDocument) => string])[] = [
    ["names of twenty thousand characters", (saved) => serializeSidecar({ ...saved, entities: saved.entities.map((entity) => ({ ...entity, name: "x".repeat(20_000) })) })],
    ["an id of a thousand characters", (saved) => serializeSidecar(saved).replace(/"id": "[^"]+"/u, `"id": "${"x".repeat(1000)}"`)],
    ["lists nested a thousand deep", (saved) => serializeSidecar(saved).replace("{", `{ "deep": ${"[".repeat(1000)}${"]".repeat(1000)},`)],
    ["offsets beyond every text", (saved) => serializeSidecar(saved).replace(/"end": \d+/u, '"end": 1e300')],
  ];
  for (const [name, make] of tooMuch) {
    test(`${name}: refused with a message, the article shown with fresh findings`, async () => {
      const uri = await copyArticle(seed);
      await annotationsOf(await openInEditor(uri));
      await save();
      const text = make(await readSidecar(uri));
      await closeAll();
      const { articles } = await onRecord();
      await until("the article is closed", () => articles.state(uri) === undefined);
      await write(sidecarOf(uri), text);
      const shown = await answeringMessages(async (told) => {
        assert.ok((await annotationsOf(await openInEditor(uri))).statements.length > 0);
        await until("it is told", () => told.length > 0);
      });
      assert.equal(shown.length, 1);
      assert.equal(await readText(sidecarOf(uri)), text);
    });
  }
});

async function names(folder: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).toSorted();
}
