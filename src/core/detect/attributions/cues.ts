import { cueForms, type CueForm, type CueVerb } from "../../lexicon/cues.js";
import { adverbs, auxiliaries, determiners, passives, prepositions } from "../../lexicon/wordClasses.js";
import type { Piece } from "./pieces.js";

/** How the cue verb stands in its clause: with a subject of its own, or as a participle that borrows one. */
export type CueUse = "finite" | "participle";

/** A cue verb in a block. All numbers are indices of pieces, ends exclusive. */
export interface Cue {
  readonly verb: CueVerb;
  readonly use: CueUse;
  /** Where the words before the verb group end: the subject, if it stands before. */
  readonly left: number;
  /** First piece of the cue, auxiliaries included ("has said"), adverbs left out ("also said"). */
  readonly first: number;
  /** The verb itself. */
  readonly at: number;
  /** After the verb and its particle. */
  readonly end: number;
  /** A form that agrees with he, she or it. */
  readonly thirdPerson: boolean;
  /** A bare base form, as after "they". */
  readonly base: boolean;
}

/** "is expected to say": not said yet, but told as a statement to come. */
export const PROSPECT = /^(?:expected|likely|due|going)$/u;
/** Most adverbs and auxiliaries between a subject and its verb. */
const GROUP_LENGTH = 6;

/** The cue verb at a piece, if it can be one there. */
export function readCue(pieces: readonly Piece[], at: number): Cue | undefined {
  const piece = pieces[at];
  if (piece?.kind !== "word" || (piece.capital && !piece.opens) || pieces[at + 1]?.text === "-") return undefined;
  const form = chooseForm(cueForms.get(piece.lower), pieces[at + 1]);
  if (!form) return undefined;
  const { first, left, helpers } = verbGroup(pieces, at);
  const passive = helpers.some((word) => passives.has(word));
  const { forms } = form;
  let borrows = false;
  let thirdPerson = false;
  if (forms.has("ing")) {
    borrows = !passive;
    if (borrows && isNounLike(pieces, at)) return undefined;
  } else if (helpers.length > 0) {
    // "was told" says who heard; "to say" says that nobody has yet
    if (!helpers.some((word) => PROSPECT.test(word)) && (helpers.includes("to") || passive)) return undefined;
  } else if (!forms.has("past")) {
    thirdPerson = forms.has("third person");
    if ((!thirdPerson && !forms.has("base")) || isNounLike(pieces, at)) return undefined;
  }
  return {
    verb: form.cue,
    use: borrows ? "participle" : "finite",
    left: borrows ? at : left,
    first: borrows ? at : first,
    at,
    end: form.cue.particle === undefined ? at + 1 : at + 2,
    thirdPerson,
    base: helpers.length === 0 && !thirdPerson && forms.has("base") && !forms.has("past") && !forms.has("ing"),
  };
}

function chooseForm(candidates: readonly CueForm[] | undefined, next: Piece | undefined): CueForm | undefined {
  return candidates?.find(({ cue }) => cue.particle === undefined || cue.particle === next?.lower);
}

/** Walks left over adverbs and auxiliaries: "has always denied", "did not say". */
function verbGroup(pieces: readonly Piece[], at: number): { first: number; left: number; helpers: string[] } {
  const helpers: string[] = [];
  let first = at;
  let left = at;
  for (let index = at - 1; index >= Math.max(0, at - GROUP_LENGTH); index--) {
    const piece = pieces[index];
    if (piece?.kind !== "word" || pieces[index + 1]?.opens) break;
    const prospect = PROSPECT.test(piece.lower) && helpers.at(-1) === "to";
    if (prospect || auxiliaries.has(piece.lower) || piece.lower === "not" || piece.lower === "never") {
      helpers.push(piece.lower);
      first = index;
    } else if (!isAdverb(piece)) break;
    left = index;
  }
  return { first, left, helpers };
}

export function isAdverb({ lower, capital, kind }: Piece): boolean {
  return adverbs.has(lower) || (kind === "word" && !capital && lower.length > 4 && lower.endsWith("ly"));
}

/** After a determiner, a possessive or a preposition the form is a noun: "the claims", "his saying", "of reports". */
function isNounLike(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  if (!before || pieces[at]?.opens) return false;
  if (/^['’]s?$/iu.test(before.text)) return true;
  if (before.lower === "by" || before.lower === "without" || before.lower === "after" || before.lower === "before" || before.lower === "while") return false;
  return before.kind === "word" && !isSubjectPronoun(before) && (determiners.has(before.lower) || prepositions.has(before.lower));
}

function isSubjectPronoun({ lower }: Piece): boolean {
  return lower === "some" || lower === "many" || lower === "others" || lower === "several" || lower === "all" || lower === "both" || lower === "most" || lower === "few";
}
