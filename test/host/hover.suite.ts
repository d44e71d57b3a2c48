import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, positionOf, withSetting } from "./onRecord.js";

/** The cards at a position as Markdown, with the entities of marks resolved. */
async function cards(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n\n")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}

suite("hover cards", () => {
  let document: vscode.TextDocument;
  setup(async () => {
    ({ document } = await openArticle(seed));
    await annotationsOf(document);
  });

  test("a person: name, type, role, alias, statements and mentions", async () => {
    const card = await cards(document, positionOf(document, "Sergey Lavrov"));
    assert.match(card, /Sergey Lavrov.* · person/u);
    assert.match(card, /Foreign Minister/u);
    assert.match(card, /also .*“Lavrov”/u);
    assert.match(card, /8 statements \(3 in their own words, 2 partly quoted, 3 reported\)/u);
    assert.match(card, /4 mentions|3 mentions/u);
    assert.match(card, /command:onRecord\.goToAnnotation/u);
    assert.ok(card.indexOf("command:onRecord.renameEntity") < card.indexOf("command:onRecord.goToAnnotation"), "commands are in sight, however long the lists are");
  });

  test("a quotation: who, how, when, where, how sure and why", async () => {
    const card = await cards(document, positionOf(document, "bilateral relations adopted"));
    assert.match(card, /Sergey Lavrov/u);
    assert.match(card, /“said” · in their own words/u);
    assert.match(card, /When: Tuesday,? 6 April 2021 · Where: New Delhi/u);
    assert.match(card, /Sure|Likely/u);
    assert.match(card, /the surname in “Lavrov” stands with “said”/u);
  });

  test("the cursor just behind the words is on them, the pointer on what follows is not", async () => {
    const [behind, editor] = [positionOf(document, "Vladivostok").translate(0, "Vladivostok".length), vscode.window.activeTextEditor];
    assert.ok(editor);
    editor.selection = new vscode.Selection(behind, behind);
    assert.match(await cards(document, behind), /city in Primorye/u);
    const elsewhere = positionOf(document, "bilateral relations adopted");
    editor.selection = new vscode.Selection(elsewhere, elsewhere);
    assert.doesNotMatch(await cards(document, behind), /city in Primorye/u);
  });

  test("what somebody has said in what a paper passes on: both, the innermost first", async () => {
    const content = "Bridge closed\n\nMara Lindt, an engineer, walked over the bridge at noon on Friday.\n\n“The bridge is not safe for anybody,” Lindt said at a meeting, according to the Harlow Courier.\n";
    const other = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
    await vscode.window.showTextDocument(other);
    await annotationsOf(other);
    const card = await cards(other, positionOf(other, "not safe"));
    const [own, passedOn] = [card.indexOf("“said” · in their own words"), card.indexOf("“according to”")];
    assert.ok(own >= 0 && passedOn > own, card);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  test("a pronoun tells whom it stands for", async () => {
    const card = await cards(document, positionOf(document, "He also asserted"));
    assert.match(card, /“He” stands for Sergey Lavrov/u);
  });

  test("a place: kind, country, coordinates", async () => {
    const card = await cards(document, positionOf(document, "Vladivostok"));
    assert.match(card, /Vladivostok.* · city in Primorye, Russia/u);
    assert.match(card, /43\.\d+ N, 131\.\d+ E/u);
  });

  test("a date: the value in words and in ISO form, and the article's day", async () => {
    const card = await cards(document, positionOf(document, "Tuesday in New Delhi"));
    assert.match(card, /Tuesday.* → Tuesday,? 6 April 2021/u);
    assert.match(card, /2021-04-06 · date/u);
    assert.match(card, /Counted from the article’s date, Tuesday,? 6 April 2021 \(given in its text\)/u);
  });

  test("plain words have no card", async () => {
    assert.equal(await cards(document, positionOf(document, "briefing on Tuesday")), "");
  });

  test("cards can be switched off", async () => {
    await withSetting("hover.enabled", false, async () => {
      assert.equal(await cards(document, positionOf(document, "Vladivostok")), "");
    });
  });
});

suite("hostile articles", () => {
  test("no word of an article acts in a card", async () => {
    const content = [
      'The mayor said: "Click [here](command:workbench.action.quit) or <img src=x onerror=alert(1)> or $(zap) https://example.org/x **now**."',
      'He added: "Nothing else is planned for the town this year, and nobody will be asked to leave."',
      "The council meets on Monday. The mayor said that it would not change its mind.",
    ].join("\n\n");
    const document = await vscode.workspace.openTextDocument({ content });
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, positionOf(document, "Click"));
    const [card] = hovers.flatMap(({ contents }) => contents);
    assert.ok(card instanceof vscode.MarkdownString);
    assert.ok(!/command:workbench|<img|\$\(zap|https:\/\/example|\*\*now/u.test(card.value), card.value);
    assert.equal(card.supportHtml, false);
    const { isTrusted } = card;
    assert.ok(typeof isTrusted === "object" && isTrusted.enabledCommands.every((command) => command.startsWith("onRecord.")));
  });
});
