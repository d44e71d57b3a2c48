import assert from "node:assert/strict";
import { findQuotations } from "../../../../../../src/core/detect/quotations.js";
import { isDecision } from "../../../../../../src/core/detect/attributions/tagged/decisions.js";
import { toAttribution, withClosedQuotations, withWholeName } from "../../../../../../src/core/detect/attributions/tagged/tagged.js";
import type { TextRange } from "../../../../../../src/core/document/range.js";
import type { TokenSpan } from "../../../../../../src/core/tagger/decode.js";
import type { TaggedStatement } from "../../../../../../src/core/tagger/tagger.js";
import type { Article } from "../../../../../../src/core/text/article.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [what it shows, text with the tagger's ⟨source⟩, [cue] and {contents}, what it must tell] */
const CASES: [about: string, marked: string, expected: string][] = [
  ["of what somebody is accused", "{The officer} [was accused] by ⟨prosecutors of hiding it⟩.", "prosecutors | was accused | The officer … of hiding it"],
  ["by a body with a long name", "{The plan} [was described] by ⟨the Ministry of Housing⟩ {as a gift}.", "the Ministry of Housing | was described | The plan … as a gift"],
  ["who hears is told nothing about", "{The trial} [was told] {he called her a friend}.", "- | was told | he called her a friend"],
  ["who hears it from somebody", "{Reporters} [were assured by] ⟨the mayor⟩ {that it holds}.", "the mayor | were assured by | that it holds"],
  ["the day behind a name", "⟨Lindt today⟩ [announced] {that it holds}.", "Lindt | announced | that it holds"],
  ["a relative clause that was cut off", "{“It holds,”} [vowed] ⟨Lindt, 54, whose⟩ house it is.", "Lindt, 54 | vowed | “It holds,”"],
  ["a scene behind a source", "{“It holds,”} [shouted] ⟨one man as the mayor rose to⟩ speak.", "one man | shouted | “It holds,”"],
  ["a name with “as”", "{“It holds,”} [shouted] ⟨the man known as the Fox⟩.", "the man known as the Fox | shouted | “It holds,”"],
  ["a participle that was cut off", "{“It holds,”} [says] ⟨Lindt, author of the study, published⟩ on Monday.", "Lindt, author of the study | says | “It holds,”"],
  ["a relative clause whose end was cut off", "⟨Lindt, who saw it on⟩ Monday, [said] {that it holds}.", "Lindt, who saw it on Monday | said | that it holds"],
  ["a name behind an office", "[According to] ⟨the team’s coach⟩, {Mara Lindt, in May the bridge held}.", "the team’s coach, Mara Lindt | According to | in May the bridge held"],
  ["somebody who is told of", "[According to] ⟨the police⟩, {Mara Lindt, in May a clerk, fell}.", "the police | According to | Mara Lindt, in May a clerk, fell"],
  ["a reply of somebody else", "{“Does it hold?”} ⟨the mayor⟩ [asked]. {“Yes,”} came the reply.", "the mayor | asked | “Does it hold?”"],
  ["an age", "[According to] ⟨Mara Lindt⟩, {20, the bridge holds}.", "Mara Lindt, 20 | According to | the bridge holds"],
  ["a phrase that was cut off", "⟨The engineers and⟩ [said] {that it holds}.", "The engineers | said | that it holds"],
  ["a question with that", "[Asked] {whether that included a ban}, the mayor left.", "- | Asked | whether that included a ban"],
  ["another sentence", "⟨Lindt⟩ [reported] {a profit of a million}. Shares rose. The estimate {was for half of that}.", "Lindt | reported | a profit of a million"],
  ["when it was said", "{When police came}, ⟨he⟩ [told] them: {“Take care.”}", "he | told | “Take care.”"],
  ["a condition that belongs to the words", "{If it holds}, ⟨she⟩ [said], {“it will be a wonder.”}", "she | said | If it holds … “it will be a wonder.”"],
  ["a quotation that has ended", "Lindt was calm. {“It holds. It always will.”} ⟨She⟩ [said] {that it was new}.", "She | said | that it was new"],
  ["a question before the cue", "Lindt was calm. {“Does it hold?”} ⟨She⟩ [said] {that it was new}.", "She | said | “Does it hold?” … that it was new"],
  ["a paragraph before one's own words", "Lindt was calm.\n\n{“It holds. It will.”}\n\n⟨She⟩ [added] {it was new}.", "She | added | it was new"],
  ["a paragraph that goes on to the cue", "Lindt was calm.\n\n{“It holds.}\n\n{“It will,”} ⟨she⟩ [said], {“for long.”}", "she | said | “It holds. … “It will,” … “for long.”"],
  ["a quotation far behind", "⟨Lindt⟩ [said] {that it holds}. Rain fell. The river rose. Snow came. {“It always will.”}", "Lindt | said | that it holds"],
  ["a quotation behind one sentence", "⟨Lindt⟩ [said] {that it holds}. She smiled. {“It always will.”}", "Lindt | said | that it holds … “It always will.”"],
  ["to what somebody refers", "{“It holds,”} ⟨she⟩ [said referring to] {a poem}.", "she | said referring to | “It holds,”"],
  ["a source with a verb of its own", "⟨Mara Lindt was the first engineer⟩ to go, [saying] {that it holds}.", "Mara Lindt | saying | that it holds"],
  ["a source with a clause about it", "⟨The engineer who was the first⟩ [said] {that it holds}.", "The engineer who was the first | said | that it holds"],
  ["a source with somebody's verb", "⟨The engineer she was with⟩ [said] {that it holds}.", "The engineer she was with | said | that it holds"],
  ["what the speaker did behind a quotation", "⟨Lindt⟩ [said], {“It holds” and left}.", "Lindt | said | “It holds”"],
  ["what goes on behind a quotation", "⟨Lindt⟩ [called] it {“a gift” and a wonder}.", "Lindt | called | “a gift” and a wonder"],
  ["a second quotation behind a verb", "⟨Lindt⟩ [said] {“it holds” and was “a gift”}.", "Lindt | said | “it holds” and was “a gift”"],
  ["a question behind which another sentence begins", "{“Does it hold?”} ⟨His neighbour⟩ [said] {that it was new}.", "His neighbour | said | that it was new"],
  ["a quotation in another sentence", "⟨Lindt⟩ [said] {that it holds}. {“It always will.”}", "Lindt | said | that it holds … “It always will.”"],
];

