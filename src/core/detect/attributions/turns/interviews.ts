import type { TextRange } from "../../../document/range.js";
import { holdsStatements, type Article, type Block } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";

/** The answers of an interview, and the blocks of its questions and answers. */
export interface Interview {
  readonly attributions: readonly Attribution[];
  readonly blocks: ReadonlySet<Block>;
}

/** A question's paragraph is short. */
const LONGEST_QUESTION = 400;
/** So many questions make an interview: those that are set in bold or as headings, and those that stand there as plain paragraphs. */
const LEAST_MARKED = 2;
const LEAST_PLAIN = 3;
/** The share of the answers in which somebody speaks of himself. */
const LEAST_FIRST_PERSON = 0.6;
const FIRST_PERSON = /(?<![\p{L}“"‘'])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me)(?![\p{L}])/u;
/** An answer that quotes others at length is the article's own prose. */
const REPORTS = /[,?!]["”’] \p{L}+(?: \p{L}+){0,3} (?:said|says|told|added|wrote|writes)\b|\b(?:said|says|wrote|writes)[,:] ["“]/u;
const SECOND_PERSON = /(?<!\p{L})you(?:r|rs|rself)?(?!\p{L})/iu;
const EMPHASIS = /^(?:\*\*|__)/u;
const CONFIDENCE = 0.8;

/**
 * An interview without labels: paragraphs that ask whom they call "you", in bold, as headings or plain, and between them answers in which somebody says "I".
 * Where answers tell of nobody in the first person it is no interview, but a list of frequent questions.
 */
export function readInterview(article: Article): Interview {
  const turns = turnsOf(article);
  const questions = turns.map(({ question }) => article.text.slice(question.start, question.end));
  const isMarked = turns.length >= LEAST_MARKED && turns.every(({ question }) => isSetApart(article, question));
  const asked = questions.filter((words) => SECOND_PERSON.test(words)).length;
  const answers = turns.map(({ answer }) => article.text.slice(answer[0]?.start, answer.at(-1)?.end));
  const own = answers.filter((words) => FIRST_PERSON.test(words)).length;
  const isReport = answers.some((words) => REPORTS.test(words));
  const isInterview = !isReport && (isMarked ? asked >= 1 : turns.length >= LEAST_PLAIN && asked * 2 >= turns.length) && own >= LEAST_FIRST_PERSON * turns.length;
  if (!isInterview) return { attributions: [], blocks: new Set() };
  return {
    attributions: turns.map(({ answer }) => ({ contents: answer.map(({ start, end }): TextRange => ({ start, end })), cue: null, source: null, construction: "label", confidence: CONFIDENCE })),
    blocks: new Set(turns.flatMap(({ question, answer }) => [question, ...answer])),
  };
}

/** Questions with the paragraphs that follow them, up to the next question or heading. */
function turnsOf(article: Article): { question: Block; answer: Block[] }[] {
  const { blocks } = article;
  const asked = blocks.map((block) => isQuestion(article, block));
  // of plain and marked questions in one article only the marked ones are the interviewer's
  const isMarked = blocks.filter((block, index) => asked[index] === true && isSetApart(article, block)).length >= LEAST_MARKED;
  const turns: { question: Block; answer: Block[] }[] = [];
  let open: Block[] | undefined;
  blocks.forEach((block, index) => {
    if (asked[index] === true && (!isMarked || isSetApart(article, block))) {
      open = [];
      turns.push({ question: block, answer: open });
    } else if (block.label || block.kind === "heading") open = undefined;
    else if (holdsStatements(block)) open?.push(block);
  });
  return turns.filter(({ answer }) => answer.length > 0);
}

function isQuestion({ text }: Article, block: Block): boolean {
  if (block.label || (block.kind !== "heading" && !holdsStatements(block)) || block.end - block.start > LONGEST_QUESTION) return false;
  return /\?(?:\*\*|__)?$/u.test(text.slice(block.end - 3, block.end)) && !/^["“‘'«]/u.test(text.slice(block.start, block.start + 1));
}

/** In bold, as marks of Markdown beside or inside the block tell, or as a heading. */
function isSetApart({ text }: Article, { kind, start }: Block): boolean {
  return kind === "heading" || EMPHASIS.test(text.slice(start, start + 2)) || EMPHASIS.test(text.slice(Math.max(0, start - 2), start));
}
