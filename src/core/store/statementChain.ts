import type { Annotation, AnnotationDocument, Reason, Statement } from "../document/annotationDocument.js";
import { isDecided, speakingEntities } from "../document/decided.js";

/** Source phrases that mean the same person wherever they stand in one article: "the minister", "her deputy", "two officials". */
const BY_PHRASE: ReadonlySet<Reason | undefined> = new Set(["title", "description", "unnamed source"]);
/** Statements that lean on the last one who spoke. */
const BY_CONTINUATION: ReadonlySet<Reason | undefined> = new Set(["pronoun", "same paragraph"]);

/**
 * Ids of the statements that a person means too by saying who speaks in one: those with the same words as source ("the minister") and
 * those that go on from either by a pronoun or without source, until a name of the former speaker stands between. Only statements that
 * have the same speaker now and that nobody decided on; the statement itself is left out. Linear in the document.
 */
export function statementChain(document: AnnotationDocument, statement: Statement): string[] {
  const annotations = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const former = speakersKey(statement);
  const phrase = phraseOf(statement, annotations);
  const isSamePhrase = (other: Statement): boolean => BY_PHRASE.has(other.reason ?? "none") && phrase !== "" && phraseOf(other, annotations) === phrase;
  const starts = BY_PHRASE.has(statement.reason) || former === "" ? isSamePhrase : () => false;
  const named = document.annotations.filter(({ type, entity }) => type === "person" && entity !== undefined && entity === former).map(({ start }) => start).sort((a, b) => a - b);
  const chain: string[] = [];
  let follows = false;
  let last = 0;
  let name = 0;
  for (const { other, start } of inOrder(document.statements, annotations)) {
    while ((named[name] ?? Infinity) < last) name++;
    const isNamedBetween = (named[name] ?? Infinity) < start;
    last = start;
    if (other === statement) {
      follows = former !== "";
      continue;
    }
    if (isDecided(other) || speakersKey(other) !== former) {
      // someone else's statement in between does not end a chain, a decision about the same speaker does
      if (isDecided(other) && speakersKey(other) === former) follows = false;
      continue;
    }
    if (starts(other)) follows = true;
    else follows &&= BY_CONTINUATION.has(other.reason) && !isNamedBetween;
    if (follows) chain.push(other.id);
  }
  return chain;
}

function inOrder(statements: readonly Statement[], annotations: ReadonlyMap<string, Annotation>): { other: Statement; start: number }[] {
  return statements.map((other) => ({ other, start: annotations.get(other.quote[0] ?? "")?.start ?? 0 })).sort((a, b) => a.start - b.start);
}

function speakersKey(statement: Statement): string {
  return speakingEntities(statement).join("\n");
}

function phraseOf({ speaker }: Statement, annotations: ReadonlyMap<string, Annotation>): string {
  return (annotations.get(speaker ?? "")?.text ?? "").replace(/\s+/gu, " ").trim().toLowerCase();
}
