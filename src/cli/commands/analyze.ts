import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { AnalysisTools } from "../../core/analysis.js";
import { analysisSteps } from "../../core/analyze.js";
import { anchorDocument } from "../../core/anchor/anchorDocument.js";
import { describeDocument } from "../../core/anchor/describeDocument.js";
import { AppError } from "../../core/common/errors.js";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";
import type { AnnotatedArticle, ExportFormat } from "../../core/formats/format.js";
import { findFormat, FORMATS, serializeFile } from "../../core/formats/index.js";
import { findHome } from "../../core/resolve/places/home.js";
import { mergeAnalysis } from "../../core/sidecar/mergeAnalysis.js";
import { LONGEST_SIDECAR, parseSidecar } from "../../core/sidecar/parseSidecar.js";
import type { ArticleInput } from "../../core/text/article.js";
import { toAnalysisFailure } from "../analysisFailure.js";
import { toArticleFormat } from "../articleFormat.js";
import { EXIT, type ExitCode } from "../exitCodes.js";
import { LARGEST_ARTICLE, makeFolder, readTextFile, readTextFileIfThere, readTextStream, writeFileAtomic } from "../files.js";
import type { CommandIo } from "../io.js";
import { createProgress, printable, type Progress } from "../progress.js";
import { runStream } from "../stream.js";

const SIDECAR_ENDING = ".annotations.json";

/** Stands for standard input where a file is named. */
const INPUT = "-";

export const ANALYZE_HELP = `on-record analyze FILE… [--format ${FORMATS.map(({ id }) => id).join("|")}] [--home PLACE] [--out DIR]
  Analyses articles (plain text or Markdown). Writes a sidecar beside each article; any other format goes to standard output.
  What a person accepted, rejected or added in an existing sidecar is kept, and what it tells of words that are gone, as orphans.
  --format FORMAT   sidecar where none is named; ${FORMATS.map(({ id, label }) => `${id}: ${label}`).join("; ")}
  --home PLACE      where the outlet is at home, "Springfield, Missouri": of several places of one name the nearer is likelier
  --out DIR         writes one file for each article into this folder instead
  FILE may be "-" for an article on standard input; what is found in it goes to standard output in every format.

on-record analyze --jsonl
  Reads one article a line on standard input, {"id", "text", "published"} and perhaps "home", and writes one annotation document a line.
`;

/** Analyses files, or a stream of articles on standard input. */
export async function runAnalyze(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { format: { type: "string" }, home: { type: "string" }, out: { type: "string" }, jsonl: { type: "boolean", default: false } },
  });
  if (values.jsonl) {
    if (positionals.length > 0 || values.format !== undefined || values.out !== undefined || values.home !== undefined) throw new AppError("wrong-usage", "--jsonl reads standard input and writes standard output; it takes no files, no --format, no --home and no --out.");
    return runStream(io, await io.loadTools());
  }
  if (positionals.length === 0) throw new AppError("wrong-usage", "Name the articles to analyse.");
  const format = findFormat(values.format ?? "sidecar");
  if (!format) throw new AppError("unknown-format", `There is no format "${values.format}"; choose ${FORMATS.map(({ id }) => id).join(", ")}.`);
  if (values.out !== undefined && positionals.includes(INPUT)) throw new AppError("wrong-usage", "What comes on standard input has no name for a file in --out; send the output where it shall go.");
  const out = values.out === undefined ? undefined : resolve(io.cwd, values.out);
  if (out !== undefined) await makeFolder(out);
  const tools = await io.loadTools();
  await tellUnknownHome(values.home, tools, io);
  return analyzeFiles(positionals, { format, out, home: values.home, io, tools, progress: createProgress(io.errors), written: new Map() });
}

interface Job {
  readonly format: ExportFormat;
  /** Folder for the results; undefined for beside the article or standard output. */
  readonly out: string | undefined;
  readonly home: string | undefined;
  readonly io: CommandIo;
  readonly tools: AnalysisTools;
  readonly progress: Progress;
  /** Results of this run and the article of each, so that two articles of one name do not overwrite each other's. */
  readonly written: Map<string, string>;
}

/** One article after the other; one that fails is told and does not stop the others. */
async function analyzeFiles(files: readonly string[], job: Job): Promise<ExitCode> {
  const { format, io, progress } = job;
  const toOutput: AnnotatedArticle[] = [];
  let code: ExitCode = EXIT.ok;
  for (const [index, file] of files.entries()) {
    try {
      const article = await analyzeFile(file, job, (done) => progress.show((index + done) / files.length, file));
      if (file === INPUT || (job.out === undefined && format.id !== "sidecar")) toOutput.push(article);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      code = EXIT.badInput;
      await progress.clear();
      await io.errors.write(`on-record: ${printable(`${file}: ${error.message}`)}\n`);
    }
  }
  await progress.clear();
  if (toOutput.length > 0) await io.output.write(format.serialize(toOutput));
  return code;
}

