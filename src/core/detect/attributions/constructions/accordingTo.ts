import { auxiliaries, determiners, pastVerbs, prepositions } from "../../../lexicon/wordClasses.js";
import { restOfClause } from "./aroundQuotations.js";
import { clauseEnd } from "./contents.js";
import { isComma, phraseAt, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** Words of a source that stands before a comma: "According to early results of the poll conducted by Edison Research, …". */
const SOURCE_LENGTH = 24;

/** An aside that names a source: its cue, its source and where it ends. */
interface Aside {
  readonly cue: Span;
  readonly source: Span;
  readonly end: number;
}

/** `According to Lavrov, …` and `…, according to Lavrov`; `…, per Lavrov`; `In the view of Lavrov, …`, `…, in Lavrov's view`. */
export function findAccordingTo(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  // asked of every word
  if (!/^(?:according|as|per|in)$/u.test(pieces[at]?.lower ?? "")) return false;
  const start = scene.sentenceStart(at);
  const before = { first: start, end: isComma(pieces[at - 1]) ? at - 1 : at };
  const opening = (before.end - before.first <= 1 && !auxiliaries.has(pieces[at - 1]?.lower ?? "")) || (before.end < at && LINKS.test(pieces[before.end - 1]?.lower ?? ""));
  const aside = readAccordingTo(pieces, at, opening) ?? readView(pieces, at, opening);
  if (!aside) return false;
  const { cue, source, end } = aside;
  const shared = { cue, source, construction: "according to" as const, confidence: 0.85 };
  if (!opening) {
    if (scene.isClaimed(before)) return false;
    const rest = isComma(pieces[at - 1]) ? predicateBehind(pieces, before, end) : [];
    // "That's according to": what was said stands in the sentence before
    if (rest.length === 0 && before.end - before.first <= 2) return false;
    scene.add({ ...shared, contents: [before, ...rest] });
    return true;
  }
  const from = isComma(pieces[end]) ? end + 1 : end;
  if (from === end && cue.end === at + 1) return false;
  if (!pieces[from] || pieces[from]?.opens) return false;
  const content = { first: from, end: clauseEnd(pieces, from) };
  if (scene.isClaimed(content)) return false;
  scene.add({ ...shared, contents: [content] });
  return true;
}

/** "The road is open but, according to two officials, …": what follows is said, not what stands before. */
const LINKS = /^(?:but|because|although|though|while|since)$/u;

/** "according to Lavrov"; before a comma of the opening clause the source may be long. */
function readAccordingTo(pieces: readonly Piece[], at: number, opening: boolean): Aside | undefined {
  const end = cueEnd(pieces, at);
  return end === undefined ? undefined : readSource(pieces, at, end, opening);
}

function readSource(pieces: readonly Piece[], at: number, end: number, opening: boolean): Aside | undefined {
  const source = pieces[end]?.opens ? undefined : phraseAt(pieces, end, !opening);
  if (!source) return undefined;
  const cue = { first: at, end };
  if (!opening) return { cue, source, end: source.end };
  let comma = source.end;
  while (comma < source.end + SOURCE_LENGTH && pieces[comma] && !pieces[comma]?.opens && !isComma(pieces[comma])) comma++;
  const long = isComma(pieces[comma]) && pieces[source.end]?.kind === "word" && !pieces[source.end]?.date;
  return { cue, source: long ? { first: source.first, end: comma } : source, end: isComma(pieces[comma]) ? comma : source.end };
}

/** What somebody thinks or says, in an aside. */
const VIEW = /^(?:view|opinion|judgment|judgement|estimation|telling|words)$/u;
/** Words between "in" and "view". */
const OWNER_LENGTH = 6;

/** "in the view of most lawyers"; "in Lavrov's view", where the noun is the cue; "in my view" is the writer's own. */
function readView(pieces: readonly Piece[], at: number, opening: boolean): Aside | undefined {
  if (pieces[at]?.lower !== "in") return undefined;
  const noun = pieces[at + 2]?.lower ?? "";
  if (pieces[at + 1]?.lower === "the" && pieces[at + 3]?.lower === "of" && (VIEW.test(noun) || (noun === "eyes" && pieces[at + 5]?.lower !== "law"))) return readSource(pieces, at, at + 4, opening);
  let end = at + 1;
  while (end <= at + OWNER_LENGTH && pieces[end]?.kind === "word" && !pieces[end]?.opens && !VIEW.test(pieces[end]?.lower ?? "") && !prepositions.has(pieces[end]?.lower ?? "")) end++;
  const owner = pieces[end - 1];
  // "The chapel stands in the mayor's view"
  if (!opening && !isComma(pieces[at - 1]) && pieces[end]?.lower === "view" && !/^(?:his|her|their|its)$/u.test(owner?.lower ?? "")) return undefined;
  const isOwned = end > at + 1 && (/^(?:his|her|their|its)$/u.test(owner?.lower ?? "") ? end === at + 2 : /['’](?:s|$)/u.test(owner?.text ?? ""));
  const after = pieces[end + 1];
  const isWhole = isComma(after) || after === undefined || after.opens || /^[.;!?]$/u.test(after.text);
  return isOwned && isWhole && VIEW.test(pieces[end]?.lower ?? "") ? { cue: { first: end, end: end + 1 }, source: { first: at + 1, end }, end: end + 1 } : undefined;
}

/** Where "according to", "as per" or "per" ends; "per" only where a comma parts it from what was said, not in "ten per city". */
function cueEnd(pieces: readonly Piece[], at: number): number | undefined {
  const [first, second] = [pieces[at]?.lower, pieces[at + 1]];
  if ((first === "according" && second?.lower === "to") || (first === "as" && second?.lower === "per")) return at + 2;
  const isParted = first === "per" && (pieces[at]?.opens === true || isComma(pieces[at - 1]) || /,["”’]+$/u.test(pieces[at - 1]?.text ?? ""));
  return isParted && second && (second.capital || determiners.has(second.lower)) ? at + 1 : undefined;
}

const RELATIVE = /^(?:who|which|that)$/u;

/** "The plan, according to two officials, is to sell the port": the verb of a subject that stands alone before the first comma; "It was, according to the mayor, a disaster", "two who, according to the mayor, are lost". */
function predicateBehind(pieces: readonly Piece[], subject: Span, comma: number): Span[] {
  const last = pieces[subject.end - 1]?.lower ?? "";
  if (auxiliaries.has(last) || RELATIVE.test(last)) {
    const next = pieces[comma + 1];
    // "It was, in the words of the mayor, “a disaster” for all"
    return next && !next.opens && /^["“'‘]/u.test(next.text) ? [{ first: comma + 1, end: clauseEnd(pieces, comma + 1) }] : restOfClause(pieces, comma);
  }
  for (let index = subject.first; index < subject.end; index++) if (auxiliaries.has(pieces[index]?.lower ?? "") && pieces[index]?.lower !== "to") return [];
  const verb = pieces[comma + 1]?.lower ?? "";
  return verb !== "to" && (auxiliaries.has(verb) || pastVerbs.has(verb)) ? restOfClause(pieces, comma) : [];
}
