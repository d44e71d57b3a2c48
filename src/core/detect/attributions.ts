import { pushAll } from "../common/pushAll.js";
import type { TextRange } from "../document/range.js";
import { lastStartingBy } from "../document/sortedRanges.js";
import { holdsStatements, type Article, type Block } from "../text/article.js";
import { findAccordingTo } from "./attributions/constructions/accordingTo.js";
import { findAgent, withAgent } from "./attributions/constructions/agents.js";
import { foundByRuleAlone, weighAgainstRules, withFurtherQuotations, withoutNextClause, withWholeSource } from "./attributions/tagged/agreement.js";
import { findAsSaid } from "./attributions/constructions/asSaid.js";
import { findSaidBefore } from "./attributions/constructions/aroundQuotations.js";
import { withUsualContent } from "./attributions/edges/contentEdges.js";
import { withUsualCue } from "./attributions/edges/cueEdges.js";
import { readCue, type Cue } from "./attributions/cues.js";
import { isDecision } from "./attributions/tagged/decisions.js";
import { withoutCrossheads } from "./attributions/constructions/crossheads.js";
import { findFloatingQuotations, isIntroduced } from "./attributions/constructions/floatingQuotations.js";
import { findInHeadline } from "./attributions/constructions/headlines.js";
import { findNamedQuotation, findSignedQuotation, introductionOf, type Introduction } from "./attributions/constructions/introductions.js";
import { readInterview, type Interview } from "./attributions/turns/interviews.js";
import { readLabels } from "./attributions/turns/labels.js";
import { withoutNamedThings } from "./attributions/edges/namedThings.js";
import { withAddition, withInvertedSource, withoutQuestion, withQuotedSubject, withOwnClauses } from "./attributions/tagged/ownClauses.js";
import { withQuotedSayings } from "./attributions/tagged/quotedSayings.js";
import { Cursor, readPieces, type Cursors, type Piece } from "./attributions/pieces.js";
import { findQuotedAs } from "./attributions/constructions/quotedAs.js";
import { findSignatures } from "./attributions/constructions/signatures.js";
import { findParticiple, findSaidAfter } from "./attributions/constructions/saidAfter.js";
import { withRelayedSayings, type ReadPart } from "./attributions/tagged/relayedSayings.js";
import { withWholeReleases } from "./attributions/tagged/releases.js";
import { Scene } from "./attributions/scene.js";
import { withCourtAlone, withUsualSource } from "./attributions/edges/sourceEdges.js";
import { withAbsoluteSubject, withClauseSubject, withInsertedSubject, withJoinedSubject, withStatedSubject, withoutEmptySubject, withoutGerund, withoutPassiveSubject } from "./attributions/edges/subjects.js";
import { isFree, toAttribution, withClosedQuotations, withoutCountingAdverb, withSharedSubject, withWholeName, withWholeQuotations } from "./attributions/tagged/tagged.js";
import { findVerdict } from "./attributions/constructions/verdicts.js";
import { withWholeSubject } from "./attributions/edges/wholeSources.js";
import type { TaggedStatement } from "../tagger/tagger.js";
import type { Attribution, Findings, Quotation } from "./findings.js";

/**
 * Cue, source and content spans of every statement, in document order of their first span. This is the one place that a learned
 * tagger takes over; all that follows works on its result.
 *
 * Each paragraph is read into pieces (words, marks, whole quotations), then the plain constructions are tried in this order:
 *
 * 1. `label`: a transcript's label says who speaks the whole block, or a signature who has written the quotation that it is.
 * 2. `quote, source, cue` and `quote, cue, source`: what was said stands before the cue, in quotation marks or ended by a comma.
 *    A cue with a colon at the end of a paragraph takes the quotation that opens the next one.
 * 3. `according to`, `source, cue, content` and `participle`, from left to right: what was said stands after the cue.
 * 4. `floating quote`: a quotation that is a sentence of its own and has found no cue.
 *
 * Quotations come first since their marks are the surest sign; what one construction claimed is closed to those after it, so
 * that statements inside statements are left alone.
 */
