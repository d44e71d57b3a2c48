import assert from "node:assert/strict";
import type { FoundEntity } from "../../../../../../src/core/resolve/foundEntity.js";
import { jointParts } from "../../../../../../src/core/resolve/speakers/phrases/jointSources.js";
import { bodyMention, exampleMention, headMention, withoutAddress } from "../../../../../../src/core/resolve/speakers/phrases/sourceNames.js";
import { jointMentions } from "../../../../../../src/core/resolve/speakers/phrases/jointMentions.js";
import { fullNameAtEnd } from "../../../../../../src/core/resolve/speakers/phrases/surnames.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** The names that speak jointly in a phrase in which the names are written in square brackets. */
function jointIn(marked: string, find: (...input: Parameters<typeof jointParts>) => readonly { start: number; end: number }[] = jointParts): string[] {
  const names = [...marked.matchAll(/\[([^\]]+)\]/gu)];
  const text = marked.replaceAll(/[[\]]/gu, "");
  const mentions = names.map((name, entity) => {
    const start = name.index - 2 * entity;
    return { start, end: start + (name[1] ?? "").length, entity };
  });
  return find(readArticle({ text }), { start: 0, end: text.length }, mentions).map(({ start, end }) => text.slice(start, end));
}

suite("a name and others speak jointly", () => {
  const cases: [string, string[]][] = [
    ["[Guyo] and the head of the union, [Peter Marlow]", ["Guyo", "the head of the union, Peter Marlow"]],
    ["The [European Union] and [Japan]", ["The European Union", "Japan"]],
    ["[Anna Smith] and her deputy [Peter Marlow]", ["Anna Smith", "her deputy Peter Marlow"]],
    ["Harbour leader and [Kenya] chairman [Anna Smith]", []],
    ["the harbour leader and [Kenya] chairman [Anna Smith]", ["the harbour leader", "Kenya chairman Anna Smith"]],
    ["both [Smith] and [Jones]", ["Smith", "Jones"]],
    ["[Smith], [Jones] and two aides", ["Smith", "Jones", "two aides"]],
    ["[Anna Smith], the mayor, and [Peter Marlow]", ["Anna Smith, the mayor", "Peter Marlow"]],
    ["the office of [Anna Smith] and Sen. [Peter Marlow]", []],
    ["Rep. [Anna Smith], a Democrat from [Kent], and Sen. [Peter Marlow]", ["Rep. Anna Smith, a Democrat from Kent", "Sen. Peter Marlow"]],
    ["Chairman and Chief Executive [Anna Smith]", []],
    ["a group led by [Hale Ltd] and its chairman, [Anna Smith]", []],
    ["spokesmen at the [Town Bank] and [Justice Department]", []],
    ["[Hale Ltd] Chairman and Chief Executive [Anna Smith]", []],
    ["the president of [Kenya] and the king of [Oman]", ["the president of Kenya", "the king of Oman"]],
    ["the president of [Smith] and the union, [Peter Marlow]", []],
    ["a spokesman for [Smith] and [Jones]", []],
    ["[Anna Smith], founder and head of [Kenya] and [Oman] Friends", []],
    ["[Anna Smith], the founder and head of the firm", []],
    ["[Anna Smith], the founder and the head of the firm", []],
    ["the [House Oversight and Reform Committee]", []],
    ["the [House Oversight] and [Government Reform Committee]", []],
    ["the House Oversight and [Government Reform Committee]", []],
    ["[Anna Smith], director of the harbor and whose son is a captain", []],
    ["[Anna Smith]", []],
    ["two officials", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase), expected));
});

suite("a body and what it is", () => {
  const cases: [string, string[]][] = [
    ["the [Gannett] newspaper chain", ["Gannett"]],
    ["the [Office for Ferries] (OFF) agency", ["Office for Ferries"]],
    ["[Hale] company", ["Hale"]],
    ["the [Gannett] spokesman", []],
    ["a [Gannett] newspaper", []],
    ["[Gannett]'s newspaper", []],
    ["the chain of [Gannett]", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, (...input) => [bodyMention(...input)].filter((mention) => mention !== undefined)), expected));
});

suite("two names speak jointly", () => {
  const cases: [string, string[]][] = [
    ["Coalition lawyers, [Anna Smith] and [Paul Jones]", ["Anna Smith", "Paul Jones"]],
    ["Aides to lawyers, [Anna Smith] and [Paul Jones]", []],
    ["[Anna Smith] and [Peter Marlow]", ["Anna Smith", "Peter Marlow"]],
    ["[Google] and the [Commerce Department]", ["Google", "Commerce Department"]],
    ["the [Health Committee] and the [Harbor Council]", ["Health Committee", "Harbor Council"]],
    ["three economists – [Anna Smith] at the [University of Bristol], [Peter Marlow] and [Tom Hale] –", ["Anna Smith", "Peter Marlow", "Tom Hale"]],
    ["[Anna Smith] and [Peter Marlow] - a fellow governor of [Ohio] -", ["Anna Smith", "Peter Marlow"]],
    ["The three scholars -- Ms. [Smith] and Mr. [Marlow] --", ["Smith", "Marlow"]],
    ["former Secretary of State [Anna Smith] and Governor [Peter Marlow]", ["Anna Smith", "Peter Marlow"]],
    ["a study by [Anna Smith] and [Peter Marlow] of [Hale Research]", ["Anna Smith", "Peter Marlow"]],
    ["leaders like [Anna Smith] and [Peter Marlow]", ["Anna Smith", "Peter Marlow"]],
    ["Sen. [Anna Smith] (Vt.) and former Ohio governor [Peter Marlow] (R)", ["Anna Smith", "Peter Marlow"]],
    // names that somebody else's place or work is told by
    ["officials in [Moscow] and [Beijing]", []],
    ["aides to Senator [Smith] and Senator [Marlow]", []],
    ["[Anna Smith], a former adviser to [Peter Marlow] and past president of [Hale Research]", []],
    ["an analyst from [Hale Research] and [Peter Marlow]", []],
    // one body for two things
    ["the [House Oversight] and [Government Reform Committee]", []],
    ["the [Town Committee on Prevention] and [Combating Corruption]", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, jointMentions), expected));
});

