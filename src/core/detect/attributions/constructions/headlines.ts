import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { auxiliaries, pastVerbs } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Findings } from "../../findings.js";
import type { Attribution, NameMention } from "../../findings.js";
import { findSaidBefore } from "./aroundQuotations.js";
import { readCue } from "../cues.js";
import type { Span } from "../phrases.js";
import { readPieces, type Cursors, type Piece } from "../pieces.js";
import { findSaidAfter } from "./saidAfter.js";
import { Scene } from "../scene.js";

/** What is agreed on in a headline is done rather than said: "Kenya, Ethiopia agree to reopen road". */
const DEED = /^agree$/u;
const CONFIDENCE = 0.75;
/** Fewer words beside a name and a colon are a title: "Obituary: Jane Doe". */
const LEAST_WORDS = 3;

/**
 * `Keller denies knowing of leak`, `Keller: I knew nothing of leak`: the headline of an article tells who says what where a name stands before a verb of saying
 * or on one side of its only colon. All other headings are titles; what they quote, or what a captain without a name denies in them, is told again below.
 */
export function findInHeadline(article: Article, { names, places }: Findings, cursors: Cursors): Attribution[] {
  const headline = article.blocks.find(({ firstToken, endToken }) => firstToken < endToken);
  if (headline?.kind !== "heading") return [];
  const scene = new Scene(readPieces(article, headline, cursors));
  const isLabelled = findBesideColon(scene, names);
  const isSigned = !isLabelled && findBeforeDash(scene, names);
  if (!isLabelled && !isSigned) {
    for (let index = 0; index < scene.pieces.length; index++) {
      const cue = readCue(scene.pieces, index);
      if (cue?.use === "finite" && cue.verb.mode !== "thought" && !DEED.test(cue.verb.verb) && !findSaidBefore(scene, cue)) findSaidAfter(scene, cue);
    }
  }
  const ends = new Set([...names, ...places.filter(({ sense }) => sense !== "demonym")].map(({ end }) => end));
  return scene
    .attributions()
    .filter(({ source }) => source !== null && (isSigned || ends.has(source.end)))
    .map((attribution) => ({ ...attribution, confidence: CONFIDENCE }));
}

/** `Keller: I knew nothing of leak`, `I knew nothing of leak: Keller`. */
function findBesideColon(scene: Scene, names: readonly NameMention[]): boolean {
  const { pieces } = scene;
  const colon = pieces.findIndex(({ text }) => text === ":");
  if (colon < 1 || pieces.some(({ text }, index) => index > colon && text === ":")) return false;
  const [before, after] = [{ first: 0, end: colon }, { first: colon + 1, end: pieces.length }];
  for (const [source, content] of [[before, after], [after, before]] as const) {
    if (!isName(pieces, source, names) || !isSaid(pieces, content, content === after)) continue;
    scene.add({ contents: [content], cue: { first: colon, end: colon + 1 }, source, construction: content === after ? "source, cue, content" : "quote, cue, source", confidence: CONFIDENCE });
    return true;
  }
  return false;
}

/** `Army has taken town back – Minister`: behind a dash at the end a person's name or an office; "– BBC News" is where it stands. */
function findBeforeDash(scene: Scene, names: readonly NameMention[]): boolean {
  const { pieces } = scene;
  const dash = pieces.findLastIndex(({ text }) => /^[-–—―]$/u.test(text));
  if (dash < 1 || pieces[dash]?.joined === true || pieces[dash + 1]?.joined === true) return false;
  const [content, source] = [{ first: 0, end: dash }, { first: dash + 1, end: pieces.length }];
  const office = source.end - source.first === 1 && pieces[source.first]?.capital === true && (nameWords().facts(pieces[source.first]?.lower ?? "") & Word.role) !== 0;
  if ((!office && !isName(pieces, source, names)) || !isClauseLike(pieces, content)) return false;
  scene.add({ contents: [content], cue: { first: dash, end: dash + 1 }, source, construction: "quote, cue, source", confidence: CONFIDENCE });
  return true;
}

/** Words with a verb in a tense, of which only the most frequent are known. */
function isClauseLike(pieces: readonly Piece[], { first, end }: Span): boolean {
  const said = pieces.slice(first, end);
  return said.length >= LEAST_WORDS + 1 && said.at(-1)?.text !== "?" && said.some(({ lower }, index) => index > 0 && ((auxiliaries.has(lower) && lower !== "to") || pastVerbs.has(lower) || /^\p{L}{3,}ed$/u.test(lower)));
}

/** A person's name alone, or with the title that stands before it; a league or a company before a colon is what the headline is about. */
function isName(pieces: readonly Piece[], { first, end }: Span, names: readonly NameMention[]): boolean {
  const [head, last] = [pieces[first], pieces[end - 1]];
  const name = last && names.find(({ type, end: at }) => type === "person" && at === last.end);
  return head !== undefined && name !== undefined && (name.start === head.start || name.roles.some(({ start }) => start === head.start));
}

/** Words that somebody says: a quotation, or a clause; behind the name any words that do not begin as a title does ("Keller: A life in pictures"), but no question. */
function isSaid(pieces: readonly Piece[], { first, end }: Span, isBehind: boolean): boolean {
  const said = pieces.slice(first, end);
  if (said.some(({ kind }) => kind === "quotation")) return true;
  const isClause = said.some(({ lower }) => auxiliaries.has(lower) && lower !== "to");
  const opening = said[0]?.lower ?? "";
  if (said.length < LEAST_WORDS || said.at(-1)?.text === "?" || (isBehind && /^(?:how|why|what|who|when|where)$/u.test(opening))) return false;
  return isClause || (isBehind && said.length > LEAST_WORDS && !/^(?:a|an|the)$/u.test(opening));
}