export function findAttributions(article: Article, found: Findings, turns: Interview): Attribution[] {
  const cursors = openCursors(found);
  const attributions: Attribution[] = [];
  let introduction: { cue: TextRange | null; source: TextRange } | undefined;
  pushAll(attributions, [...findInHeadline(article, found, cursors), ...findSignatures(article, found.quotations), ...turns.attributions]);
  for (const block of article.blocks) {
    if (!holdsStatements(block)) continue;
    if (turns.blocks.has(block)) {
      introduction = undefined;
      continue;
    }
    const scene = new Scene(readPieces(article, block, cursors));
    if (introduction) pushAll(attributions, introduced(scene, block, introduction));
    const next = findInBlock(scene);
    introduction = next && { cue: next.cue && scene.range(next.cue), source: scene.range(next.source) };
    pushAll(attributions, scene.attributions());
  }
  return inOrder(withoutCrossheads(article, found.quotations, withoutClaimed(attributions)).map((attribution) => withJoinedSubject(article, attribution)));
}

/**
 * The same from what the learned tagger has found. Rules stay where they are surer: a transcript's label, a signature, a name and a
 * colon before a quotation, a quotation that goes on in further paragraphs. A quotation that the tagger has left alone is given to
 * the rules for quotations; without a cue it floats.
 *
 * @param turns of the article, as `readTurns` finds them
 * @param byRule what `findAttributions` finds
 */
export function readTagged(article: Article, found: Findings, turns: Interview, statements: readonly TaggedStatement[], byRule: readonly Attribution[]): Attribution[] {
  const { named, quotedTurns } = readQuotations(article, found, turns);
  const learned = readStatements(article, found, turns, statements, byRule)
    .flatMap((attribution) => withoutTurns(attribution, quotedTurns))
    .filter(isWithin(isFree(named)));
  const agreed = withFurtherQuotations(article, withoutCountingAdverb(article, withoutNextClause(article, weighAgainstRules(learned, byRule), byRule)), byRule);
  const weighed = withWholeQuotations(article, agreed, found.quotations).map((attribution) => mended(article, attribution, SUBJECTS));
  const all = inOrder([...weighed, ...foundByRuleAlone(article, byRule, [...named, ...weighed])]);
  const read = withSharedSubject(article, withClosedQuotations(article, all, found.quotations)).map((attribution) => mended(article, attribution, EDGES));
  const alone = withQuotedSayings(article, withAddition(article, withOwnClauses(article, read.filter(holdsContent))));
  const tagged = withRelayedSayings(article, alone, readPart(article, found));
  const isUnclaimed = isFree([...named, ...tagged]);
  const others: Attribution[] = [];
  for (const scene of quotedScenes(article, found, turns, isUnclaimed)) if (scene) pushAll(others, findUnclaimed(scene, isUnclaimed));
  return withWholeReleases(article, inOrder([...named, ...tagged, ...withoutCrossheads(article, found.quotations, withoutClaimed(others)).map((attribution) => withoutNamedThings(article, attribution)).filter(holdsContent)]));
}

/** What the rules find in a part of a block by itself. */
export function readPart(article: Article, found: Findings): ReadPart {
  let cursors: Cursors | undefined;
  let last: { readonly block: Block; readonly pieces: readonly Piece[] } | undefined;
  return (block, { start, end }) => {
    if (last?.block !== block) last = { block, pieces: readPieces(article, block, (cursors ??= openCursors(found))) };
    const scene = new Scene(last.pieces.filter((piece) => piece.start >= start && piece.end <= end));
    findInBlock(scene);
    return scene.attributions();
  };
}

function holdsContent({ contents }: Attribution): boolean {
  return contents.length > 0;
}

/** What the rules alone make of an article beside the tagger. */
interface ReadQuotations {
  readonly named: Attribution[];
  /** Starts of quotations that are whole paragraphs and follow each other. */
  readonly quotedTurns: ReadonlySet<number>;
}

function readQuotations(article: Article, found: Findings, turns: Interview): ReadQuotations {
  const named: Attribution[] = [...findInHeadline(article, found, openCursors(found)), ...findSignatures(article, found.quotations), ...turns.attributions];
  const quotedTurns = new Set<number>();
  let before: Piece | undefined;
  for (const scene of quotedScenes(article, found, turns)) {
    const alone = scene && aloneIn(scene);
    if (before && alone) quotedTurns.add(before.start).add(alone.start);
    before = alone;
    if (scene) pushAll(named, scene.attributions());
  }
  return { named, quotedTurns };
}

