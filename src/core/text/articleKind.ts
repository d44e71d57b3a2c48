import { findFrontMatter } from "./frontMatter.js";
import { labelAt } from "./labels.js";
import { countWords, lineShape, type LineShape } from "./lineShape.js";
import { isTiming } from "./newsroom.js";

/** What a file is judged by. */
export interface ArticleSample {
  /** Its text, or the first 64 KB: more is not looked at. */
  readonly text: string;
  /** Name or path. */
  readonly file?: string;
  /** The editor's name of its language ("plaintext", "markdown"). */
  readonly languageId?: string;
}

/**
 * Why a text is taken for an article ("prose") or not:
 *
 * - `language`: written in a language for machines; `file name`: a name that software gives ("requirements.txt")
 * - `empty`, `short` (a note of a few words), `binary`
 * - `code`, `configuration`, `list`, `log`, `table`
 * - `change log`, `licence`, `documentation`: prose about software, in which nobody speaks
 * - `not prose`: none of these, and no sentences
 */
export type ArticleKind =
  | "prose"
  | "language"
  | "file name"
  | "empty"
  | "short"
  | "binary"
  | "code"
  | "configuration"
  | "list"
  | "log"
  | "table"
  | "change log"
  | "licence"
  | "documentation"
  | "not prose";

const SAMPLE = 64 * 1024;
const FEWEST_WORDS = 20;

/** Whether a text reads like an article, and why. Looks at the first 64 KB only. */
export function looksLikeArticle({ text, file, languageId }: ArticleSample): { readonly isArticle: boolean; readonly why: ArticleKind } {
  const why = articleKind(text.slice(0, SAMPLE), file, languageId);
  return { isArticle: why === "prose", why };
}

function articleKind(text: string, file: string | undefined, languageId: string | undefined): ArticleKind {
  if (languageId !== undefined && languageId !== "plaintext" && languageId !== "markdown") return "language";
  if (file !== undefined && hasSoftwareName(file)) return "file name";
  if (text.trim() === "") return "empty";
  if (isBinary(text)) return "binary";
  const body = text.slice(findFrontMatter(text)?.end ?? 0);
  const prose = withoutCodeBlocks(body);
  if (countWords(prose) < FEWEST_WORDS) return countWords(body) < FEWEST_WORDS ? "short" : "code";
  if (isLicence(prose)) return "licence";
  const lines = prose.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/u).filter((line) => line.trim() !== "");
  if (lines.some((line) => isTiming(line.trim()))) return tellsWhoSpeaks(lines) ? "prose" : "not prose";
  if (isChangeLog(lines)) return "change log";
  if (isTable(lines)) return "table";
  const kind = kindByLines(lines);
  if (kind === "code" || kind === "configuration" || kind === "log") return kind;
  if (isDocumentation(body, lines, /(?:^|[\\/])read.?me[^\\/]*$/iu.test(file ?? ""))) return "documentation";
  return kind;
}

/** Names that tools and customs of software give to text files, whatever is in them. */
const SOFTWARE_NAME =
  /^(?:(?:dev-|test-)?requirements[\w.-]*|constraints|CMakeLists|robots|humans|ads|app-ads|security|llms(?:-full)?|MANIFEST|manifest|METADATA|entry_points|top_level|SOURCES|words|stopwords|wordlist|dictionary|package-list|version|VERSION|build|output|log|debug|error|errors|access|install|changelog|Changelog)\.txt$|^(?:LICEN[CS]E|Licen[cs]e|licen[cs]e|COPYING|COPYRIGHT|NOTICE|NOTICES|ThirdPartyNotices?|THIRD[-_]PARTY[-_\w]*|CHANGELOG|CHANGES|HISTORY|RELEASES|RELEASE[-_]NOTES|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|GOVERNANCE|AUTHORS|CONTRIBUTORS|MAINTAINERS|CODEOWNERS|INSTALL|TODO|AGENTS|CLAUDE|SKILL|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE|Makefile|Dockerfile|Gemfile|Procfile)(?:[-.][\w.-]*)?$|\.(?:log|csv|tsv|ini|cfg|conf|json|xml|ya?ml|toml|lock|diff|patch)$/u;

function hasSoftwareName(file: string): boolean {
  return SOFTWARE_NAME.test(file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1));
}

function isBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const odd = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/gu)?.length ?? 0;
  // read in the wrong encoding, English loses its curly marks and dashes: more than in any text of bytes, fewer than of another script
  const lost = text.match(/\uFFFD/gu)?.length ?? 0;
  return text.includes("\u0000") || odd > text.length * 0.02 || lost > text.length * 0.06;
}

