import { basename, dirname, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { anchorDocument, type AnchoredDocument, type Rung } from "../../core/anchor/anchorDocument.js";
import { describeDocument } from "../../core/anchor/describeDocument.js";
import { describedVersion } from "../../core/anchor/oldText/lineEnds.js";
import { AppError } from "../../core/common/errors.js";
import type { Annotation, AnnotationDocument } from "../../core/document/annotationDocument.js";
import { LONGEST_SIDECAR, parseSidecar } from "../../core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../core/sidecar/serializeSidecar.js";
import { deleteOrphans, type OrphansToDelete } from "../../core/store/decisionsAboutSpans.js";
import { holdsDecisionsOf } from "../../core/store/unsavedDecisions.js";
import { EXIT, type ExitCode } from "../exitCodes.js";
import { LARGEST_ARTICLE, naming, readTextFile, readTextFileIfThere, writeFileAtomic } from "../files.js";
import type { CommandIo } from "../io.js";
import { printable } from "../progress.js";

export const ANCHOR_HELP = `on-record anchor SIDECAR --article FILE [--base FILE] [--out FILE] [--delete-orphans undecided|all] [--format text|json]
  Finds the place of every annotation in an article that has changed, and tells how many were placed in which way.
  --article FILE    the article as it is now
  --base FILE       the article that the annotations were made for, where it is still there: more is found with it
  --out FILE        writes the annotations with their new places; SIDECAR itself may be named. Orphans are kept in it. A file that
                    is no sidecar, or that holds other decisions, is left as it is.
  --delete-orphans WHICH
                    leaves out of what --out writes what has no place any more: undecided (what nobody accepted, rejected, corrected
                    or noted something about) or all. Nothing is deleted without it.
  --format FORMAT   text (default): one line a way and one an orphan; json: one object for programs
  Ends with 1 where an annotation has no place any more and was not deleted.
`;

/** What a person reads for each way in which annotations were placed. */
const RUNG_WORDS: Readonly<Record<Rung, string>> = {
  "same text": "in the same text",
  position: "at the same position",
  difference: "by the difference of the texts",
  quote: "by the same words",
  similar: "by similar words",
};

/** Anchors the annotations of a sidecar to a changed article. */
export async function runAnchor(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { article: { type: "string" }, base: { type: "string" }, out: { type: "string" }, "delete-orphans": { type: "string" }, format: { type: "string", default: "text" } },
  });
  const [sidecar] = positionals;
  if (sidecar === undefined || positionals.length > 1) throw new AppError("wrong-usage", "Name one sidecar.");
  const { article, base, out } = values;
  if (article === undefined) throw new AppError("wrong-usage", "Name the article: --article FILE.");
  if (values.format !== "text" && values.format !== "json") throw new AppError("unknown-format", `There is no format "${values.format}"; choose text or json.`);
  const which = orphansToDelete(values["delete-orphans"]);
  if (which !== undefined && out === undefined) throw new AppError("wrong-usage", "Say where the annotations are written that are left: --out FILE.");
  const path = (file: string): string => resolve(io.cwd, file);
  const sidecarText = await read(sidecar, LONGEST_SIDECAR, path);
  const annotations = parse(sidecar, sidecarText);
  const text = await read(article, LARGEST_ARTICLE, path);
  const anchored = anchorDocument(annotations, text, base === undefined ? undefined : await readBase(base, annotations, path));
  const document = which === undefined ? anchored.document : deleteOrphans(anchored.document, which);
  if (out !== undefined) {
    const described = describeDocument(document, text);
    // the sidecar names its article from where it lies
    const file = relative(dirname(path(out)), path(article)).replaceAll("\\", "/");
    const written = { ...described, source: { ...described.source, file: file === "" ? basename(article) : file } };
    await naming(out, async () => {
      const there = await readTextFileIfThere(path(out), LARGEST_ARTICLE);
      if (there !== undefined && there !== sidecarText) assertHoldsNoMore(there, written);
      await writeFileAtomic(path(out), serializeSidecar(written));
    });
  }
  const left = new Set(document.annotations.map(({ id }) => id));
  const lost = new Set(anchored.orphans);
  const report: Report = {
    placed: anchored.placed,
    orphans: document.annotations.filter(({ id }) => lost.has(id)),
    deleted: which && anchored.document.annotations.filter(({ id }) => !left.has(id)),
  };
  await io.output.write(values.format === "json" ? toJson(report) : toText(report));
  return report.orphans.length > 0 ? EXIT.badInput : EXIT.ok;
}

type ToPath = (file: string) => string;

async function read(file: string, largest: number, path: ToPath): Promise<string> {
  return naming(file, async () => (await readTextFile(path(file), largest)).text);
}

function parse(file: string, text: string): AnnotationDocument {
  const parsed = parseSidecar(text);
  if (!parsed.ok) throw new AppError(parsed.error.code, `${printable(file)}: ${parsed.error.message}`, parsed.error.data);
  return parsed.value;
}

/** The text that the annotations were made for; of any other one the differences tell nothing about their places. */
async function readBase(file: string, { source }: AnnotationDocument, path: ToPath): Promise<string> {
  const text = await read(file, LARGEST_ARTICLE, path);
  const version = source.sha256 === undefined ? text : describedVersion(text, source);
  if (version === undefined) throw new AppError("wrong-base", `${printable(file)}: The annotations were made for another text than this.`);
  return version;
}

/** Throws where a file would lose something: it is no sidecar, or somebody decided in it what `written` does not tell. */
function assertHoldsNoMore(there: string, written: AnnotationDocument): void {
  const parsed = parseSidecar(there);
  if (!parsed.ok) throw new AppError("unwritable-file", `It holds something else and was left as it is. ${parsed.error.message}`);
  if (!holdsDecisionsOf(written, parsed.value)) throw new AppError("unwritable-file", "It holds other decisions and was left as it is.");
}

interface Report {
  readonly placed: AnchoredDocument["placed"];
  readonly orphans: readonly Annotation[];
  /** Undefined where nothing was to be deleted. */
  readonly deleted: readonly Annotation[] | undefined;
}

function orphansToDelete(which: string | undefined): OrphansToDelete | undefined {
  if (which === undefined || which === "undecided" || which === "all") return which;
  throw new AppError("wrong-usage", `There is no --delete-orphans "${which}"; choose undecided or all.`);
}

function toText({ placed, orphans, deleted }: Report): string {
  const ways = (Object.keys(RUNG_WORDS) as Rung[]).filter((rung) => placed[rung] > 0).map((rung) => `${placed[rung]} ${RUNG_WORDS[rung]}`);
  const lost = orphans.map((annotation) => `orphan ${describe(annotation)}`);
  const gone = deleted ? [`${deleted.length} deleted`, ...deleted.map((annotation) => `deleted ${describe(annotation)}`)] : [];
  return [...ways, `${orphans.length} without a place`, ...lost, ...gone].map((line) => `${printable(line)}\n`).join("");
}

function describe({ id, type, start, text }: Annotation): string {
  return `${id} (${type} at ${start}): ${text.replace(/\s+/gu, " ")}`;
}

function toJson({ placed, orphans, deleted }: Report): string {
  return `${JSON.stringify({ placed, orphans: orphans.map(pick), ...(deleted ? { deleted: deleted.map(pick) } : {}) }, undefined, 2)}\n`;
}

function pick({ id, type, start, end, text }: Annotation): Pick<Annotation, "id" | "type" | "start" | "end" | "text"> {
  return { id, type, start, end, text };
}
