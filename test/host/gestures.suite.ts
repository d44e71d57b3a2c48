import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { openArticle, seed } from "./articles.js";
import { Correcting } from "./correcting.js";
import { answeringMessages, answeringQuestions, readingStatusBar } from "./messages.js";
import { annotationsOf, onRecord, positionOf, runCommand as run, until } from "./onRecord.js";
import { children, rowOf, runOn } from "./rows.js";

function undo(): Promise<void> {
  return run("undoAnnotationChange");
}

suite("correcting from lists, cards and bulbs", () => {
  let article: Correcting;
  let editor: vscode.TextEditor;
  let uri: string;

  setup(async () => {
    article = await Correcting.open();
    ({ editor, uri } = article);
  });

  const withStatus = async (wanted: string): Promise<number> => (await article.now()).statements.filter(({ status }) => status === wanted).length;
  const nameOf = async (id: string | null | undefined): Promise<string | undefined> => (await article.now()).entities.find((entity) => entity.id === id)?.name;

  test("several statements of the list are accepted, rejected and withdrawn at once, each one step to undo", async () => {
    const [group] = await children("onRecord.statements");
    const rows = (await children("onRecord.statements", group)).slice(0, 3);
    await runOn(rows, "acceptStatement");
    assert.equal(await withStatus("accepted"), 3);
    await runOn(rows, "rejectStatement");
    assert.equal(await withStatus("rejected"), 3);
    await runOn(rows, "proposeAgain");
    assert.equal(await withStatus("proposed"), 14);
    await undo();
    assert.equal(await withStatus("rejected"), 3);
    await undo();
    await undo();
    assert.equal(await withStatus("proposed"), 14);
  });

  test("a group of the list stands for all its statements", async () => {
    const group = await rowOf("onRecord.statements", "S Jaishankar");
    await runOn([group], "acceptStatement");
    assert.equal(await withStatus("accepted"), 6);
    await undo();
    assert.equal(await withStatus("accepted"), 0);
  });

  test("several statements get another speaker and another kind at once", async () => {
    const rows = [await rowOf("onRecord.statements", "constructive and confident"), await rowOf("onRecord.statements", "energetic")];
    await answeringQuestions(() => runOn(rows, "changeSpeaker"), () => "Putin");
    const changed = async (): Promise<(string | undefined)[]> => Promise.all([await article.saying("“constructive"), await article.saying("energetic")].map(({ entity }) => nameOf(entity)));
    assert.deepEqual(await changed(), ["Putin", "Putin"]);
    await undo();
    assert.deepEqual(await changed(), ["Sergey Lavrov", "S Jaishankar"]);
    await answeringQuestions(() => runOn(rows, "changeKind"), ({ labels }) => labels.find((label) => /reported/iu.test(label)));
    assert.deepEqual([(await article.saying("“constructive")).kind, (await article.saying("energetic")).kind], ["indirect", "indirect"]);
  });

  test("who may speak: the likeliest first, then who speaks now, everyone, a new name, nobody", async () => {
    const { id } = await article.saying("we have fixed that");
    const { store } = await onRecord();
    const jaishankar = (await article.now()).entities.find(({ name }) => name === "S Jaishankar")?.id ?? "";
    const putin = (await article.now()).entities.find(({ name }) => name === "Putin")?.id ?? "";
    store.change(uri, (before) => ({ ...before, statements: before.statements.map((each) => (each.id === id ? { ...each, candidates: [{ entity: putin, confidence: 0.2 }, { entity: jaishankar, confidence: 0.1 }] } : each)) }));
    const [asked, name] = await answeringQuestions(() => run("changeSpeaker", uri, id), ({ labels }) => (labels.length === 0 ? "Anna Ozola" : "Someone else…"));
    assert.deepEqual(asked?.labels.slice(0, 3), ["Putin", "S Jaishankar", "Sergey Lavrov"]);
    assert.deepEqual(asked?.labels.slice(-2), ["Someone else…", "The article does not say"]);
    assert.ok((asked?.labels.length ?? 0) > 5, "everyone else is between");
    assert.deepEqual(name?.labels, []);
    assert.equal(await nameOf((await article.saying("we have fixed that")).entity), "Anna Ozola");
    await answeringQuestions(() => run("changeSpeaker", uri, id), () => "Ivars Ozols");
    assert.equal(await nameOf((await article.saying("we have fixed that")).entity), "Ivars Ozols", "a name that is typed is taken at once");
  });

  test("a statement and a mention of the lists get the selected words", async () => {
    const row = await rowOf("onRecord.statements", "energetic");
    article.select("remains “energetic and forward-looking”");
    await runOn([row], "fitToSelection");
    assert.equal(await article.wordsOf((await article.saying("energetic")).quote.at(-1)), "remains “energetic and forward-looking”");
    const lavrov = await rowOf("onRecord.entities", "Sergey Lavrov");
    const [mention] = await children("onRecord.entities", lavrov);
    const id = (mention as { annotation: { id: string } }).annotation.id;
    article.select("Minister Sergey Lavrov");
    await runOn([mention], "fitToSelection");
    assert.equal(await article.wordsOf(id), "Minister Sergey Lavrov");
  });

  test("several statements of the list get their cue, source, time and place from one selection", async () => {
    const rows = [await rowOf("onRecord.statements", "constructive and confident"), await rowOf("onRecord.statements", "energetic")];
    const before = await article.now();
    for (const [command, part, words] of [["setCue", "cue", "held"], ["setSource", "speaker", "his counterpart"], ["setWhen", "when", "Tuesday morning"], ["setWhere", "where", "New Delhi"]] as const) {
      article.select(words);
      await runOn(rows, command);
      assert.deepEqual([await article.wordsOf((await article.saying("“constructive"))[part]), await article.wordsOf((await article.saying("energetic"))[part])], [words, words]);
    }
    for (let step = 0; step < 4; step++) await undo();
    assert.deepEqual((await article.now()).statements, before.statements);
  });

  test("a statement of the list is split at the cursor, and only where it is within", async () => {
    const row = await rowOf("onRecord.statements", "we have fixed that");
    article.putCursor("delegation-level");
    await runOn([row], "splitStatement");
    assert.equal((await article.now()).statements.length, 14);
    article.putCursor("in our bilateral relations");
    await runOn([row], "splitStatement");
    assert.notEqual((await article.saying("we have fixed that")).id, (await article.saying("in our bilateral relations")).id);
  });

  test("several statements of the list are joined", async () => {
    const rows = [await rowOf("onRecord.statements", "we have fixed that"), await rowOf("onRecord.statements", "Our talks were")];
    await runOn(rows, "joinStatements");
    assert.equal((await article.saying("we have fixed that")).id, (await article.saying("Our talks were")).id);
    await undo();
    assert.notEqual((await article.saying("we have fixed that")).id, (await article.saying("Our talks were")).id);
  });

  test("a speaker's group in the list is renamed, given another type and merged", async () => {
    const lavrov = await rowOf("onRecord.statements", "Sergey Lavrov");
    await answeringQuestions(() => runOn([lavrov], "renameEntity"), () => "Sergei Lavrov");
    const renamed = await rowOf("onRecord.statements", "Sergei Lavrov");
    assert.ok(renamed);
    await answeringQuestions(() => runOn([renamed], "changeType"), ({ labels }) => labels.find((label) => label === "organization"));
    assert.equal((await article.now()).entities.find(({ name }) => name === "Sergei Lavrov")?.type, "organization");
    await undo();
    const groups = [await rowOf("onRecord.statements", "Sergei Lavrov"), await rowOf("onRecord.statements", "S Jaishankar")];
    const [asked] = await answeringQuestions(() => runOn(groups, "mergeEntities"), () => "Sergei Lavrov");
    assert.deepEqual(asked?.labels.toSorted(), ["S Jaishankar", "Sergei Lavrov"]);
    assert.equal((await children("onRecord.statements")).length, 1);
  });

  test("several mentions of the list are rejected, accepted and split off at once", async () => {
    const lavrov = await rowOf("onRecord.entities", "Sergey Lavrov");
    const rows = (await children("onRecord.entities", lavrov)).slice(1, 3);
    const ids = rows.map((row) => (row as { annotation: { id: string } }).annotation.id);
    const statuses = async (): Promise<unknown[]> => ids.map(((all) => (id) => all.find((each) => each.id === id)?.status)((await article.now()).annotations));
    await runOn(rows, "rejectMention");
    assert.deepEqual(await statuses(), ["rejected", "rejected"]);
    await undo();
    await runOn(rows, "acceptMention");
    assert.deepEqual(await statuses(), ["accepted", "accepted"]);
    await answeringQuestions(() => runOn(rows, "splitMention"), () => "Another Lavrov");
    const other = (await article.now()).entities.find(({ name }) => name === "Another Lavrov");
    assert.ok(other);
    assert.equal((await article.now()).annotations.filter(({ entity, type }) => entity === other.id && type === "person").length, 2);
  });

  test("saying once who spoke counts for what leans on it; that is told, shown and undone at once", async () => {
    const { id } = await article.saying("“constructive");
    const follows = async (): Promise<string | undefined> => nameOf((await article.saying("does not change with world fluctuation")).entity);
    assert.equal(await follows(), "Sergey Lavrov");
    const putin = (await article.now()).entities.find(({ name }) => name === "Putin")?.id;
    const before = await article.now();
    let listed: readonly string[] = [];
    let seen: string | undefined;
    const told = await answeringMessages(
      async () => {
        const [asked] = await answeringQuestions(
          async () => {
            await run("changeSpeaker", uri, id, { entity: putin });
            await until("it is told", () => seen !== undefined);
            await until("it is undone", async () => (await follows()) === "Sergey Lavrov");
          },
          () => undefined,
        );
        listed = asked?.labels ?? [];
      },
      async () => {
        if (seen !== undefined) return "Undo";
        seen = await follows();
        return "Show";
      },
    );
    assert.equal(seen, "Putin");
    assert.match(told[0]?.message ?? "", /^Change Speaker: one more statement changed with it\.$/u);
    assert.equal(listed.length, 1);
    assert.match(listed[0] ?? "", /relationship does not change/u);
    assert.deepEqual((await article.now()).statements, before.statements);
  });

  const linksAt = async (words: string): Promise<{ words: string; command: string; args: unknown[] }[]> => {
    const at = editor.document.positionAt(editor.document.offsetAt(positionOf(editor.document, words)) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", editor.document.uri, at);
    const markdown = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === "string" ? content : content.value)).join("\n");
    return [...markdown.matchAll(/\[([^\]]*)\]\(command:([\w.]+)\?([^)]*)\)/gu)].map(([, label = "", command = "", args = ""]) => ({
      words: label.replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code))),
      command,
      args: JSON.parse(decodeURIComponent(args)) as unknown[],
    }));
  };
  const click = async (at: string, words: string): Promise<void> => {
    const link = (await linksAt(at)).find((each) => each.words === words);
    assert.ok(link, words);
    await vscode.commands.executeCommand(link.command, ...link.args);
  };

  test("a card of an article beside the one with the focus splits there, and shows its people in the list", async () => {
    const { id, quote } = await article.saying("we have fixed that");
    const start = (await article.now()).annotations.find((each) => each.id === quote[0])?.start ?? 0;
    const other = await vscode.workspace.openTextDocument({ content: "Rain in the hills\n\n“We waited for days,” said Mara Lindt, a farmer from the hills.\n", language: "plaintext" });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
    const { inspection } = await onRecord();
    const lavrov = (await article.now()).entities.find(({ name }) => name === "Sergey Lavrov");
    await until("the lists are about the other one", async () => (await rowOf("onRecord.entities", "Sergey Lavrov")) === undefined && inspection.articleState !== "analyzing");
    await run("splitStatement", uri, id, editor.document.getText().indexOf("in our bilateral relations", start));
    assert.notEqual((await article.saying("we have fixed that")).id, (await article.saying("in our bilateral relations")).id);
    await run("showEntity", uri, lavrov?.id);
    await until("the article has the focus", () => vscode.window.activeTextEditor?.document === editor.document || undefined);
    assert.ok(await rowOf("onRecord.entities", "Sergey Lavrov"));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("a card splits at the pointer, joins, and sets words and parts to what is selected", async () => {
    article.putCursor("held delegation-level");
    assert.ok(!(await linksAt("bilateral relations adopted")).some(({ words }) => words.includes("Selection")), "nothing is selected");
    await click("in our bilateral relations", "Split Here");
    assert.notEqual((await article.saying("we have fixed that")).id, (await article.saying("adopted at the highest level")).id);
    await undo();
    await click("bilateral relations adopted", "Join with Next");
    assert.equal((await article.now()).statements.filter(({ status }) => status === "rejected").length, 1);
    await undo();
    article.select("Tuesday in New Delhi");
    await click("bilateral relations adopted", "Set Time to Selection");
    assert.equal(await article.wordsOf((await article.saying("we have fixed that")).when), "Tuesday in New Delhi");
    article.select("we have fixed that");
    await click("bilateral relations adopted", "Fit to Selection");
    assert.equal(await article.wordsOf((await article.saying("we have fixed that")).quote[0]), "we have fixed that");
  });

  test("a card accepts, rejects and splits off the mention that it is about", async () => {
    const at = "Lavrov remarked";
    const mention = async (): Promise<AnnotationDocument["annotations"][number] | undefined> => {
      const offset = editor.document.offsetAt(positionOf(editor.document, at));
      return (await article.now()).annotations.find(({ start, type }) => start === offset && type === "person");
    };
    await click(at, "Accept");
    assert.equal((await mention())?.status, "accepted");
    await answeringQuestions(() => click(at, "Split Off…"), () => "Another Lavrov");
    assert.equal(await nameOf((await mention())?.entity), "Another Lavrov");
    await click(at, "Reject");
    assert.equal((await mention())?.status, "rejected");
  });

  test("every correction that a bulb offers does something, once what it asks is answered", async () => {
    const { store } = await onRecord();
    for (const place of ["in our bilateral relations", "Lavrov remarked", "Tuesday morning", "Vladivostok"]) {
      article.putCursor(place);
      const at = new vscode.Selection(editor.selection.active.translate(0, 1), editor.selection.active.translate(0, 1));
      editor.selection = at;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", editor.document.uri, at);
      const ours = actions.filter(({ command }) => command?.command.startsWith("onRecord."));
      assert.ok(ours.length >= 4, `${place}: ${ours.map(({ title }) => title).join(", ")}`);
      for (const { title, command } of ours) {
        const before = await article.now();
        await answeringMessages(async () => {
          await answeringQuestions(
            async () => vscode.commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? [])),
            // none of them is what is there already
            ({ labels, title: question }) => (labels.length === 0 ? (/^When|Date/u.test(question) ? "2020-02-03" : "Anna Ozola") : /kind|told/iu.test(question) ? "in their own words" : labels.find((label) => label === "Putin" || label === "organization") ?? labels[0]),
          );
        });
        // the kind is what it was, and no place has the name that is answered
        if (!/Kind|Place/u.test(title)) assert.notEqual(await article.now(), before, `${place}: ${title}`);
        while (store.undo(uri) !== undefined) continue;
      }
    }
  });

  for (const [command, answers, found] of [
    ["addStatement", ["The article does not say"], ({ statements, annotations }: AnnotationDocument) => statements.filter(({ origin }) => origin === "user").map(({ quote }) => annotations.find(({ id }) => id === quote[0])?.text)],
    ["addMention", ["A person"], ({ annotations }: AnnotationDocument) => annotations.filter(({ origin, type }) => origin === "user" && type === "person").map(({ text }) => text)],
  ] as const) {
    test(`${command}: the words that were selected are meant, though the text is changed while it is asked`, async () => {
      const words = "his two-day visit";
      article.select(words);
      await answeringQuestions(
        () => run(command),
        async ({ labels }) => {
          // as a formatter does when the editor loses the focus
          const edit = new vscode.WorkspaceEdit();
          edit.insert(editor.document.uri, new vscode.Position(0, 0), "Correction: ");
          await vscode.workspace.applyEdit(edit);
          return labels.find((label) => answers.some((each) => each === label));
        },
      );
      assert.deepEqual(found(await article.now()), [words]);
    });
  }
});