function withoutCodeBlocks(text: string): string {
  return text.replace(/^(?<fence>```|~~~)[^\n]*\n[\s\S]*?(?:^\k<fence>|(?![\s\S]))/gmu, "");
}

function isLicence(text: string): boolean {
  return /Permission is hereby granted, free of charge|THE SOFTWARE IS PROVIDED|GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE\s+Version|Apache License,?\s+Version 2|Redistribution and use in source and binary forms|Creative Commons (?:Legal Code|Corporation is not a law firm)|END[- ]USER LICENSE AGREEMENT|Mozilla Public License Version/u.test(
    text.slice(0, 8000),
  );
}

/** Subtitles of a talk, whose speakers are told, are read; those of a film are not. */
function tellsWhoSpeaks(lines: readonly string[]): boolean {
  const names = lines.flatMap((line) => labelAt(line.trim(), false)?.name ?? []);
  return new Set(names).size < names.length;
}

function isChangeLog(lines: readonly string[]): boolean {
  const versions = lines.filter((line) => /^(?:#{1,4}\s*|[*=-]\s*)?(?:\[?(?:[Vv]ersion\s|[Rr]elease\s|v)?\d+\.\d+(?:\.\d+)?[\w.-]*\]?|\[?Unreleased\]?)(?:\s.{0,40})?$/u.test(line.trim())).length;
  return versions >= 2 && versions * 12 > lines.length;
}

/** Lines with the same number of commas, tabs, semicolons or bars, three columns at least. */
function isTable(lines: readonly string[]): boolean {
  const some = lines.slice(0, 60);
  if (some.length < 3) return false;
  return [",", "\t", ";", "|"].some((separator) => {
    const counts = some.map((line) => line.slice(0, 4000).split(separator).length);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    return usual >= 3 && counts.filter((count) => count === usual).length >= 0.8 * counts.length && some.filter((line) => /[.!?]["”’]?$/u.test(line)).length < 0.3 * some.length;
  });
}

const DOCUMENTATION_SIGNS: readonly RegExp[] = [
  /^#{1,4}\s*(?:Install(?:ation|ing)?|Usage|Getting [Ss]tarted|Quick ?[Ss]tart|API(?: [Rr]eference)?|Contributing|License|Development|Build(?:ing)?|Configuration|Requirements|Prerequisites|Table of [Cc]ontents|Features|Options|Roadmap|Testing|Deployment)\b/mu,
  /\b(?:npm (?:install|i|run|ci)|npx |yarn add|pnpm |pip3? install|cargo (?:add|install|build)|brew install|apt(?:-get)? install|git clone|docker (?:run|build|compose)|go get|make install)\b/u,
  /\[!\[[^\]]*\]\(|shields\.io/u,
  /^(?:```|~~~)\s*(?:[a-z]+)?\s*$/mu,
  /\b(?:[\w-]+\/)+[\w-]+\.(?:js|ts|py|rs|go|c|h|cpp|java|json|ya?ml|toml|md)\b/u,
];

/** Words that are code in prose too: `port`, main(), --all, snake_case. */
const CODE_WORD = /`[^`\r\n]{1,80}`|\b\w+\(\)|(?<=\s|\[)--?[a-z][a-z-]+(?=[\s=,.\])])|\b[a-z]+_[a-z_]+\b/gu;

/** Prose about software: headings, commands, badges, code, or many words of code. A "readme" needs but one sign. */
function isDocumentation(text: string, lines: readonly string[], isReadme: boolean): boolean {
  const signs = DOCUMENTATION_SIGNS.filter((sign) => sign.test(text)).length;
  const headings = text.match(new RegExp(DOCUMENTATION_SIGNS[0]?.source ?? "", "gmu"))?.length ?? 0;
  const inCode = text.match(CODE_WORD)?.length ?? 0;
  const words = lines.reduce((sum, line) => sum + countWords(line), 0);
  if (isReadme && (signs > 0 || inCode > 0)) return true;
  return signs >= 3 || (signs >= 2 && headings >= 2) || inCode * 40 > words;
}

function kindByLines(lines: readonly string[]): ArticleKind {
  const count: Record<LineShape, number> = { prose: 0, short: 0, item: 0, code: 0, setting: 0, log: 0 };
  const size: Record<LineShape, number> = { prose: 0, short: 0, item: 0, code: 0, setting: 0, log: 0 };
  let sentences = 0;
  for (const line of lines) {
    const shape = lineShape(line);
    count[shape]++;
    size[shape] += line.length;
    if (shape === "prose") sentences += line.match(/[\p{L}\p{N}][.!?…]["”’'»)\]]*(?=\s|$)|[。！？।]/gu)?.length ?? 0;
  }
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  if (count.log > 0.4 * lines.length) return "log";
  if (size.prose >= 0.5 * whole && sentences >= 2) return "prose";
  if (size.code > 0.3 * whole) return "code";
  if (size.setting > 0.3 * whole) return "configuration";
  if (count.item + count.short > 0.5 * lines.length) return "list";
  return "not prose";
}
