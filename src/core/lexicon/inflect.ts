/** Forms of an English verb. */
export type VerbForm = "base" | "third person" | "past" | "participle" | "ing";

const DOUBLED = /(?:^|[^aeiou]|qu)[aeiou][bdgmnprt]$/u;
/** Verbs of more than one syllable that double their last letter, as their stress is on the last. */
const STRESSED_LAST = new Set(["admit", "rebut", "forget", "begin", "refer"]);

/**
 * All forms of a verb in small letters, each with what it may be. `irregular` holds past and participle (one word where both are
 * alike); without it both end in "-ed".
 */
export function inflect(verb: string, irregular: readonly string[] = []): Map<string, Set<VerbForm>> {
  const forms = new Map<string, Set<VerbForm>>();
  const add = (written: string, form: VerbForm): void => {
    forms.set(written, (forms.get(written) ?? new Set()).add(form));
  };
  const past = irregular[0] ?? withEd(verb);
  add(verb, "base");
  add(withS(verb), "third person");
  add(past, "past");
  add(irregular[1] ?? past, "participle");
  add(withIng(verb), "ing");
  return forms;
}

function withS(verb: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(verb) || verb === "go") return `${verb}es`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function withEd(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubles(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

function withIng(verb: string): string {
  if (/[^eyo]e$/u.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubles(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

function doubles(verb: string): boolean {
  const oneSyllable = (verb.match(/[aeiouy]+/gu) ?? []).length === 1;
  return STRESSED_LAST.has(verb) || (oneSyllable && DOUBLED.test(verb));
}
