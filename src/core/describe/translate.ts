import { localFormats } from "./localFormats.js";

/** Translates an English message; `{0}`, `{1}`, … stand for the arguments. `vscode.l10n.t` is one. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The English messages themselves, for the command line and tests. */
export const english: Translate = (message, ...args) => message.replace(/\{(\d+)\}/gu, (whole, index: string) => String(args[Number(index)] ?? whole));

/** Marks a message for translators; whoever shows it translates it. */
export function translatable(message: string): string {
  return message;
}

/** How to say things: translated messages, and dates, numbers and lists by the rules of a language. */
export interface Wording {
  readonly t: Translate;
  /** BCP 47 tag, "en". */
  readonly locale: string;
}

/**
 * The language of dates, numbers and lists: the editor's own where the messages are in it too, so that no sentence mixes two. English
 * has the order of day, month and year.
 */
export function localeOf(editorLanguage: string, isTranslated: boolean): string {
  return isTranslated && !/^en\b/iu.test(editorLanguage) ? editorLanguage : "en-GB";
}

export const englishWording: Wording = { t: english, locale: "en-GB" };

/** "A", "A and B", "A, B and C", in the wording's language. */
export function listWords(words: readonly string[], { locale }: Wording): string {
  return localFormats(locale).list.format(words);
}

/** A share of one as people write it: "95%", in German "95 %". */
export function describePercent(share: number, { locale }: Pick<Wording, "locale">): string {
  return localFormats(locale).percent.format(share);
}

/** A text as one line: no control character ends it, and white space becomes single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").replace(/\s+/gu, " ").trim();
}

/** A text cut after a word, at most `length` characters and an ellipsis; white space becomes single spaces. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/[\uD800-\uDBFF]$/u, "");
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length > length / 2 ? atWord : cut).replace(/[\s,;:.…–—-]+$/u, "")} …`;
}