/** What the tagger would have found in a text with ⟨source⟩, [cue] and {contents}. */
function readTaggedStatement(marked: string): { readonly article: Article; readonly statement: TaggedStatement } {
  const { text, attribution } = readMarked(marked);
  const article = readArticle({ text });
  const spanOf = ({ start, end }: TextRange): TokenSpan => ({ first: article.tokens.at(start), end: article.tokens.at(end - 1) + 1 });
  const { source, cue, contents } = attribution;
  assert.ok(cue);
  return { article, statement: { cue: spanOf(cue), source: source ? spanOf(source) : undefined, contents: contents.map(spanOf), confidence: 0.8 } };
}

suite("what the tagger found", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const { article, statement } = readTaggedStatement(marked);
      assert.equal(told(article.text, toAttribution(article, statement)), expected);
    });
  }
});

suite("what is done rather than said", () => {
  const cases: [marked: string, decided: boolean][] = [
    ["⟨The carmaker⟩ [is recalling] {40,000 vans}.", true],
    ["⟨The bakery⟩ [recalled] {all of its rolls}.", true],
    ["⟨Lindt⟩ [recalled] {the day of the fire}.", false],
    ["⟨Lindt⟩ [recalled] {all that he had seen}.", false],
    ["⟨Lindt⟩ [recalled] {thousands of people in the streets}.", false],
    ["⟨She⟩ [recalled] {its lamps}.", false],
    ["Then ⟨Lindt⟩ [shows] me out. {“It was never safe.”}", true],
    ["⟨A sign⟩ [shows] {“It was never safe.”}", false],
    ["⟨Lindt⟩ [recalled] {how the bridge fell}.", false],
    ["⟨Some fine⟩ [quotes] from Monday: {“It was never safe.”}", true],
    ["⟨Lindt⟩ [quotes] him: {“It was never safe.”}", false],
  ];
  for (const [marked, decided] of cases) {
    test(marked, () => {
      const { article, statement } = readTaggedStatement(marked);
      assert.equal(isDecision(article, statement), decided);
    });
  }
});

suite("names that the tagger parts", () => {
  const cases: [marked: string, name: string, expected: string][] = [
    ["⟨Mrs⟩ [May said] {that it holds}.", "May", "Mrs May | said | that it holds"],
    ["⟨Theresa⟩ [May said] {that it holds}.", "Theresa May", "Theresa May | said | that it holds"],
    ["⟨The captain⟩ [May said] {that it holds}.", "May", "The captain | May said | that it holds"],
  ];
  for (const [marked, name, expected] of cases) {
    test(marked, () => {
      const { text, attribution } = readMarked(marked);
      const start = text.indexOf(name);
      assert.equal(told(text, withWholeName(readArticle({ text }), attribution, [{ start, end: start + name.length }])), expected);
    });
  }
});

/** [what it shows, text with ⟨source⟩, [cue] and {content}, the content that it must have] */
const QUOTED: [about: string, marked: string, content: string][] = [
  ["cut inside the marks", "⟨Lindt⟩ [said], {“No port}, no town.”", "“No port, no town.”"],
  ["the article's own next sentence", "⟨Lindt⟩ [told] a heckler: {“Sit down.” Colleagues recall him}.", "“Sit down.”"],
  ["a sentence that goes on behind the marks", "⟨Lindt⟩ [called] it {“a shame” for the town}.", "“a shame” for the town"],
];

suite("contents that begin with a quotation", () => {
  for (const [about, marked, expected] of QUOTED) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const article = readArticle({ text });
      const [found] = withClosedQuotations(article, [attribution], findQuotations(article));
      assert.deepEqual(found?.contents.map(({ start, end }) => text.slice(start, end)), [expected]);
    });
  }
});
