import assert from "node:assert/strict";
import { openArticle, seed } from "./articles.js";

suite("opening an article", () => {
  test("the text arrives as it is stored, its first space included", async () => {
    const { document } = await openArticle(seed);
    assert.equal(document.languageId, "plaintext");
    assert.equal(document.getText().slice(0, 17), " date 2021-04-06 ");
  });
});
