import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { Correcting } from "./correcting.js";
import { answeringQuestions, readingStatusBar } from "./messages.js";
import { onRecord, runCommand as run, until } from "./onRecord.js";
import { readSidecar } from "./sidecars.js";

suite("corrections", () => {
  let article: Correcting;
  let editor: vscode.TextEditor;
  let uri: string;

  setup(async () => {
    article = await Correcting.open();
    ({ editor, uri } = article);
  });

  const tuesday = async (): Promise<string | undefined> => (await article.now()).annotations.find(({ type, text }) => type === "date" && text === "Tuesday")?.value;
  const entityNamed = async (name: string): Promise<AnnotationDocument["entities"][number]> => {
    const entity = (await article.now()).entities.find((each) => each.name === name);
    assert.ok(entity, name);
    return entity;
  };

  test("the kind of the statement at the cursor", async () => {
    const { id } = await article.saying("we have fixed that");
    await run("changeKind", uri, id, "indirect");
    assert.deepEqual([(await article.saying("we have fixed that")).kind, (await article.saying("we have fixed that")).status], ["indirect", "accepted"]);
  });

  test("a quick pick answered by the keyboard changes the kind", async () => {
    article.putCursor("they assess positively");
    assert.equal((await article.saying("they assess positively")).kind, "indirect");
    const running = run("changeKind");
    await until("the choice is made", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return (await article.saying("they assess positively")).kind === "direct";
    });
    await running;
  });

  test("words shrink to the selection, and the old ones are not proposed again", async () => {
    article.select("fixed that in our bilateral relations");
    const { id, quote } = await article.saying("we have fixed that");
    await run("fitToSelection", uri, quote[0]);
    const changed = await article.saying("fixed that in our bilateral relations");
    assert.equal(changed.id, id);
    assert.deepEqual(await article.wordsOf(changed.quote[0]), "fixed that in our bilateral relations");
    const before = await article.now();
    await run("analyzeAgain");
    await until("it was analysed again", async () => (await article.now()) !== before);
    const live = (await article.now()).statements.filter(({ status }) => status !== "rejected").length;
    assert.equal(live, 14);
  });

  test("a statement is split at the cursor and joined again, each one step to undo", async () => {
    article.putCursor("in our bilateral relations");
    const before = await article.now();
    await run("splitStatement");
    assert.equal((await article.now()).statements.filter(({ status }) => status !== "rejected").length, 15);
    const [head, tail] = [await article.saying("we have fixed that"), await article.saying("in our bilateral relations")];
    assert.notEqual(head.id, tail.id);
    article.select("fixed that in our bilateral relations");
    await run("joinStatements");
    assert.equal((await article.saying("we have fixed that")).id, (await article.saying("in our bilateral relations")).id);
    await run("undoAnnotationChange");
    await run("undoAnnotationChange");
    assert.deepEqual((await article.now()).statements, before.statements);
    const { store } = await onRecord();
    assert.equal(store.isDirty(uri), false);
  });

  test("a statement is added from the selection with its speaker, in one step", async () => {
    const lavrov = await entityNamed("Sergey Lavrov");
    article.select("delegation-level talks");
    await run("addStatement", lavrov.id);
    const added = await article.saying("delegation-level talks");
    assert.deepEqual([added.entity, added.origin, added.status, added.kind], [lavrov.id, "user", "accepted", "indirect"]);
    await run("undoAnnotationChange");
    assert.ok(!(await article.now()).statements.some(({ id }) => id === added.id));
    await run("redoAnnotationChange");
    assert.equal((await article.saying("delegation-level talks")).entity, lavrov.id);
    await run("deleteFinding", uri, added.id);
    assert.ok(!(await article.now()).statements.some(({ id }) => id === added.id));
  });

  test("without a selection nothing is added", async () => {
    article.putCursor("delegation-level talks");
    const before = await article.now();
    await run("addStatement");
    await run("addMention", { type: "person" });
    await run("fitToSelection");
    assert.equal(await article.now(), before);
  });

  test("a mention is added from the selection, with an entity of its own, and survives the next analysis", async () => {
    article.select("delegation-level");
    await run("addMention", { type: "organization" });
    const entity = await entityNamed("delegation-level");
    assert.deepEqual([entity.type, entity.origin], ["organization", "user"]);
    const before = await article.now();
    await run("analyzeAgain");
    await until("it was analysed again", async () => (await article.now()) !== before);
    assert.ok((await article.now()).annotations.some((mention) => mention.entity === entity.id && mention.text === "delegation-level"));
  });

  test("cue, time and place of a statement are set to the selection", async () => {
    const { id } = await article.saying("we have fixed that");
    for (const [command, part, words] of [["setCue", "cue", "held"], ["setWhen", "when", "Tuesday morning"], ["setWhere", "where", "Vladivostok"]] as const) {
      article.select(words);
      await run(command, uri, id);
      const statement = (await article.now()).statements.find((each) => each.id === id);
      assert.deepEqual([await article.wordsOf(statement?.[part]), statement?.status], [words, "accepted"]);
    }
  });

  test("the statement that a part belongs to is asked for where its paragraph has several", async () => {
    article.select("held");
    const running = run("setCue");
    await until("the cue is set", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const { annotations, statements } = await article.now();
      return annotations.some(({ id, text }) => text === "held" && statements.some(({ cue }) => cue === id));
    });
    await running;
  });

  test("an entity is renamed everywhere but in the article", async () => {
    const text = editor.document.getText();
    const lavrov = await entityNamed("Sergey Lavrov");
    await run("renameEntity", uri, lavrov.id, "Sergei Lavrov");
    const renamed = await entityNamed("Sergei Lavrov");
    assert.equal(renamed.id, lavrov.id);
    assert.ok(renamed.aliases?.includes("Sergey Lavrov"));
    assert.equal(editor.document.getText(), text);
    const before = await article.now();
    await run("analyzeAgain");
    await until("it was analysed again", async () => (await article.now()) !== before);
    assert.equal((await entityNamed("Sergei Lavrov")).id, lavrov.id);
  });

  test("merging moves mentions and statements, and one undo brings all back", async () => {
    const [lavrov, jaishankar] = [await entityNamed("Sergey Lavrov"), await entityNamed("S Jaishankar")];
    const before = await article.now();
    await run("mergeEntities", uri, jaishankar.id, lavrov.id);
    const merged = await article.now();
    assert.ok(!merged.entities.some(({ id }) => id === jaishankar.id));
    assert.equal(merged.statements.filter(({ entity }) => entity === lavrov.id).length, 14);
    await run("undoAnnotationChange");
    const after = await article.now();
    assert.deepEqual(after.entities, before.entities);
    assert.deepEqual(after.statements, before.statements);
  });

  test("several rows of the list are merged at once", async () => {
    const { inspection } = await onRecord();
    const provider = inspection.trees.get("onRecord.entities");
    const [people] = (await provider?.getChildren()) ?? [];
    const rows = (await provider?.getChildren(people)) ?? [];
    assert.equal(rows.length, 3);
    const running = run("mergeEntities", rows[0], rows);
    await until("they are one", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return (await article.now()).entities.filter(({ type }) => type === "person").length === 1;
    });
    await running;
    assert.deepEqual((await article.now()).entities.filter(({ type }) => type === "person").map(({ name }) => name), ["Sergey Lavrov"]);
  });

  test("a mention is split off with its statement", async () => {
    const lavrov = await entityNamed("Sergey Lavrov");
    const mention = (await article.now()).annotations.filter(({ entity, type }) => entity === lavrov.id && type === "person").at(-1);
    assert.ok(mention);
    await run("splitMention", uri, mention.id, "Another Lavrov");
    const other = await entityNamed("Another Lavrov");
    assert.equal((await article.now()).annotations.find(({ id }) => id === mention.id)?.entity, other.id);
    assert.notEqual(other.id, lavrov.id);
  });

  test("the type of an entity changes with that of its mentions", async () => {
    const putin = await entityNamed("Putin");
    await run("changeType", uri, putin.id, "organization");
    assert.equal((await entityNamed("Putin")).type, "organization");
    const types = (await article.now()).annotations.filter(({ entity }) => entity === putin.id).map(({ type }) => type);
    assert.ok(types.includes("organization") && !types.includes("person"), types.join(", "));
  });

  test("a place is another one of that name, and the former choice is an alternative", async () => {
    const place = (await article.now()).entities.find(({ type, alternatives = [] }) => type === "place" && alternatives.some(({ geoname }) => geoname !== undefined));
    assert.ok(place);
    const other = place.alternatives?.find(({ geoname }) => geoname !== undefined);
    await run("choosePlace", uri, place.id, other?.geoname);
    const chosen = (await article.now()).entities.find(({ id }) => id === place.id);
    assert.equal(chosen?.geoname, other?.geoname);
    assert.ok(chosen?.alternatives?.some(({ geoname }) => geoname === place.geoname));
  });

  test("a place is any one of the gazetteer, looked up by its name", async () => {
    const place = await entityNamed("Vladivostok");
    const choose = (name: string): Promise<unknown> => answeringQuestions(() => run("choosePlace", uri, place.id), ({ labels }) => (labels.length === 0 ? name : (labels.find((label) => label === "Another Place…") ?? labels[0])));
    await choose("Nowhere at All");
    assert.equal((await entityNamed("Vladivostok")).geoname, place.geoname);
    await choose("Bergen");
    const chosen = await entityNamed("Vladivostok");
    assert.deepEqual([chosen.country, chosen.name], ["NO", "Vladivostok"]);
    assert.ok(chosen.alternatives?.some(({ geoname }) => geoname === place.geoname), "the way back is short");
    await run("undoAnnotationChange");
    assert.equal((await entityNamed("Vladivostok")).geoname, place.geoname);
  });

  test("a date gets a value, but none that is no date", async () => {
    const date = (await article.now()).annotations.find(({ type, text }) => type === "date" && text === "Tuesday morning");
    assert.ok(date);
    const valueOf = async (): Promise<string | undefined> => (await article.now()).annotations.find(({ id }) => id === date.id)?.value;
    await run("setDateValue", uri, date.id, "2021-02-30");
    assert.equal(await valueOf(), date.value);
    await run("setDateValue", uri, date.id, "2021-04-07TMO");
    assert.equal(await valueOf(), "2021-04-07TMO");
    const [asked] = await answeringQuestions(() => run("setDateValue", uri, date.id), () => undefined);
    assert.match(asked?.value ?? "", /^the morning of Wednesday,? 7 April 2021$/u);
    // asked for, it may be said in words, which are counted from the day of the article
    for (const [words, value] of [["8 April 2021", "2021-04-08"], ["some day", "2021-04-08"], ["yesterday", "2021-04-05"]] as const) {
      await answeringQuestions(() => run("setDateValue", uri, date.id), () => words);
      assert.equal(await valueOf(), value, words);
    }
  });

  test("the day of the article moves all dates that are counted from it, and undo moves them back", async () => {
    assert.equal(await tuesday(), "2021-04-06");
    await run("setArticleDate", uri, "2021-04-15");
    await until("dates are counted anew", async () => (await tuesday()) === "2021-04-13");
    await run("undoAnnotationChange");
    await until("dates are as before", async () => (await tuesday()) === "2021-04-06");
    await answeringQuestions(() => run("setArticleDate", uri), () => "15 April 2021");
    await until("dates are counted anew", async () => (await tuesday()) === "2021-04-13");
    await answeringQuestions(() => run("setArticleDate", uri), () => "April 2021");
    assert.equal((await article.now()).source.published, "2021-04-15", "a month is no day");
    await run("undoAnnotationChange");
    await until("dates are as before", async () => (await tuesday()) === "2021-04-06");
  });

  test("a rejected mention leaves the text and waits in a group of its own", async () => {
    const mention = (await article.now()).annotations.find(({ text, type }) => text === "Vladivostok" && type === "place");
    assert.ok(mention);
    await run("rejectMention", uri, mention.id);
    const { inspection } = await onRecord();
    const provider = inspection.trees.get("onRecord.entities");
    const groups = (await provider?.getChildren()) ?? [];
    const items = await Promise.all(groups.map(async (group) => provider?.getTreeItem(group)));
    assert.equal(items.at(-1)?.label, "Rejected");
    const [row] = (await provider?.getChildren(groups.at(-1))) ?? [];
    await run("proposeMentionAgain", row, [row]);
    assert.equal((await article.now()).annotations.find(({ id }) => id === mention.id)?.status, "proposed");
  });

  test("a rejected mention whose words are taken out waits there still, until a person deletes it", async () => {
    const mention = (await article.now()).annotations.find(({ text, type }) => text === "Vladivostok" && type === "place");
    assert.ok(mention);
    await run("rejectMention", uri, mention.id);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(editor.document.uri, new vscode.Range(editor.document.positionAt(mention.start), editor.document.positionAt(mention.end)));
    await vscode.workspace.applyEdit(edit);
    const { inspection } = await onRecord();
    const provider = inspection.trees.get("onRecord.entities");
    const rejected = ((await provider?.getChildren()) ?? []).at(-1);
    const [row] = (await provider?.getChildren(rejected)) ?? [];
    assert.deepEqual((await provider?.getTreeItem(row))?.label, { label: "Vladivostok" });
    await run("deleteFinding", row, [row]);
    assert.equal((await article.now()).annotations.find(({ id }) => id === mention.id), undefined);
  });

  test("an orphan gets its place back at the selection", async () => {
    const { id, quote } = await article.saying("energetic and forward-looking");
    await run("acceptStatement", uri, id);
    const text = editor.document.getText();
    const part = (await article.now()).annotations.find((each) => each.id === quote[0]);
    assert.ok(part);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(editor.document.uri, new vscode.Range(editor.document.positionAt(part.start), editor.document.positionAt(part.end)));
    await vscode.workspace.applyEdit(edit);
    assert.equal((await article.now()).annotations.find((each) => each.id === part.id)?.orphaned, true, text.slice(part.start, part.end));
    article.select("delegation-level talks");
    await run("reattach", uri, id);
    const placed = (await article.now()).annotations.find((each) => each.id === part.id);
    assert.deepEqual([placed?.text, placed?.orphaned], ["delegation-level talks", undefined]);
  });

  test("an orphan stays in the sidecar until a person deletes it; undo brings it back", async () => {
    const { id, quote } = await article.saying("energetic and forward-looking");
    await run("acceptStatement", uri, id);
    const part = (await article.now()).annotations.find((each) => each.id === quote[0]);
    assert.ok(part);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(editor.document.uri, new vscode.Range(editor.document.positionAt(part.start), editor.document.positionAt(part.end)));
    await vscode.workspace.applyEdit(edit);
    await editor.document.save();
    const { articles } = await onRecord();
    const kept = async (): Promise<AnnotationDocument["annotations"][number] | undefined> => (await readSidecar(editor.document.uri)).annotations.find((each) => each.id === part.id);
    await run("saveAnnotations");
    await run("analyzeAgain");
    await articles.whenSettled(editor.document.uri);
    await run("saveAnnotations");
    assert.deepEqual([(await kept())?.text, (await kept())?.orphaned], [part.text, true]);
    await run("deleteFinding", uri, id);
    await run("saveAnnotations");
    assert.equal(await kept(), undefined);
    await run("undoAnnotationChange");
    await run("saveAnnotations");
    assert.deepEqual([(await kept())?.text, (await kept())?.orphaned], [part.text, true]);
  });

  test("what is found in the text is rejected by deleting it, as it would be found again", async () => {
    const { id } = await article.saying("we have fixed that");
    await run("deleteFinding", uri, id);
    assert.equal((await article.now()).statements.find((each) => each.id === id)?.status, "rejected");
    await run("undoAnnotationChange");
    assert.equal((await article.now()).statements.find((each) => each.id === id)?.status, "proposed");
  });

  test("quick fixes fit what is at the cursor", async () => {
    const titles = async (range: vscode.Range): Promise<string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", editor.document.uri, range);
      return actions.filter(({ command }) => command?.command.startsWith("onRecord.")).map(({ title }) => title);
    };
    article.putCursor("we have fixed that");
    assert.deepEqual(await titles(editor.selection), ["Accept Statement", "Reject Statement", "Change Speaker…", "Change Kind…", "Split Statement at Cursor", "Join with Next", "Add Note…"]);
    article.select("delegation-level talks");
    const parts = ["Set Cue to Selection", "Set Source Phrase to Selection", "Set Time to Selection", "Set Place to Selection"];
    assert.deepEqual(await titles(editor.selection), ["Add Statement from Selection", "Add Mention from Selection…", ...parts]);
    article.putCursor("held delegation-level");
    assert.deepEqual(await titles(editor.selection), []);
  });

  test("where the cursor is on nothing that a command is about, it says on what to put it", async () => {
    article.putCursor("held delegation-level");
    const told = await readingStatusBar(async () => {
      for (const command of ["changeSpeaker", "renameEntity", "choosePlace", "setDateValue", "splitMention", "acceptMention"]) await run(command);
    });
    assert.deepEqual(told, [
      "Put the cursor on a statement first.",
      "Put the cursor on a name first.",
      "Put the cursor on a place first.",
      "Put the cursor on a date first.",
      "Put the cursor on the name of a person, an organization or a place first.",
      "Put the cursor on a name, a place or a date first.",
    ]);
  });

  test("the undo of the text leaves decisions alone, and the undo of decisions the text", async () => {
    const { id } = await article.saying("we have fixed that");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), "Correction: ");
    await vscode.workspace.applyEdit(edit);
    await run("acceptStatement", uri, id);
    await vscode.commands.executeCommand("undo");
    assert.ok(!editor.document.getText().startsWith("Correction: "));
    assert.equal((await article.saying("we have fixed that")).status, "accepted");
    await vscode.commands.executeCommand("redo");
    await run("undoAnnotationChange");
    assert.ok(editor.document.getText().startsWith("Correction: "));
    assert.equal((await article.saying("we have fixed that")).status, "proposed");
  });
});