suite("one who is given as an example", () => {
  const cases: [string, string[]][] = [
    ["advocates such as [Anna Smith]", ["Anna Smith"]],
    ["experts such as microbiology professor [Anna Smith] of [Hale University]", ["Anna Smith"]],
    ["a man identified as [Anna Smith], an activist of the [Harbor Council]", ["Anna Smith"]],
    ["a friend of the woman identified as [Anna Smith]", []],
    ["advocates such as [Anna Smith] and [Peter Marlow]", []],
    ["critics of [Anna Smith], such as [Peter Marlow]", []],
    ["friends of [Anna Smith]", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, (...input) => [exampleMention(...input)].filter((mention) => mention !== undefined)), expected));
});

const headAlone: typeof jointMentions = (article, source, mentions) => [headMention(article, source, mentions)].filter((mention) => mention !== undefined);

suite("the name that a phrase is about", () => {
  const cases: [string, string | undefined][] = [
    ["Ohio Department of Health Commissioner [Anna Smith]", "Anna Smith"],
    ["a worn-out [Anna Smith]", "Anna Smith"],
    ["his daughter, the novelist [Anna Smith]", "Anna Smith"],
    ["Secretary for Education Mr. [Smith]", "Smith"],
    ["a spokesman for Mr. [Smith]", undefined],
    ["Hale's predecessor as governor, fellow Democrat [Anna Smith]", "Anna Smith"],
    ["a spokesman for Senator [Anna Smith]", undefined],
    ["the [Ministry of Health]", "Ministry of Health"],
    ["[Bank of England]", "Bank of England"],
    ["Foreign Minister [Anna Smith]", "Anna Smith"],
    ["[Town Ferry Organization] (TFO) harbour representative [Anna Smith]", "Anna Smith"],
    ["[Town Ferry Organization] (TFO)", "Town Ferry Organization"],
    ["[Parliament]'s watchdog of ferry business, federal budget officer [Anna Smith]", "Anna Smith"],
    ["a lawyer for the firm, part of [Anna Smith]", undefined],
    ["a spokesman for the [Ministry of Health]", undefined],
    ["[Smith]'s lawyer", undefined],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, headAlone)[0], expected));
});

suite("what stands behind the first comma of a source", () => {
  /** Text in which a [place], a {body} and a <person> are marked; what is left of them. */
  const cases: [marked: string, left: string[]][] = [
    ["The 45-year-old, of Elm Street, [Leeds]", []],
    ["a spokesperson for the contractor, {Hale Ltd}", []],
    ["The president, {Hale Ltd}, Comrade <Peter Marlow>", ["Peter Marlow"]],
    ["the operator, {Hale Ltd}", ["Hale Ltd"]],
    ["The [Dunmore], [Ohio]-based company", []],
    ["a [Dunmore]-based firm, {Hale Ltd}", ["Hale Ltd"]],
    ["{Hale Ltd}, in the person of <Peter Marlow>", ["Hale Ltd", "Peter Marlow"]],
  ];
  const types: Readonly<Record<string, FoundEntity["type"]>> = { "[": "place", "{": "organization", "<": "person" };
  for (const [marked, left] of cases) {
    test(marked, () => {
      const names = [...marked.matchAll(/[[{<]([^\]}>]+)[\]}>]/gu)];
      const text = marked.replaceAll(/[[\]{}<>]/gu, "");
      const mentions = names.map(({ index, 1: name = "" }, entity) => ({ start: index - 2 * entity, end: index - 2 * entity + name.length, entity }));
      const entities = names.map(([name]) => ({ type: types[name.slice(0, 1)] ?? "place", name, mentions: [], roles: [], aliases: [], named: true, agreement: { he: 0, she: 0, they: 0 } }));
      const found = withoutAddress(readArticle({ text }), entities, { start: 0, end: text.length }, mentions);
      assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), left);
    });
  }
});

suite("a name behind an office", () => {
  /** [words, whether the surname is known elsewhere, the surname] */
  const cases: [string, boolean, string | undefined][] = [
    ["Spokesperson for the Department Mary Collins", false, "Collins"],
    ["Archbishop of Dunmore Zorble Hupich", false, undefined],
    ["Archbishop of Dunmore Zorble Hupich", true, "Hupich"],
    ["Defence spokesman in Hale Colonel Zorble Hupich", true, "Hupich"],
    ["a spokesman for Senator Mary Collins", true, undefined],
    ["Mayor Hupich", true, undefined],
  ];
  for (const [words, isKnown, surname] of cases) test(`${words}${isKnown ? ", known elsewhere" : ""}`, () => assert.equal(fullNameAtEnd(words, isKnown)?.surname, surname));
});
