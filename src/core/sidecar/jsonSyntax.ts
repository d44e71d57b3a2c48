/** Where a text stops being JSON. Line and column count from 1, columns in UTF-16 code units. */
export interface SyntaxFault {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** What would have to stand there: "a value", "a comma or ]". */
  readonly expected: string;
  /** True where nothing is wrong but the end: the file was cut off. */
  readonly isTruncated: boolean;
}

/** The deepest nesting of brackets and braces, in one pass over the text; strings are passed over. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        index = endOfString(text, index);
        break;
      case 0x5b: // [
      case 0x7b: // {
        deepest = Math.max(deepest, ++depth);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5c) index++;
    else if (code === 0x22) return index;
  }
  return text.length;
}

const SPACE = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9.+-])/y;

type Expecting = "value" | "value or end" | "name" | "name or end" | "colon" | "separator" | "nothing";

/**
 * Finds the first place at which a text is no JSON; undefined where all of it is. JavaScript engines tell that place each in their
 * own way and some of them not at all. Without recursion, so that no nesting overflows the stack.
 */
export function findSyntaxFault(text: string): SyntaxFault | undefined {
  const open: ("[" | "{")[] = [];
  let expecting: Expecting = "value";
  let offset = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    if (!pattern.test(text)) return false;
    offset = pattern.lastIndex;
    return true;
  };
  const takeString = (): boolean => {
    const end = validStringEnd(text, offset);
    if (end === undefined) return false;
    offset = end;
    return true;
  };
  const afterValue = (): Expecting => (open.length > 0 ? "separator" : "nothing");
  for (;;) {
    take(SPACE);
    const char = text.charAt(offset);
    if (char === "" && expecting === "nothing") return undefined;
    if ((expecting === "value" || expecting === "value or end") && (char === "[" || char === "{")) {
      open.push(char);
      offset++;
      expecting = char === "[" ? "value or end" : "name or end";
    } else if ((expecting === "value" || expecting === "value or end") && (takeString() || take(SCALAR))) {
      expecting = afterValue();
    } else if ((expecting === "name" || expecting === "name or end") && takeString()) {
      expecting = "colon";
    } else if (expecting === "colon" && char === ":") {
      offset++;
      expecting = "value";
    } else if (expecting === "separator" && char === ",") {
      offset++;
      expecting = open.at(-1) === "[" ? "value" : "name";
    } else if ((expecting === "separator" || expecting === "value or end" || expecting === "name or end") && char === (open.at(-1) === "[" ? "]" : "}")) {
      open.pop();
      offset++;
      expecting = afterValue();
    } else {
      return describeFault(text, offset, expecting, open.at(-1));
    }
  }
}

/** One past the closing mark of the string that begins at `start`; undefined where none does. A loop: a pattern overflows on long strings. */
function validStringEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start) !== 0x22) return undefined;
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index + 1;
    if (code < 0x20) return undefined;
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = index;
    if (!ESCAPE.test(text)) return undefined;
    index = ESCAPE.lastIndex - 1;
  }
  return undefined;
}

function describeFault(text: string, offset: number, expecting: Expecting, open: "[" | "{" | undefined): SyntaxFault {
  const close = open === "[" ? "]" : "}";
  const expected: Record<Expecting, string> = {
    value: "a value",
    "value or end": "a value or ]",
    name: "a property name in quotation marks",
    "name or end": "a property name in quotation marks or }",
    colon: "a colon",
    separator: `a comma or ${close}`,
    nothing: "the end of the file",
  };
  const isTruncated = expecting !== "nothing" && (text.slice(offset).trim() === "" || isUnfinished(text, offset));
  return { offset, ...positionAt(text, offset), expected: expected[expecting], isTruncated };
}

/** True where a string or a word begins that only the end of the text cuts off. */
function isUnfinished(text: string, offset: number): boolean {
  if (text.charAt(offset) === '"') return endOfString(text, offset) >= text.length && !/[\n\r]/u.test(text.slice(offset));
  return text.length - offset < 6 && ["true", "false", "null", "-"].some((word) => word.startsWith(text.slice(offset)));
}

/** Line and column of an offset, both from 1. */
function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
