import { isFlag } from "./newsroom.js";
import { isSayingVerb } from "./sayingVerbs.js";

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:\s(?:(?:of|for|and|the)\s){0,2}\p{Lu}[\p{L}\p{M}.'’-]{0,30}){0,4}`;
/** Whom a machine that writes down talks does not know: "Speaker 1", "SPEAKER_00". */
const NUMBERED = String.raw`(?:(?:Unknown\s)?Speaker|Voice|Participant|Interviewer|Interviewee|Respondent|Person|Caller|Guest|Panell?ist|Audience\sMember|SPEAKER|VOICE|PARTICIPANT|INTERVIEWER|INTERVIEWEE|RESPONDENT|CALLER|GUEST)[\s_]#?\d{1,3}`;
/** What may stand between a name and its colon: "Jane Doe (laughs):", "JANE DOE, host:", "Jane Doe (Hexham) (Con):", "Jane Doe [00:12]:", "Jane Doe/The Ledger:". */
const LABEL_NOTE = String.raw`(?:(?:\s?[([][^()[\]]{1,40}[)\]]){1,2}|\/\p{Lu}[\p{L}\d .&'’-]{1,30}|,\s\p{L}[^:,()\n]{0,40})?`;
const EMPHASIS = String.raw`(?:\*\*|__)?`;
/** As a congress or a central bank prints them, with a stop: "Mr. HALE.", "The PRESIDING OFFICER.", "CHAIR HALE." */
const STOPPED = String.raw`(?:(?:M(?:[RrSs]|RS|rs|ISS|iss)|D[Rr])\.?|(?:VICE\s)?CHAIR(?:MAN|WOMAN|PERSON)?|GOVERNOR|PRESIDENT|SENATOR|SECRETARY|JUDGE|JUSTICE)\s\p{Lu}{2,}(?:[-'’ ]\p{Lu}{2,}){0,2}(?:\sof\s\p{Lu}[\p{Ll} ]{2,20})?|T(?:he|HE)\s(?:\p{Lu}{4,}\s){0,2}\p{Lu}{4,}(?:\spro\stempore)?`;
const LABEL = new RegExp(
  String.raw`^(?:(?<stopped>${STOPPED})\.\s|(?<asked>Q)(?=\s{2}|\t)|(?<glued>Q)(?=\p{Lu}\p{Ll}))\s{0,8}(?=\S)|^["“]?\s{0,4}${EMPHASIS}(?:(?<name>Q|A|${NUMBERED}|${NAME})${LABEL_NOTE}\s{0,4}${EMPHASIS}:|(?<letter>[QA])${EMPHASIS}\.)${EMPHASIS}\s{1,6}(?=\S)|^<v(?:\.[\w.]{1,30})?\s(?<voice>[^<>\n]{1,40})>\s{0,3}(?=\S)`,
  "u",
);

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** A line of its own before what is said: "Jane Doe  0:12", "Speaker 1 (00:12)". */
const LABEL_LINE = new RegExp(String.raw`^${EMPHASIS}(?<line>${NUMBERED}|${NAME})${EMPHASIS}\s{1,6}[([]?${TIME}[)\]]?\s?:?$`, "u");

/** A line of its own that tells who speaks below and as what, as transcripts of companies' calls have it: "Jane Doe -- Chief Executive Officer"; "Operator" has no name. */
const TITLED_LINE = new RegExp(String.raw`^${EMPHASIS}(?:(?<titled>${NAME})\s{1,3}(?:--|[-–—])\s{1,3}\p{Lu}[^:"“”]{2,90}[^\s.!?:"“”]|(?<operator>Operator))${EMPHASIS}$`, "u");

/** "[Jane Doe] …", "Jane Doe – …", "<jane> …", and a message with its time: "[10:41] jane: …", "10:41 - Jane: …". */
const LOOSE_LABEL = new RegExp(
  String.raw`^(?:\[(?<inside>${NAME})\]:?\s{0,6}|(?<dashed>${NAME})\s{1,2}[–—]\s{1,2}|<(?<angled>\p{L}[\p{L}\d_.|^-]{0,20})>\s{1,3}|[[(]?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?\s?(?:[-–—]\s?)?(?<timed>\p{L}[\p{L}\d_.'’-]{0,20}(?:\s\p{L}[\p{L}\d_.'’-]{0,20}){0,2}):\s{1,6})(?=\S)`,
  "u",
);

const LABEL_MARK = /:|^[^A-Za-z]{0,8}[QA][^A-Za-z]|^Q[A-Z]|^<v|^[A-Z][A-Za-z]{0,10}\.? [A-Z]{2}/u;
const LOOSE_MARK = /^[[<(\d]|\s[–—]\s/u;
/** Words that no label begins with: "The minister said: …". */
const SENTENCE_HEAD = /^["“]?[A-Za-z][a-z]*\s(?!(?:of|for|and|the)\s)[a-z]/u;
const LONGEST_TITLED = 120;
/** Words of a label that is written small. */
const MOST_SMALL_WORDS = 3;

/** Name of the "Q" in "QWhat happened?", whose space was lost; without answers it is a word's ("QAnon"). */
export const GLUED = "Q+";

/** A speaker's label, as offsets into its paragraph. */
export interface Label {
  readonly start: number;
  readonly end: number;
  /** In capitals. */
  readonly name: string;
  /** Datelines, lists and logs look the same: only where most paragraphs have one and several return is it a label. */
  readonly isLoose: boolean;
  /** A line of its own with what the speaker is: only where there are several and one returns. */
  readonly isTitled: boolean;
}

/**
 * A speaker's label at the head of a paragraph ("LAVROV:", "Q:", "Jane Doe:", "[Doe]", "Speaker 1:"), or on a line of its own with the time ("Jane Doe
 * 0:12"); whether it is one only its repetition tells.
 *
 * @param isSmall the text has no capitals at all
 */
export function labelAt(paragraph: string, isSmall: boolean): Label | undefined {
  const written = paragraph.slice(0, 160);
  const raised = isSmall ? written.toUpperCase() : written;
  // some letters are two in capitals
  const head = raised.length === written.length ? raised : written;
  const titled = paragraph.length <= LONGEST_TITLED ? TITLED_LINE.exec(head)?.groups : undefined;
  const bearer = titled?.titled ?? titled?.operator;
  if (bearer !== undefined) return { start: 0, end: paragraph.trimEnd().length, name: bearer.toUpperCase(), isLoose: false, isTitled: true };
  const found = (LABEL_MARK.test(head) && !SENTENCE_HEAD.test(head) ? (LABEL.exec(head) ?? (paragraph.length > head.length ? null : LABEL_LINE.exec(head))) : null) ?? (LOOSE_MARK.test(head) ? LOOSE_LABEL.exec(head) : null);
  const { stopped, asked, glued, name, letter, voice, line, inside, dashed, angled, timed } = found?.groups ?? {};
  const own = stopped ?? asked ?? glued ?? name ?? letter ?? voice ?? line;
  const words = own ?? inside ?? dashed ?? angled ?? timed;
  if (!found || words === undefined || isFlag(words) || (isSmall && isSentence(words))) return undefined;
  const start = found[0].lastIndexOf(words);
  return { start, end: start + words.length, name: glued ? GLUED : words.toUpperCase(), isLoose: own === undefined, isTitled: false };
}

/** "the minister said: …" where nothing has a capital. */
function isSentence(words: string): boolean {
  const parts = words.toLowerCase().split(/\s/u);
  return parts.length > MOST_SMALL_WORDS || isSayingVerb(parts.at(-1) ?? "");
}
