import type { TextRange } from "../../document/range.js";
import { Word } from "../../lexicon/nameWords.js";
import { DETERMINERS, isRole, LINKS, REACH } from "./nameRoles.js";
import type { NameToken } from "./nameTokens.js";

/** True where a person's name begins at `index`, behind `role`. */
function isBeforeName(tokens: readonly NameToken[], index: number, role: NameToken): boolean {
  const [name, next] = [tokens[index], tokens[index + 1]];
  if (!name?.capital || name.place || name.sentence !== role.sentence) return false;
  // "MNA Asad Hale, MPA Shafi Keane": the letters of an office stand before a name
  if (role.shouted && !role.loose && next?.capital && next.sentence === role.sentence) return true;
  // "V. Hale, District Officer M. Keane"
  if (role.capital && name.initial && next?.capital && next.sentence === role.sentence) return true;
  if ((name.facts & Word.firstName) === 0) return false;
  if (role.capital) return true;
  // "Ann Bell, novelist Paul Hale's wife" is his wife, no novelist
  let end = index;
  while (tokens[end]?.capital && end - index < REACH) end++;
  return next?.capital === true && next.sentence === role.sentence && !/^['’]s?$/u.test(tokens[end]?.text ?? "");
}

/** Index of the role noun that ends a run of small words from token `from`: "attorney" in "district attorney"; -1 where none does. */
function compoundHead(tokens: readonly NameToken[], from: number): number {
  for (let index = from; index < from + 4; index++) {
    const token = tokens[index];
    if (!token?.isWord || token.capital || token.sentence !== tokens[from]?.sentence || (token.facts & Word.function) !== 0) return -1;
    if (isRole(token)) return index;
  }
  return -1;
}

/** Participles that tell what somebody is, before a role: "a retired farmer". */
const TELLING = /^(?:retired|noted|renowned|elected|unelected|appointed|acclaimed|disgraced|respected|celebrated|convicted|accused|alleged|suspected|jailed|exiled|ousted|deposed|experienced|qualified|registered|trained|skilled|talented|decorated|wounded|married|divorced|widowed|distinguished|esteemed|beloved|famed|licensed|chartered|certified|accomplished|dedicated|seasoned|semi-retired|self-employed|self-taught|described|embattled|unmarried|armed|disabled|paid|unpaid|naturali[sz]ed)$/u;
/** Past forms that stand before a role and do not end in "ed". */
const PAST_FORMS = /^(?:is|was|became|becomes|met|told|left|led|made|took|beat|won|lost|gave|held|sent|saw|found|hit|shot|had|has|will|went|said|says)$/u;

/** "Dr Hollis, 55, thanked former president …", "became interim leader": the sentence's verb, behind which a role is somebody else's or told anew. */
function isTellingVerb({ capital, lower }: NameToken, before: NameToken | undefined): boolean {
  // "a London-based lawyer", "an injured player"
  const isAdjective = before !== undefined && (before.text === "-" || DETERMINERS.has(before.lower));
  return !capital && (PAST_FORMS.test(lower) || (/[^e]ed$/u.test(lower) && !isAdjective && !TELLING.test(lower)));
}

/** Goes on with what somebody is: "the minister, who", "senator representing the coast". */
const TELLS_MORE = /^(?:who|representing|appearing|working|serving|living|based)$/u;

/** What follows a name that ends before token `end`, between commas: "54, a farmer from Kent," "the prime minister," "spokesman for Z". */
export function roleAfter(tokens: readonly NameToken[], end: number): TextRange | undefined {
  if (tokens[end]?.text !== ",") return undefined;
  let at = end + 1;
  if (/^\d{1,3}$/u.test(tokens[at]?.text ?? "") && tokens[at + 1]?.text === ",") at += 2;
  const sentence = tokens[end]?.sentence;
  let start = at;
  const first = tokens[at];
  if (!first || first.sentence !== sentence) return undefined;
  // an article "a" belongs to the description, "the" and "his" do not
  if (DETERMINERS.has(first.lower)) {
    at++;
    if (first.lower !== "a" && first.lower !== "an") start = at;
  }
  let head = -1;
  let last = at - 1;
  for (let index = at; index < tokens.length && index - at < REACH; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) break;
    const possessive = /^['’]s$/u.test(token.text);
    if (!token.isWord && !(token.text === "-" && token.joined)) break;
    // "the US secretary of state": no pronoun
    if (token.facts & Word.function && !token.shouted && !LINKS.has(token.lower) && !possessive) break;
    if (head < 0) {
      if (LINKS.has(token.lower) && token.lower !== "of") break;
      // what stands before the noun must be able to: no verb, no other person
      if (isTellingVerb(token, tokens[index - 1])) return undefined;
      if (isRole(token) && !possessive) {
        // "Hasina, Ayatollah Ali Khamenei and", "Jeb Hollis, businesswoman Carly Hale": the role is the next one's
        if (isBeforeName(tokens, index + 1, token)) return undefined;
        head = index;
      }
    } else if (isRole(token) && index === head + 1) head = index;
    else if (!token.capital && !LINKS.has(token.lower) && index === head + 1) {
      // "assistant district attorney"
      const further = compoundHead(tokens, index);
      if (further < 0) break;
      head = further;
      index = further;
    }
    last = index;
  }
  if (head < 0) return undefined;
  // "After talks with Lavrov, the minister said" goes on with another
  const next = tokens[last + 1];
  if (next && next.sentence === sentence && (next.isWord ? !TELLS_MORE.test(next.lower) : !/^[,.;:)!?–—-]$/u.test(next.text))) return undefined;
  while (last > head && (LINKS.has(tokens[last]?.lower ?? "") || !tokens[last]?.isWord)) last--;
  return { start: tokens[start]?.start ?? first.start, end: tokens[last]?.end ?? first.end };
}
