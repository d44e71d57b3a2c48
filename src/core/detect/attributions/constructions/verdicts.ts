import { clauseStart } from "./aroundQuotations.js";
import { isComma, phraseAt, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** "That's how Jess Moore describes it": verbs for what words are to somebody. */
const PUTTING = /^(?:put|puts|describe[sd]?|summed|sums|explain(?:s|ed)?|sees|saw|recall(?:s|ed)?|remember(?:s|ed)?)$/u;
/** Nouns for what somebody has said as a whole. */
const VERDICT = /^(?:message|view|verdict|warning|conclusion|advice|assessment|opinion|claim|argument|plea|promise|answer|response|reaction|finding|judgement|judgment|prediction|forecast|complaint|appeal|boast|diagnosis|mantra)$/u;
const BEING = /^(?:is|was|remains|remained)$/u;
const POSSESSIVE = /^(?:his|her|their|my|our)$/u;
/** Words of an owner's name. */
const NAME_LENGTH = 5;
/** Adjectives between the article and the noun: "the clear message". */
const ADJECTIVES = 2;

/**
 * `The water is safe: that was the message from Mayor Brandt`, `“Stay at home.” That is the advice of the ministry.`: what is called somebody's message stands
 * before it, in the same sentence or as the one before.
 */
export function findVerdict(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  // asked of every word
  const lower = pieces[at]?.lower;
  if ((lower === "was" || lower === "is") && findBlunt(scene, at)) return true;
  if (lower !== "that" && lower !== "this" && lower !== "such") return false;
  if (lower !== "such" && findPut(scene, at)) return true;
  if (!BEING.test(pieces[at + 1]?.lower ?? "") || pieces[at + 2]?.lower !== "the") return false;
  let noun = at + 3;
  while (noun < at + 3 + ADJECTIVES && !VERDICT.test(pieces[noun]?.lower ?? "")) noun++;
  if (!VERDICT.test(pieces[noun]?.lower ?? "") || !/^(?:from|of)$/u.test(pieces[noun + 1]?.lower ?? "")) return false;
  const source = phraseAt(pieces, noun + 2, true);
  const content = saidBefore(scene, at);
  if (!source || !content || scene.isClaimed(content)) return false;
  scene.add({ contents: [content], cue: { first: at + 1, end: noun + 2 }, source, construction: "according to", confidence: 0.85 });
  return true;
}

/** `“It is the best thing.” That’s how Jess Moore sums up her year.` */
function findPut(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  if (!/^(?:is|was|['’]s)$/u.test(pieces[at + 1]?.lower ?? "") || pieces[at + 2]?.lower !== "how") return false;
  const source = phraseAt(pieces, at + 3, false);
  const content = saidBefore(scene, at);
  let verb = source?.end ?? at;
  // ", 31,"
  while (verb < at + 8 && verb > at && (isComma(pieces[verb]) || pieces[verb]?.kind === "number")) verb++;
  if (!source || !content || scene.isClaimed(content) || !PUTTING.test(pieces[verb]?.lower ?? "")) return false;
  scene.add({ contents: [content], cue: { first: verb, end: verb + 1 }, source, construction: "according to", confidence: 0.85 });
  return true;
}

/** `“We were rubbish,” was his blunt assessment`, `“Mum will be stoked,” was Ashe’s verdict` */
function findBlunt(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  const content = { first: at - 1, end: at };
  if (pieces[at - 1]?.kind !== "quotation" || scene.isClaimed(content)) return false;
  let owner = at + 1;
  const isPronoun = POSSESSIVE.test(pieces[owner]?.lower ?? "");
  if (!isPronoun) while (owner < at + NAME_LENGTH && !/^['’]s?$/u.test(pieces[owner]?.text ?? "")) owner++;
  const source = { first: at + 1, end: isPronoun ? owner + 1 : owner };
  let noun = owner + 1;
  while (noun < owner + 1 + ADJECTIVES && !VERDICT.test(pieces[noun]?.lower ?? "")) noun++;
  if (source.end === source.first || !VERDICT.test(pieces[noun]?.lower ?? "") || !pieces.slice(source.first, source.end).every(({ kind }) => kind === "word")) return false;
  scene.add({ contents: [content], cue: { first: noun, end: noun + 1 }, source, construction: "according to", confidence: 0.85 });
  return true;
}

function saidBefore(scene: Scene, at: number): Span | undefined {
  const { pieces } = scene;
  const before = pieces[at - 1];
  if (pieces[at]?.opens !== true) return /^[:–—-]$/u.test(before?.text ?? "") || isComma(before) ? nonEmpty({ first: clauseStart(scene, at - 1), end: at - 1 }) : undefined;
  if (before?.kind === "quotation") return { first: at - 1, end: at };
  const first = scene.sentenceStart(at - 1);
  return at > 0 ? nonEmpty({ first, end: isStop(before) ? at - 1 : at }) : undefined;
}

function isStop(piece: Piece | undefined): boolean {
  return /^[.!?]$/u.test(piece?.text ?? "");
}

function nonEmpty(span: Span): Span | undefined {
  return span.end - span.first > 1 ? span : undefined;
}
