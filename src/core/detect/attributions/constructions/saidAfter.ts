import type { CuePattern } from "../../../lexicon/cues.js";
import { prepositions, subjectPronouns } from "../../../lexicon/wordClasses.js";
import { contentAfter, type Content } from "./contents.js";
import { isAdverb, type Cue } from "../cues.js";
import { isComma, phraseAt, subjectBefore, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** How sure a statement is by what follows its cue. */
const CONFIDENCE: Readonly<Record<CuePattern, number>> = { quote: 0.95, that: 0.9, person: 0.8, question: 0.75, bare: 0.75, to: 0.65, object: 0.6 };

/** An object that holds quoted words was surely said: "called it “a mistake”". */
const QUOTED_OBJECT = 0.85;

/**
 * What was said stands after the cue: `Lavrov said that …`, `Lavrov told reporters: "…"`, `Lavrov termed the pact …`. A verb without a
 * subject of its own ("… and added that") shares the one of the sentence's last statement.
 */
export function findSaidAfter(scene: Scene, cue: Cue): boolean {
  if (cue.use !== "finite") return false;
  const { pieces } = scene;
  const own = subjectBefore(pieces, cue.left);
  const source = own ?? sharedSubject(scene, cue);
  if (!source || !agrees(pieces, cue, source)) return false;
  const content = contentAfter(pieces, cue, cue.end);
  return content !== undefined && add(scene, cue, source, content, "source, cue, content");
}

/**
 * A participle borrows its subject: from the clause before (`…, he said, adding that …`, `… by saying that …`) or, at the head of a
 * sentence, from the clause after (`Maintaining that …, the minister …`).
 */
export function findParticiple(scene: Scene, cue: Cue): boolean {
  if (cue.use !== "participle") return false;
  const { pieces } = scene;
  const content = contentAfter(pieces, cue, cue.end);
  if (!content || (content.pattern === "bare" && !subjectPronouns.has(pieces[content.first]?.lower ?? ""))) return false;
  if (!pieces[cue.at]?.opens) {
    const before = pieces[cue.at - 1];
    const joins = isComma(before) || /^(?:and|by|without|while|after|in)$/u.test(before?.lower ?? "");
    const source = joins ? (scene.lastSource(cue.at) ?? sentenceSubject(scene, cue.at)) : subjectBefore(pieces, cue.at);
    return source !== undefined && add(scene, cue, source, content, "participle");
  }
  for (let index = content.first + 1; index < content.end; index++) {
    if (!isComma(pieces[index])) continue;
    const source = phraseAt(pieces, index + 1, false);
    if (source && source.end < content.end && !isComma(pieces[source.end])) {
      return add(scene, cue, source, { ...content, end: index }, "participle");
    }
  }
  return false;
}

function add(scene: Scene, cue: Cue, source: Span, content: Content, construction: "source, cue, content" | "participle"): boolean {
  const free = scene.unclaimed(content);
  // "listed the following:" says what comes next
  if (!free || (content.pattern === "object" && scene.pieces[free.end - 1]?.text === ":")) return false;
  const contents = [isRelative(scene.pieces, source) ? beforeComma(scene.pieces, free) : free];
  const holdsQuotation = contents.some(({ first, end }) => scene.pieces.slice(first, end).some(({ kind }) => kind === "quotation"));
  const confidence = content.pattern === "object" && holdsQuotation ? QUOTED_OBJECT : CONFIDENCE[content.pattern];
  scene.add({ contents, cue: { first: cue.first, end: cue.end }, source, construction, confidence });
  return true;
}

/** "…, and later added that": only after a conjunction or a comma does a verb share the subject before it. */
function sharedSubject(scene: Scene, cue: Cue): Span | undefined {
  const before = scene.pieces[cue.left - 1];
  if (!before || !/^(?:and|but|then)$/u.test(before.lower)) return undefined;
  return scene.lastSource(cue.at) ?? sentenceSubject(scene, cue.at);
}

/** The noun phrase at the head of the sentence, after an introducing phrase with a comma. */
function sentenceSubject(scene: Scene, index: number): Span | undefined {
  const { pieces } = scene;
  let first = scene.sentenceStart(index);
  while (first < index && isIntroduction(pieces[first])) first++;
  // "For months, on all channels, the mayor had …, saying that"
  while (first < index && prepositions.has(pieces[first]?.lower ?? "")) {
    while (first < index && !isComma(pieces[first])) first++;
    first++;
  }
  return first < index ? phraseAt(pieces, first, false) : undefined;
}

function isIntroduction(piece: Piece | undefined): boolean {
  return piece !== undefined && (isAdverb(piece) || isComma(piece) || /^(?:and|but|so)$/u.test(piece.lower));
}

function isPlural(pieces: readonly Piece[], { first, end }: Span): boolean {
  if (pieces[first]?.kind === "number" || /^(?:percent|half|majority|majorities|quarters|thirds)$/u.test(pieces[end - 1]?.lower ?? "")) return true;
  for (let index = first + 1; index < end; index++) if (prepositions.has(pieces[index]?.lower ?? "")) return (pieces[index - 1]?.lower ?? "").endsWith("s") || pieces[index - 1]?.lower === "people";
  return pieces[end - 1]?.kind === "number";
}

/** ", who has always said": the relative clause, and with it what was said, ends at the next comma. */
function isRelative(pieces: readonly Piece[], { first, end }: Span): boolean {
  return end - first === 1 && /^(?:who|which)$/u.test(pieces[first]?.lower ?? "") && isComma(pieces[first - 1]);
}

function beforeComma(pieces: readonly Piece[], { first, end }: Span): Span {
  for (let index = first + 1; index < end; index++) if (isComma(pieces[index])) return { first, end: index };
  return { first, end };
}

/** "he claims", but not "the claims"; "they say", but not "the say". */
function agrees(pieces: readonly Piece[], cue: Cue, { first, end }: Span): boolean {
  const last = pieces[end - 1];
  const head = pieces[first];
  if (!last || !head) return false;
  const pronoun = subjectPronouns.has(last.lower);
  // "aides to Clinton", "six in 10", "47 percent of voters"
  if (cue.base && !pronoun && isPlural(pieces, { first, end })) return true;
  if (cue.base) return /^(?:i|we|you|they|who|which|some|many|others|most|all|both|several|few)$/u.test(last.lower) || (!pronoun && (last.lower.endsWith("s") || last.lower === "people" || last.lower === "police"));
  if (cue.thirdPerson) return !/^(?:i|we|you|they)$/u.test(last.lower) && (end - first > 1 || pronoun || last.capital);
  return true;
}
