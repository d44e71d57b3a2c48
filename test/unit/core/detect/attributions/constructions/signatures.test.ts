import assert from "node:assert/strict";
import { findSignatures } from "../../../../../../src/core/detect/attributions/constructions/signatures.js";
import { findQuotations } from "../../../../../../src/core/detect/quotations.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** Who has signed what: "source | content" each. */
function signed(text: string, format: "plain" | "markdown" = "plain"): string[] {
  const article = readArticle({ text, format });
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return findSignatures(article, findQuotations(article)).map(({ source, contents }) => `${source ? words(source) : "-"} | ${contents.map(words).join(" … ")}`);
}

suite("a quotation signed in the line below it", () => {
  const cases: [about: string, text: string, expected: string[]][] = [
    ["a name and what explains it", "Rain fell on the town for a week.\n\n“The wall is safe.”\n\n— Mara Lindt, who built it\n\nRain fell.", ["Mara Lindt | “The wall is safe.”"]],
    ["a hyphen and a full stop", "“The wall is safe.”\n\n- Lindt.\n\nRain fell.", ["Lindt | “The wall is safe.”"]],
    ["two paragraphs of one quotation", "“The wall is safe.\n\n“It will stand.”\n\n— Mara Lindt", ["Mara Lindt | “The wall is safe. … “It will stand.”"]],
    ["a list behind a quotation", "She said: “The wall is safe.”\n\n— Mara Lindt\n\nRain fell.", []],
    ["a sentence behind a dash", "“The wall is safe.”\n\n— Harlow, which has two walls, was dry. It will stay so, she says.\n\nRain fell.", []],
    ["an item of a list", "“The wall is safe.”\n\n— Trade, jobs and schools are at stake.\n\nRain fell.", []],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(signed(text), expected));

  test("a block quotation without marks", () => assert.deepEqual(signed("Rain fell.\n\n> The wall is safe.\n>\n> — Mara Lindt, mayor\n\nRain fell.", "markdown"), ["Mara Lindt | The wall is safe."]));
});