async function analyzeFile(file: string, job: Job, onProgress: (done: number) => Promise<void>): Promise<AnnotatedArticle> {
  if (file === INPUT) return analyzeInput(job, onProgress);
  const { format, home, io, out, tools, written } = job;
  const path = resolve(io.cwd, file);
  if (file.toLowerCase().endsWith(SIDECAR_ENDING)) throw new AppError("wrong-usage", "This is a sidecar, no article; check it with: on-record validate");
  const { text, encoding } = await readTextFile(path, LARGEST_ARTICLE);
  const target = join(out ?? dirname(path), `${basename(path)}.${format.extension}`);
  const other = written.get(target);
  if (other !== undefined) throw new AppError("unwritable-file", `Its result would overwrite that of ${other}; give it another folder.`);

  // decisions come from the sidecar that is written, else from the one beside the article
  const beside = `${path}${SIDECAR_ENDING}`;
  const sidecarPath = format.id === "sidecar" ? target : beside;
  const sidecarText = await readTextFileIfThere(sidecarPath, LONGEST_SIDECAR);
  const kept = sidecarText === undefined ? await readDecisions(beside) : parseDecisions(sidecarText, sidecarPath);
  const fresh = await analyzeText({ text, file: basename(path), format: toArticleFormat(path), ...userDate(kept), ...(home === undefined ? {} : { home }) }, tools, onProgress);
  const merged = kept ? mergeAnalysis(anchorDocument(kept, text).document, fresh) : fresh;
  const described = describeDocument(merged, text);
  const document = { ...described, source: { ...described.source, file: relative(dirname(sidecarPath), path).replaceAll("\\", "/") } };

  const article = { document, text };
  if (out !== undefined || format.id === "sidecar") {
    const content = serializeFile(format, [article]);
    if (content !== sidecarText || format.id !== "sidecar") await writeFileAtomic(target, content);
    written.set(target, file);
  }
  await tellEncoding(file, encoding, io);
  return article;
}

const INPUT_NAME = "standard input";

/** An article on standard input: it has no name of its own, and no sidecar whose decisions were to be kept. */
async function analyzeInput({ home, io, tools }: Job, onProgress: (done: number) => Promise<void>): Promise<AnnotatedArticle> {
  const { text, encoding } = await readTextStream(io.input, LARGEST_ARTICLE);
  const document = await analyzeText({ text, id: INPUT_NAME, ...(home === undefined ? {} : { home }) }, tools, onProgress);
  await tellEncoding(INPUT_NAME, encoding, io);
  return { document: describeDocument(document, text), text };
}

async function tellUnknownHome(home: string | undefined, { gazetteer }: AnalysisTools, io: CommandIo): Promise<void> {
  if (home !== undefined && !findHome({ text: "", home }, gazetteer)) await io.errors.write(`on-record: --home: no place is known as "${printable(home)}", so it changes nothing\n`);
}

async function tellEncoding(file: string, encoding: string, io: CommandIo): Promise<void> {
  if (encoding !== "utf-8") await io.errors.write(`on-record: ${printable(file)}: read as ${encoding}\n`);
}

/** The decisions in a sidecar; none where there is none. */
async function readDecisions(path: string): Promise<AnnotationDocument | undefined> {
  const text = await readTextFileIfThere(path, LONGEST_SIDECAR);
  return text === undefined ? undefined : parseDecisions(text, path);
}

/** The decisions in the text of a sidecar. One that cannot be read is never written over. */
function parseDecisions(text: string, path: string): AnnotationDocument {
  const parsed = parseSidecar(text);
  if (parsed.ok) return parsed.value;
  const { code, message, data } = parsed.error;
  throw new AppError(code, `${basename(path)} was left as it is: ${message}`, data);
}

/** A day that a person set counts for all relative dates. */
function userDate(kept: AnnotationDocument | undefined): { published: string } | undefined {
  const { published, publishedFrom } = kept?.source ?? {};
  return publishedFrom === "user" && typeof published === "string" ? { published } : undefined;
}

async function analyzeText(input: ArticleInput, tools: AnalysisTools, onProgress: (done: number) => Promise<void>): Promise<AnnotationDocument> {
  const steps = analysisSteps(input, tools);
  for (;;) {
    const step = nextStep(steps);
    if (step.done) return step.value;
    await onProgress(step.value);
  }
}

function nextStep(steps: Generator<number, AnnotationDocument>): IteratorResult<number, AnnotationDocument> {
  try {
    return steps.next();
  } catch (error) {
    throw toAnalysisFailure(error);
  }
}
