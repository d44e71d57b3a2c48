import { statementWords } from "../describe/statements.js";
import type { StatementParts } from "../document/documentIndex.js";
import { plain } from "../formats/markdown.js";
import type { ComparedStatement } from "./compareStories.js";

/** Names of the two versions. */
export interface VersionNames {
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions of a story, to read: added, removed and changed statements side by side. Words are escaped. */
export function comparisonMarkdown(compared: readonly ComparedStatement[], names: VersionNames): string {
  const of = (change: ComparedStatement["change"]): ComparedStatement[] => compared.filter((each) => each.change === change);
  const sections = [
    `# ${plain(names.before)} → ${plain(names.after)}`,
    section("Added", of("added").map(({ after }) => `- ${line(after)}`)),
    section("Removed", of("removed").map(({ before }) => `- ${line(before)}`)),
    changedSection(of("changed"), names),
    `${of("same").length} unchanged`,
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `## ${title}\n\n${lines.join("\n")}` : "";
}

function changedSection(changed: readonly ComparedStatement[], names: VersionNames): string {
  if (changed.length === 0) return "";
  const rows = changed.map(({ before, after, differs }) => `| ${differs.join(", ")} | ${line(before)} | ${line(after)} |`);
  return `## Changed\n\n| differs | ${plain(names.before)} | ${plain(names.after)} |\n|---|---|---|\n${rows.join("\n")}`;
}

function line(parts: StatementParts | undefined): string {
  if (!parts) return "";
  const speaker = parts.entities.map(({ name }) => plain(name)).join(" and ");
  return `${speaker === "" ? "Unattributed" : speaker}: ${plain(statementWords(parts))}`;
}
