import assert from "node:assert/strict";
import { withAddition, withInvertedSource, withoutQuestion, withOwnClauses, withQuotedSubject } from "../../../../../../src/core/detect/attributions/tagged/ownClauses.js";
import type { Attribution } from "../../../../../../src/core/detect/findings.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

type Rule = (article: ReturnType<typeof readArticle>, attribution: Attribution) => readonly Attribution[];

/** [what it shows, text with ⟨source⟩, [cue] and {contents}, what it must tell] */
type Case = [about: string, marked: string, expected: string[]];

function check(cases: readonly Case[], rule: Rule): void {
  for (const [about, marked, expected] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      assert.deepEqual(rule(readArticle({ text }), attribution).map((found) => told(text, found)), expected);
    });
  }
}

suite("quotations with a clause of their own", () => {
  check(
    [
      ["a verb that is not known", "{“Is it safe?”} ⟨a reporter⟩ [shouted]. {“Ask the engineers,”} the mayor snapped.", ["a reporter | shouted | “Is it safe?”", "the mayor | snapped | “Ask the engineers,”"]],
      ["a reply without a name", "{“Is it safe?”} ⟨a reporter⟩ [asked]. {“It is,”} came the reply.", ["a reporter | asked | “Is it safe?”", "- | came the reply | “It is,”"]],
      ["the same sentence", "{“It holds,”} ⟨Lindt⟩ [said], {“for now,”} the paper wrote.", ["Lindt | said | “It holds,” … “for now,”"]],
      ["a full stop inside", "{“It holds,”} ⟨Lindt⟩ [said]. {“It always will.”} The mayor left.", ["Lindt | said | “It holds,” … “It always will.”"]],
      ["words that tell no more", "{“It holds,”} ⟨Lindt⟩ [said]. {“It always will,”} with a smile for the mayor.", ["Lindt | said | “It holds,” … “It always will,”"]],
    ],
    (article, attribution) => withOwnClauses(article, [attribution]),
  );
});

suite("what is added without a comma", () => {
  check(
    [
      ["behind what was said", "⟨Lindt⟩ [called] {it a good bridge adding that it was safe}.", ["Lindt | called | it a good bridge", "Lindt | adding | that it was safe"]],
      ["with a colon", "⟨Lindt⟩ [called] {it a good bridge adding: “It is safe.”}", ["Lindt | called | it a good bridge", "Lindt | adding | “It is safe.”"]],
      ["behind what another said", "⟨The paper⟩ [wrote] {that Lindt said that it held adding that it was safe}.", ["The paper | wrote | that Lindt said that it held adding that it was safe"]],
      ["to something", "⟨Lindt⟩ [called] {it a bridge adding weight to the town}.", ["Lindt | called | it a bridge adding weight to the town"]],
      ["inside a quotation", "⟨Lindt⟩ [said]: {“It holds adding that is hard.”}", ["Lindt | said | “It holds adding that is hard.”"]],
    ],
    (article, attribution) => withAddition(article, [attribution]),
  );
});

suite("verbs between commas", () => {
  check(
    [
      ["the source behind the verb", "⟨Mr Lindt⟩, [says] {one diplomat, “does not compromise”}.", ["one diplomat | says | Mr Lindt … “does not compromise”"]],
      ["a comma that was taken along", "⟨The bridge,⟩ [argued] {the mayor, was safe}.", ["the mayor | argued | The bridge … was safe"]],
      ["an apposition", "⟨Mr Lindt, the mayor⟩, [says] {one diplomat, an old friend, left}.", ["Mr Lindt, the mayor | says | one diplomat, an old friend, left"]],
      ["a clause without a comma", "⟨Mr Lindt⟩, [says] {the bridge is safe}.", ["Mr Lindt | says | the bridge is safe"]],
      ["no comma before the verb", "⟨Mr Lindt⟩ [says] {the bridge, built in 1912, holds}.", ["Mr Lindt | says | the bridge, built in 1912, holds"]],
    ],
    (article, attribution) => [withInvertedSource(article, attribution)],
  );
});

suite("questions before an answer", () => {
  check(
    [
      ["what was asked", "When asked {whether it holds}, ⟨Lindt⟩ [replied]: {“It does.”}", ["Lindt | replied | “It does.”"]],
      ["on what it is an answer", "On {whether it holds}, ⟨Lindt⟩ [said]: {“It does.”}", ["Lindt | said | “It does.”"]],
      ["what is said of a question", "{Whether it holds}, ⟨Lindt⟩ [said], {nobody knows}.", ["Lindt | said | Whether it holds … nobody knows"]],
      ["the answer behind it", "[Asked about] {his future}, Lindt smiled. {“I am going nowhere.”}", ["- | Asked about | his future"]],
    ],
    (article, attribution) => [withoutQuestion(article, attribution)],
  );
});

suite("who is quoted as saying", () => {
  check(
    [
      ["the subject speaks", "{He} [was quoted by Interfax as saying:] {“It holds.”}", ["He | was quoted by Interfax as saying: | “It holds.”"]],
      ["by an agency", "{He} [was quoted] by ⟨the agency⟩ {as saying that it holds}.", ["He | was quoted by the agency as saying | that it holds"]],
      ["by an agency that was taken for the speaker", "Mara Lindt, SSP, Hale district was quoted by ⟨the agency⟩ as [saying]: {“It holds.”}", ["Mara Lindt, SSP, Hale district | was quoted by the agency as saying | “It holds.”"]],
      ["behind what was said", "{“It holds,”} {he} [was quoted as saying].", ["he | was quoted as saying | “It holds,”"]],
      ["behind what was said, by an agency", "{“It holds,”} {Mara Lindt} [was quoted as saying by] ⟨the agency⟩.", ["Mara Lindt | was quoted as saying | “It holds,”"]],
      ["behind what was said, by an agency in between", "{“It holds,”} {she} [was quoted] by ⟨the agency⟩ as saying.", ["she | was quoted by the agency as saying | “It holds,”"]],
      ["those who were told", "{“It holds,”} {she} [was quoted as telling] {the reporters}.", ["she | was quoted as telling | “It holds,”"]],
      ["whom an agency quotes", "{“It holds,”} ⟨the agency⟩ [quoted] {him as saying}.", ["him | as saying | “It holds,”"]],
      ["whom an agency quotes with a clause", "⟨The agency⟩ [quoted] {him as saying that it holds}.", ["The agency | quoted | him as saying that it holds"]],
      ["a subject that was left out", "Mara Lindt [is quoted as saying] {that it holds}.", ["Mara Lindt | is quoted as saying | that it holds"]],
      ["who is heard to say", "{She} [was heard to say] {“never”}.", ["She | was heard to say | “never”"]],
      ["a charge", "{Lindt} [was cited for] {a broken lamp}.", ["- | was cited for | Lindt … a broken lamp"]],
      ["a passive of another verb", "{He} [was called] {a friend}.", ["- | was called | He … a friend"]],
    ],
    (article, attribution) => [withQuotedSubject(article, attribution)],
  );
});