/**
 * The blocks in which people speak, the rules' own statements claimed in them; nothing for one that has no quotation, or none that is asked
 * for. They are read one by one, and read again where they are asked for again: all at once they take more room than all else.
 */
function* quotedScenes(article: Article, found: Findings, turns: Interview, isAskedFor: (quotation: TextRange) => boolean = () => true): Generator<Scene | undefined> {
  const cursors = openCursors(found);
  const parts = spokenParts(found.quotations).filter(isAskedFor);
  let next = 0;
  for (const block of article.blocks) {
    while ((parts[next]?.end ?? Infinity) <= block.start) next++;
    if (!holdsStatements(block) || turns.blocks.has(block)) continue;
    if ((parts[next]?.start ?? Infinity) >= block.end) {
      yield undefined;
      continue;
    }
    const scene = new Scene(readPieces(article, block, cursors));
    findSignedQuotation(scene);
    for (let index = 0; index < scene.pieces.length; index++) findNamedQuotation(scene, index);
    yield scene;
  }
}

/** The tagger's statements, with whole names and sources. */
function readStatements(article: Article, { names, places }: Findings, turns: Interview, statements: readonly TaggedStatement[], byRule: readonly Attribution[]): Attribution[] {
  // "Beijing" and "Reading" are places, "Downplaying" is neither
  const nameStarts = new Set([...names, ...places].map(({ start }) => start));
  const ruleByStart = new Map(byRule.map((attribution) => [attribution.contents[0]?.start ?? 0, attribution]));
  return statements
    .filter((statement) => !isDecision(article, statement) && !isTurn(article, turns, statement))
    .map((statement) => withWholeName(article, toAttribution(article, statement), names))
    .map((attribution) => withWholeSource(article, withoutGerund(article, attribution, nameStarts), ruleByStart));
}

/** What the rules find of the quotations that nobody has claimed. */
function findUnclaimed(scene: Scene, isUnclaimed: (range: TextRange) => boolean): Attribution[] {
  if (!scene.pieces.some((piece) => isQuotation(piece) && isUnclaimed(piece))) return [];
  const known = scene.found.length;
  findInBlock(scene);
  scene.pieces.forEach((piece, at) => {
    const span = { first: at, end: at + 1 };
    if (isIntroduced(scene, at) && isUnclaimed(piece) && !scene.isClaimed(span)) scene.add({ contents: [span], cue: null, source: null, construction: "floating quote", confidence: 0.6 });
  });
  const quoted = new Set(scene.pieces.filter(isQuotation).map(({ start }) => start));
  return scene
    .attributions()
    .slice(known)
    .filter((attribution) => isWithin(isUnclaimed)(attribution) && attribution.contents.some(({ start }) => quoted.has(start)));
}

/** True for an attribution of which all contents are so. */
function isWithin(holds: (range: TextRange) => boolean): (attribution: Attribution) => boolean {
  return ({ contents }) => contents.every(holds);
}

/** What is put right of a statement's source, and then of the edges of its parts, in this order. */
const SUBJECTS = [withAgent, withoutPassiveSubject, withoutEmptySubject, withWholeSubject, withClauseSubject, withInsertedSubject, withStatedSubject, withJoinedSubject, withAbsoluteSubject];
const EDGES = [withoutNamedThings, withQuotedSubject, withoutQuestion, withInvertedSource, withCourtAlone, withUsualSource, withUsualCue, withUsualContent];

function mended(article: Article, attribution: Attribution, steps: readonly ((article: Article, attribution: Attribution) => Attribution)[]): Attribution {
  return steps.reduce((before, step) => step(article, before), attribution);
}

/** The turns of a transcript with labels, or else of an interview without. */
export function readTurns(article: Article): Interview {
  const transcript = readLabels(article);
  return transcript.blocks.size > 0 ? transcript : readInterview(article);
}

/** The quotation that is a whole paragraph, its marks closed. */
function aloneIn({ pieces }: Scene): Piece | undefined {
  const [piece] = pieces;
  return pieces.length === 1 && piece?.quotation?.closed === true && piece.quotation.parts.length === 1 ? piece : undefined;
}

