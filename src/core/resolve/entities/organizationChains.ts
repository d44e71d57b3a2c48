import type { NameMention } from "../../detect/findings.js";
import { isForeignHead } from "../../detect/names/organizationNames.js";
import type { TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, Word, type NameWords } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";
import { otherForms, toEntityMention } from "./entityMentions.js";
import type { FoundEntity } from "../foundEntity.js";

/** Legal forms that a name has or has not. */
const LEGAL_FORM = /,? (?:Inc|Corp|Corporation|Co|Cos|Company|Companies|Ltd|Limited|LLC|LLP|PLC|plc|AG|A\.G|SA|S\.A|NV|N\.V|S\.p\.A|SE|AB|ASA|Oyj|Bhd|GmbH|Group|Holdings)\.?$/u;

interface Chain {
  readonly mentions: NameMention[];
  readonly forms: string[];
}

/** Organizations: the same words, an acronym that the text introduces or that the words' initials or the lists give, a name without its legal form. */
export function linkOrganizations({ tokens }: Article, names: readonly NameMention[]): FoundEntity[] {
  const lists = nameWords();
  const chains: Chain[] = [];
  const byForm = new Map<string, Chain>();
  // two of the same initials are one only where one of them is written by these
  const byInitials = new Map<string, Chain>();
  // the newest chain for a short form: "Red Sox" for "Boston Red Sox", "Ministry" for "Ministry of Transport"
  const byShort = new Map<string, Chain>();
  const wordsOf = (range: TextRange): string => tokens.asRead(range);
  const known = new Map<string, OrganizationForms>();
  const formsOf = (words: string): OrganizationForms => {
    let forms = known.get(words);
    if (!forms) known.set(words, (forms = readForms(words, lists)));
    return forms;
  };
  // "Ford" first, the "Ford Motor Company" later; "Ford Credit Inc." beside "Ford Corp." is another
  const calledShorter = (forms: OrganizationForms): Chain | undefined => {
    for (const key of forms.beginnings) {
      const shorter = byForm.get(key);
      if (shorter?.forms.every((form) => formKey(form) === key)) return shorter;
    }
    return undefined;
  };
  for (const mention of names) {
    const words = wordsOf(mention);
    const forms = formsOf(words);
    const { keys, initials } = forms;
    let chain = [...keys, initials].map((key) => byForm.get(key)).find((one) => one !== undefined) ?? byInitials.get(keys[0] ?? "") ?? byShort.get(keys[0] ?? "");
    chain ??= calledShorter(forms);
    if (!chain) {
      chain = { mentions: [], forms: [] };
      chains.push(chain);
    }
    chain.mentions.push(mention);
    chain.forms.push(words);
    for (const key of keys) if (!byForm.has(key)) byForm.set(key, chain);
    if (initials !== "" && !byInitials.has(initials)) byInitials.set(initials, chain);
    for (const key of forms.shortKeys) byShort.set(key, chain);
    if (mention.acronym) byForm.set(formKey(wordsOf(mention.acronym)), chain);
  }
  return chains.map(({ mentions, forms }) => {
    const name = forms.reduce((best, form) => (form.length > best.length ? form : best), "");
    return {
      type: "organization" as const,
      name,
      aliases: otherForms(forms, name),
      roles: [],
      mentions: mentions.map(toEntityMention),
      named: true,
      agreement: { he: 0, she: 0, they: 0.6 },
    };
  });
}

/** What a name's words alone tell of how else it is written; most names stand in an article more than once. */
interface OrganizationForms {
  readonly keys: readonly string[];
  readonly shortKeys: readonly string[];
  readonly beginnings: readonly string[];
  readonly initials: string;
}

function readForms(words: string, lists: NameWords): OrganizationForms {
  return { keys: formKeys(words, lists.fullName(words)), shortKeys: shortKeys(words, lists), beginnings: beginnings(words, lists).map(formKey), initials: initialsOf(words) };
}

/** Words of the longest name whose short forms are kept. */
const MOST_WORDS = 12;

/** Short forms that may stand for the name later: its last words, its words before "of" or "for", its head noun. */
function shortKeys(words: string, lists: NameWords): string[] {
  const parts = words.split(" ").slice(0, MOST_WORDS);
  if (parts.length < 2) return [];
  const keys = parts.slice(1).map((_, index) => parts.slice(index + 1)).filter((rest) => rest.length > 1 || lists.isOrganization(rest[0] ?? "")).map((rest) => rest.join(" "));
  const link = parts.findIndex((part) => part === "of" || part === "for");
  if (link > 1) keys.push(parts.slice(0, link).join(" "));
  const first = parts[0] ?? "";
  if (parts.length === 2 && lists.isOrganization(first)) keys.push(first);
  // "Villa" for "Aston Villa"
  if (lists.isOrganization(words)) keys.push(parts.at(-1) ?? words);
  keys.push(...beginnings(words, lists));
  const rest = behindForeignHead(withoutLegalForm(words));
  if (rest !== undefined) keys.push(rest);
  keys.push(...parts.filter((part) => (lists.facts(part.toLowerCase()) & Word.organizationOf) !== 0));
  return keys.map((key) => formKey(key));
}

/** "Magna" and "Magna International" for "Magna International Inc.": how a company's name begins, unless with a word that many names share; "Ford" is a company's all the same. */
function beginnings(words: string, lists: NameWords): string[] {
  const short = withoutLegalForm(words);
  const parts = short.split(" ").slice(0, MOST_WORDS);
  const [first = ""] = parts;
  if (short === words || parts.length < 2 || (isCommonWord(lists, first.toLowerCase()) && !lists.isOrganization(first))) return [];
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(" ")).filter((beginning) => !/ (?:of|and|&|for)$/u.test(beginning));
}

function formKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the /u, "")
    .replaceAll(".", "")
    .replaceAll("’", "'");
}

/** "Nexalon" for "Nexalon Corp."; the same words where they have no legal form. */
export function withoutLegalForm(words: string): string {
  return words.replace(LEGAL_FORM, "");
}

/** "Halden" for "Institut Halden"; undefined where the name is none of that kind. */
export function behindForeignHead(words: string): string | undefined {
  const [head = "", ...rest] = words.split(" ");
  return isForeignHead(head) && /^\p{Lu}/u.test(rest[0] ?? "") ? rest.join(" ") : undefined;
}

/** What this form and its short forms are looked up by: whole, without legal form, as the full name that the lists know. */
function formKeys(words: string, full: string | undefined): string[] {
  const keys = [formKey(words)];
  const short = withoutLegalForm(words);
  if (short !== words && short.length > 2) keys.push(formKey(short));
  if (full) keys.push(formKey(full));
  return keys;
}

/** "nru" of "Norland Rowing Union"; empty where the words in capitals are fewer than three. */
function initialsOf(words: string): string {
  const capitals = words.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > 2 ? capitals.map((word) => word.charAt(0)).join("").toLowerCase() : "";
}
