import type { StatementKind } from "../document/annotationDocument.js";
import type { StatementParts } from "../document/documentIndex.js";
import { describeDate } from "./dates.js";
import { withinMarks } from "./marks.js";
import { listWords, shorten, type Wording } from "./translate.js";

/** The words of a statement's contents, joined where its cue cuts it in two. */
export function statementWords({ quotes }: StatementParts): string {
  return quotes.map(({ text }) => text).join(" … ");
}

/** The words that introduce a statement, without the mark between them and what is said; a mark alone is none. */
export function cueWords({ cue }: Pick<StatementParts, "cue">): string | undefined {
  const words = cue?.text.replace(/[\s:,]+$/u, "") ?? "";
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined;
}

/** Who speaks: names, else the words of the source, else that nobody can tell. */
export function describeSpeakers({ entities, speaker }: StatementParts, wording: Wording): string {
  if (entities.length > 0) return listWords(entities.map(({ name }) => name), wording);
  return speaker ? shorten(speaker.text, 60) : wording.t("Unattributed");
}

/** "in their own words", "partly quoted", "reported". */
export function describeKind(kind: StatementKind, { t }: Wording): string {
  switch (kind) {
    case "direct":
      return t("in their own words");
    case "mixed":
      return t("partly quoted");
    case "indirect":
      return t("reported");
  }
}

/** How it was said: mode, denial and supposition where they are not plain assertion. Empty for "said". */
export function describeManner({ statement }: StatementParts, { t }: Wording): string[] {
  const manner: string[] = [];
  if (statement.mode === "thought") manner.push(t("a thought"));
  if (statement.mode === "writing") manner.push(t("in writing"));
  if (statement.factuality === "denied") manner.push(t("denied"));
  if (statement.factuality === "hypothetical") manner.push(t("hypothetical"));
  return manner;
}

/** When it was said: "Tuesday, 6 April 2021", else the article's words for it; undefined where it does not tell. */
export function describeWhen({ when }: Pick<StatementParts, "when">, wording: Wording): string | undefined {
  return when && (describeDate(when, wording) ?? when.text);
}

/** When and where: "Tuesday, 6 April 2021, New Delhi"; undefined where the article tells neither. */
export function describeOccasion(parts: Pick<StatementParts, "when" | "where">, wording: Wording): string | undefined {
  const told = [describeWhen(parts, wording), parts.where?.text].filter((part) => part !== undefined);
  return told.length > 0 ? told.join(", ") : undefined;
}

/** "sure" from 0.85, "likely" from 0.6, else "a guess"; what a person decided is "confirmed". */
export function describeConfidence({ statement }: StatementParts, { t }: Wording): string {
  if (statement.status === "accepted" || statement.origin === "user") return t("Confirmed");
  const { confidence } = statement;
  if (confidence === undefined) return t("Not rated");
  if (confidence >= 0.85) return t("Sure");
  return confidence >= 0.6 ? t("Likely") : t("A guess");
}

/** Why this speaker was chosen, as a sentence with its evidence. */
export function explainSpeaker(parts: StatementParts, wording: Wording): string {
  const { t } = wording;
  const { statement, speaker } = parts;
  const source = withinMarks(shorten(speaker?.text ?? "", 60));
  const name = describeSpeakers(parts, wording);
  const said = withinMarks(cueWords(parts) ?? "");
  const evidence = firstEvidence(parts);
  switch (statement.reason) {
    case "full name":
      if (!said) return t("the full name stands with the words");
      // the article may never give more than "Keller"
      return /\s/u.test(name) ? t("the full name stands with “{0}”", said) : t("the name “{0}” stands with “{1}”", withinMarks(name), said);
    case "surname":
      return t("the surname in “{0}” stands with “{1}”", source, said);
    case "first name":
      return t("the first name in “{0}” stands with “{1}”", source, said);
    case "acronym":
      return t("“{0}” is short for {1}", source, name);
    case "title":
      return evidence ? t("“{0}” is {1}: the article says “{2}”", source, name, evidence) : t("“{0}” is what the article calls {1}", source, name);
    case "pronoun":
      return evidence ? t("“{0}” stands for {1}, named before as “{2}”", source, name, evidence) : t("“{0}” stands for {1}", source, name);
    case "description":
      return t("“{0}” describes {1}", source, name);
    case "organization":
      return t("“{0}” speaks as an organization or government", source);
    case "unnamed source":
      return t("the article does not name “{0}”", source);
    case "joint source":
      return t("“{0}” names several speakers together", source);
    case "same paragraph":
      return t("the quotation goes on where {0} was speaking", name);
    case "turn":
      return t("speakers take turns, and it is {0}’s turn", name);
    case "same words":
      return t("elsewhere in the article {0} says the same words", name);
    case "label":
      return t("the label “{0}” names the speaker", source);
    case "person":
      return t("a person decided so");
    case "none":
    case undefined:
    default:
      return source ? t("nothing in the article says who “{0}” is", source) : t("nothing in the article says who is speaking");
  }
}

/** How the statement was recognised, as a clause. */
export function explainConstruction(parts: StatementParts, { t }: Wording): string | undefined {
  const { statement } = parts;
  const said = withinMarks(cueWords(parts) ?? "");
  switch (statement.construction) {
    case "quote, source, cue":
      return t("the words come first, then who spoke and “{0}”", said);
    case "quote, cue, source":
      return t("the words come first, then “{0}” and who spoke", said);
    case "source, cue, content":
      return t("“{0}” introduces the words", said);
    case "participle":
      return t("“{0}” goes with the subject of its sentence", said);
    case "according to":
      return t("the words are given according to someone");
    case "floating quote":
      return t("it is a quotation without a verb of saying");
    case "introduced block":
      return t("“{0}” introduces the paragraphs", said);
    case "label":
      return t("it is a turn in a conversation");
    default:
      return undefined;
  }
}

function firstEvidence({ statement }: StatementParts): string | undefined {
  const span = statement.evidence?.find((piece) => typeof piece === "object");
  return span && withinMarks(shorten(span.text, 60));
}
