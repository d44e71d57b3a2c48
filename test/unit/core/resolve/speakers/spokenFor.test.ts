import assert from "node:assert/strict";
import type { Attribution } from "../../../../../src/core/detect/findings.js";
import type { TextRange } from "../../../../../src/core/document/range.js";
import type { FoundEntity } from "../../../../../src/core/resolve/foundEntity.js";
import { resolveSpeakers } from "../../../../../src/core/resolve/speakers.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** What stands between these marks, without them. */
const MARKED = { person: /⟦([^⟧]*)⟧/gu, source: /⟨([^⟩]*)⟩/gu, content: /\{([^}]*)\}/gu } as const;

/**
 * Who speaks in a text that the tagger has read: ⟦people⟧, each with one mention, and for each {content} the ⟨source⟩ before it in its
 * sentence, if any; in the order of the contents. A name, several joined, the words of a source without one, or "nobody".
 */
function whoSpeaks(marked: string): string[] {
  const text = unmarked(marked);
  const rangesOf = (pattern: RegExp): TextRange[] =>
    [...marked.matchAll(pattern)].map((found) => {
      const start = unmarked(marked.slice(0, found.index)).length;
      return { start, end: start + unmarked(found[0]).length };
    });
  const people = rangesOf(MARKED.person);
  const entities: FoundEntity[] = people.map((range) => ({
    type: "person",
    name: text.slice(range.start, range.end),
    aliases: [],
    roles: [],
    mentions: [{ ...range, confidence: 0.9 }],
    named: true,
    agreement: { he: 0.5, she: 0.5, they: 0.1 },
  }));
  const sources = rangesOf(MARKED.source);
  const article = readArticle({ text });
  const attributions: Attribution[] = rangesOf(MARKED.content).map((content) => {
    const sentence = article.sentences.findLast(({ start }) => start <= content.start);
    const source = sources.find(({ start }) => start >= (sentence?.start ?? 0) && start < content.start) ?? null;
    return { contents: [content], cue: source && { start: source.end, end: content.start - 1 }, source, construction: source ? "source, cue, content" : "floating quote", confidence: 0.8 };
  });
  const { choices, unnamed } = resolveSpeakers(article, attributions, entities, { dates: [], places: [], names: [], quotations: [] });
  const all = [...entities, ...unnamed];
  return choices.map(({ entities: who }) => who.map((entity) => all[entity]?.name).join(" + ") || "nobody");
}

function unmarked(words: string): string {
  return words.replace(/[⟦⟧⟨⟩{}]/gu, "");
}

suite("whom sources speak for", () => {
  const cases: [about: string, marked: string, who: string[]][] = [
    ["a thing, behind “that”", "Rain fell on a small charity ⟨that⟩ promotes {cleaner streets}.", ["a small charity"]],
    ["no whole clause, behind “that”", "The old Harbour Times brings charts ⟨that⟩ show {where rain fell}.", ["nobody"]],
    ["“that” alone", "Rain fell. ⟨That⟩ suggests {a storm}.", ["nobody"]],
    ["no person, behind “which”", "Rain fell on a letter to ⟦Mary Collins⟧, ⟨which⟩ claimed {that talks went on}.", ["nobody"]],
    ["what a sentence begins with, behind “which”", "⟦Norton⟧, ⟨which⟩ claimed {that talks went on}, left.", ["Norton"]],
    ["a person, behind “who’d”", "Rain fell on ⟦Mary Collins⟧, ⟨who’d⟩ claimed {that talks went on}.", ["Mary Collins"]],
    ["those behind whom a preposition stands", "Rain fell on many with no computer experience ⟨who⟩ wish {to learn}.", ["many with no computer experience"]],
    ["in a relative clause, whom the sentence begins with", "⟨⟦Paul Denning⟧⟩ said {that talks went on}. Governor ⟦Peter Hollis⟧ was blamed for a ruling, which ⟨he⟩ calls {a mistake}.", ["Paul Denning", "Peter Hollis"]],
    ["in a relative clause, not whom the sentence begins with where it names another", "⟨⟦Paul Denning⟧⟩ said {that talks went on}. Governor ⟦Peter Hollis⟧ blamed ⟦Ivo Novak⟧ for a ruling, which ⟨he⟩ calls {a mistake}.", ["Paul Denning", "Paul Denning"]],
    ["a group in quotation marks", "Rain fell. ⟨‘Nobody’⟩ claims {that talks went on}.", ["Nobody"]],
    ["a title and a name whose view it is", "Mayor ⟦Paul Denning⟧ arrived. {Talks go on}, in ⟨Mayor ⟦Denning⟧'s⟩ view.", ["Paul Denning"]],
    ["somebody’s people", "Rain fell on a union, ⟨whose top officials⟩ claim {that talks went on}.", ["top officials"]],
    ["a name that ends like an owner", "Rain fell. ⟨⟦Wenda’s⟧⟩ claims {that talks went on}.", ["Wenda’s"]],
    ["several of whom the sentence before tells", "Analysts at Hale cut their target. ⟨They⟩ wrote {that it was late}.", ["Analysts at Hale"]],
    ["several of whom the own sentence tells", "Harbour officials closed the road, where ⟨they⟩ believe {that it was late}.", ["Harbour officials"]],
    ["several nearer than who spoke before", "⟨Two officials⟩ said {no}.\n\nAnalysts at Hale cut their target. ⟨They⟩ wrote {that it was late}.", ["Two officials", "Analysts at Hale"]],
    ["no group in things", "Shares in Hale cut through. ⟨They⟩ wrote {that it was late}.", ["nobody"]],
    ["two with their seats", "⟨Rep. ⟦Mary Collins⟧, D-⟦Oakland⟧, and Sen. ⟦Paul Denning⟧, D-N.J.,⟩ claim {that talks went on}.", ["Mary Collins + Paul Denning"]],
    ["who both are, behind a clause and a dash", "⟨Both members who voted for it — ⟦Mary Collins⟧ and ⟦Paul Denning⟧ —⟩ claim {that talks went on}.", ["Mary Collins + Paul Denning"]],
    ["whom two have met", "⟨Two ministers who met ⟦Mary Collins⟧ and ⟦Paul Denning⟧⟩ claim {that talks went on}.", ["Two ministers"]],
    ["the subject before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. ⟦Paul Denning⟧ closed with a word to all: {“They are hard.”}", ["Mary Collins", "Paul Denning"]],
    ["for whom it is so, before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. For ⟦Paul Denning⟧, the answer was simple: {“They are hard.”}", ["Mary Collins", "Paul Denning"]],
    ["who is quoted before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. Quoting ⟦Paul Denning⟧ after the match: {“They are hard.”}", ["Mary Collins", "Paul Denning"]],
    ["nobody before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. The old booklet has a line for all: {“They are hard.”}", ["Mary Collins", "nobody"]],
    ["a thought before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. But the main problem was simple: {“They are hard.”}", ["Mary Collins", "Mary Collins"]],
    ["who has spoken last, told of before a colon", "⟨⟦Mary Collins⟧⟩ said {that talks went on}. Her last word was for all: {“They are hard.”}", ["Mary Collins", "Mary Collins"]],
  ];
  for (const [about, marked, who] of cases) test(about, () => assert.deepEqual(whoSpeaks(marked), who));
});