/** Paragraphs that are one quotation each and follow each other are turns of a conversation: no cue before them tells who speaks. */
function withoutTurns(attribution: Attribution, turns: ReadonlySet<number>): Attribution[] {
  if (turns.size === 0) return [attribution];
  const contents = attribution.contents.filter(({ start }) => !turns.has(start));
  return contents.length > 0 ? [{ ...attribution, contents }] : [];
}

/** True for a statement inside a turn: what is told within somebody's words is left alone. */
function isTurn({ blocks, tokens }: Article, turns: Interview, { cue }: TaggedStatement): boolean {
  const block = blocks[lastStartingBy(blocks, tokens.start(cue.first))];
  return block !== undefined && turns.blocks.has(block);
}

function isQuotation({ kind }: Piece): boolean {
  return kind === "quotation";
}

function openCursors(found: Findings): Cursors {
  return {
    quotations: new Cursor(spokenParts(found.quotations)),
    // "the 54-year-old said": a duration is no time at which something is said
    dates: new Cursor(found.dates.filter(({ timex }) => timex !== "DURATION")),
  };
}

function readCues(pieces: readonly Piece[]): Cue[] {
  const cues: Cue[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const cue = readCue(pieces, index);
    if (cue) cues.push(cue);
  }
  return cues;
}

function findInBlock(scene: Scene): Introduction | undefined {
  const { pieces } = scene;
  findSignedQuotation(scene);
  const cues = readCues(pieces);
  const before = new Set(cues.filter((cue) => findSaidBefore(scene, cue)));
  let next = 0;
  for (let index = 0; index < pieces.length; index++) {
    const cue = cues[next];
    if (cue?.at === index) next++;
    if (scene.isClaimed({ first: index, end: index + 1 }) || findAccordingTo(scene, index) || findAsSaid(scene, index) || findVerdict(scene, index) || findAgent(scene, index) || findQuotedAs(scene, index) || findNamedQuotation(scene, index)) continue;
    // "As the mayor said on Monday, …" has told already
    if (cue?.at !== index || before.has(cue) || scene.found.at(-1)?.cue?.end === cue.end) continue;
    if (!findSaidAfter(scene, cue)) findParticiple(scene, cue);
  }
  findFloatingQuotations(scene);
  return introductionOf(scene, cues);
}

/** The paragraph that a colon at the end of the one before introduces: its first quotation, or all of a block quotation. */
function introduced(scene: Scene, block: Block, { cue, source }: { cue: TextRange | null; source: TextRange }): Attribution[] {
  const quoted = scene.pieces[0]?.kind === "quotation";
  if (!quoted && block.kind !== "blockQuote") return [];
  const contents = scene.claim({ first: 0, end: quoted ? 1 : scene.pieces.length });
  return [{ contents, cue, source, construction: "source, cue, content", confidence: 0.9 }];
}

/** A quotation that floats in its first paragraph may find its cue in a later one. */
function withoutClaimed(attributions: readonly Attribution[]): Attribution[] {
  const claimed = new Set(attributions.flatMap(({ construction, contents }) => (construction === "floating quote" ? [] : contents.map(({ start }) => start))));
  return attributions.filter(({ construction, contents }) => construction !== "floating quote" || !contents.some(({ start }) => claimed.has(start)));
}

/** Outermost quotations of speech, one range for each paragraph that they run over. */
function spokenParts(quotations: readonly Quotation[]): (TextRange & { quotation: Quotation })[] {
  return quotations.filter(({ depth, role }) => depth === 0 && role === "speech").flatMap((quotation) => quotation.parts.map(({ start, end }) => ({ start, end, quotation })));
}

/** In the order of their first spans. */
function inOrder(attributions: readonly Attribution[]): Attribution[] {
  return attributions
    .map((attribution) => ({ attribution, first: firstOffset(attribution) }))
    .sort((a, b) => a.first - b.first)
    .map(({ attribution }) => attribution);
}

function firstOffset({ contents, cue, source }: Attribution): number {
  let first = Math.min(cue?.start ?? Infinity, source?.start ?? Infinity);
  for (const { start } of contents) first = Math.min(first, start);
  return first;
}
