import assert from "node:assert/strict";
import { openArticle, seed } from "./articles.js";
import { analyzed } from "./extension.js";

suite("opening an article", () => {
  test("the text arrives as it is stored, its first space included", async () => {
    const { document } = await openArticle(seed);
    assert.equal(document.languageId, "plaintext");
    assert.equal(document.getText().slice(0, 17), " date 2021-04-06 ");
  });

  test("it is analysed without any command, and every range holds its words", async () => {
    const { document } = await openArticle(seed);
    const { annotations, statements } = await analyzed(document.uri);
    assert.ok(statements.length > 0);
    const text = document.getText();
    for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
  });
});