suite("merging in the lists", () => {
  test("what was merged into whom is told, and all of it is one step to undo", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const uri = document.uri.toString();
    const { store } = await onRecord();
    const entities = store.get(uri)?.entities ?? [];
    const [putin, lavrov] = ["Putin", "Sergey Lavrov"].map((name) => entities.find((entity) => entity.name === name)?.id);
    const told = await readingStatusBar(() => run("mergeEntities", uri, putin, lavrov));
    assert.match(told[0] ?? "", /^Putin merged into Sergey Lavrov \(\d+ places in the text\)$/u);
    assert.equal(store.undo(uri), "Merge");
    assert.deepEqual(store.get(uri)?.entities, entities);
  });
});

suite("what a correction did", () => {
  test("is told in the status bar", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const uri = document.uri.toString();
    const { store } = await onRecord();
    const [first] = store.get(uri)?.statements ?? [];
    const [putin, lavrov] = ["Putin", "Sergey Lavrov"].map((name) => store.get(uri)?.entities.find((entity) => entity.name === name)?.id);
    const date = store.get(uri)?.annotations.find(({ type }) => type === "date")?.id;
    const told = await readingStatusBar(async () => {
      await run("changeKind", uri, first?.id, "direct");
      await run("renameEntity", uri, putin, "Vladimir Putin");
      await run("changeType", uri, lavrov, "organization");
      await run("setDateValue", uri, date, "2020-02-03");
    });
    assert.deepEqual(told.map((message) => message.replace(/ \(.+\)$/u, "")), ["Kind: in their own words", "Renamed to Vladimir Putin", "Type: organization", "Date: Monday, 3 February 2020"]);
  });
});
