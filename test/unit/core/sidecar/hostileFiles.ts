/** About how long each file is, in bytes: long enough that what grows faster than the file would be seen. */
const LENGTH = 1024 * 1024;

const HEAD = '"format":"on-record","version":1,"source":{"id":"x","length":1000000}';

/** `part(0)`, `part(1)`, … up to about the length of a file. */
function many(part: (index: number) => string, separator = ","): string {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < LENGTH; index++) {
    const next = part(index);
    parts.push(next);
    length += next.length + separator.length;
  }
  return parts.join(separator);
}

function file({ entities = "", annotations = "", statements = "", more = "" }: Readonly<Record<string, string>>): string {
  return `{${HEAD}${more && `,${more}`},"entities":[${entities}],"annotations":[${annotations}],"statements":[${statements}]}`;
}

function annotation(id: string): string {
  return `{"id":"${id}","type":"quote","start":0,"end":0,"text":""}`;
}

/** As many ids as a statement may have, each another one. */
const IDS = Array.from({ length: 9990 }, (_, index) => `"${(index + 36).toString(36)}"`).join(",");

/** Files that take much time or memory of a reader which is not made for them, by what is much about them. */
export const hostile: Readonly<Record<string, () => string>> = {
  "one long string": () => file({ more: `"note":"${"x".repeat(LENGTH)}"` }),
  "one long string that does not end": () => `{${HEAD},"note":"${"x".repeat(LENGTH)}`,
  "one long string of escapes": () => file({ more: `"note":"${"\\u0041".repeat(LENGTH / 6)}"` }),
  "brackets that open": () => "[".repeat(LENGTH),
  "braces that open": () => '{"a":'.repeat(LENGTH / 5),
  "nesting to the limit, again and again": () => file({ more: `"note":[${many(() => "[".repeat(90) + "]".repeat(90))}]` }),
  "empty objects": () => file({ more: `"note":[${many(() => "{}")}]` }),
  "empty lists": () => file({ more: `"note":[${many(() => "[]")}]` }),
  "objects each with a field of its own": () => file({ more: `"note":[${many((index) => `{"${index.toString(36)}":0}`)}]` }),
  "fields in one object": () => file({ more: many((index) => `"${index.toString(36)}":0`) }),
  "numbers": () => file({ more: `"note":[${many((index) => `${index % 10}.5`)}]` }),
  "annotations with one id": () => file({ annotations: many(() => annotation("a")) }),
  "annotations with ids of their own": () => file({ annotations: many((index) => annotation(index.toString(36))) }),
  "statements of which no quote is there": () => file({ statements: many((index) => `{"id":"${index.toString(36)}","kind":"direct","quote":["a"]}`) }),
  "statements with many quotes, of which only the last is there": () => file({ annotations: annotation("a"), statements: many((index) => `{"id":"${index}","kind":"direct","quote":[${IDS},"a"]}`) }),
  "statements with many quotes, of which only the first is there": () => file({ annotations: annotation("a"), statements: many((index) => `{"id":"${index}","kind":"direct","quote":["a"${',"b"'.repeat(9990)}]}`) }),
  "roles that refer to nothing": () => file({ entities: many((index) => `{"id":"${index.toString(36).padStart(256, "-")}","type":"person","name":"x","roles":[${Array.from({ length: 10_000 }, () => '{"text":"","annotation":"a"}').join(",")}]}`) }),
  "entities that do not fit": () => file({ entities: many(() => "0") }),
  "statements with every field wrong": () => file({ annotations: annotation("a"), statements: many((index) => `{"id":"${index.toString(36)}","kind":"direct","quote":["a"],"cue":0,"speaker":0,"when":0,"where":0,"entity":0,"status":0,"origin":0,"notes":0}`) }),
  "one statement with fields in great number and every known one wrong": () => file({ annotations: annotation("a"), statements: `{"id":"s","kind":"direct","quote":["a"],"cue":0,"speaker":0,"when":0,"where":0,"entity":0,"status":0,"origin":0,"notes":0,${many((index) => `"${index.toString(36)}":0`)}}` }),
  "strings that a list does not hold, at the limit of nesting": () => `{${HEAD},${many(() => `"a":${"[".repeat(90)}"${"x".repeat(20_000)}":0`)}}`,
  "a long string that a list does not hold, at the limit of nesting": () => `{${HEAD},"a":${"[".repeat(90)}"${"x".repeat(LENGTH)}":0}`,
  "strings that do not end with their line": () => `{${HEAD},"a":[${many(() => '"x', "\n")}`,
  "commas": () => `{${HEAD},"a":[${",".repeat(LENGTH)}]`,
  "line ends": () => `{${HEAD}${"\n".repeat(LENGTH)}`,
  "marks of merge conflicts": () => "<<<<<<<\n=======\n>>>>>>>\n".repeat(LENGTH / 24),
  "marks of merge conflicts that begin and do not end": () => "<<<<<<<\n".repeat(LENGTH / 8) + ">>>>>>>",
  "a merge conflict of many line ends": () => `<<<<<<< a\n${"\n".repeat(LENGTH)}=======\n>>>>>>> b\n`,
  "a merge conflict of two long files": () => `<<<<<<< a\n${file({ annotations: many((index) => annotation(index.toString(36))) })}\n=======\n${file({ annotations: many((index) => annotation(`b${index.toString(36)}`)) })}\n>>>>>>> b\n`,
};
