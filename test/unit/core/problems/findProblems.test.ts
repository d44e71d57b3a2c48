import assert from "node:assert/strict";
import { describeProblem } from "../../../../src/core/describe/problems.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import { analyze } from "../../../../src/core/index.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { findProblems } from "../../../../src/core/problems/findProblems.js";
import { openGazetteer } from "../places/openGazetteer.js";

const gazetteer = await openGazetteer();

/** What a person reads of an article's problems, each with the words that it marks. */
function told(text: string, published: string | null = "2022-05-11"): string[] {
  return problemsOf(analyze({ text, published }, { gazetteer, generator: "test 1" }));
}

function problemsOf(document: AnnotationDocument): string[] {
  return findProblems(document).map((problem) => `${problem.annotation.text}: ${describeProblem(problem, englishWording)}`);
}

suite("problems of an article", () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[], published?: null])[] = [
    ["a weekday that the day does not have", "The council met on Monday, June 7, 2022.", ["Monday, June 7, 2022: “Monday, June 7, 2022” contradicts the calendar: that day is a Tuesday."]],
    ["an abbreviated weekday", "The council met on Wed., May 10, 2022.", ["Wed., May 10, 2022: “Wed., May 10, 2022” contradicts the calendar: that day is a Tuesday."]],
    ["the weekday of the calendar", "The council met on Tuesday, June 7, 2022. It will meet again on Thursday.", []],
    ["days counted from a date that nobody knows", "The council met on Tuesday. It will meet again on Friday.", ["Tuesday: The days of “Tuesday” and 1 more are open, because the article’s date is not known. Set the article’s date."], null],
    ["full dates need no article date", "The council met on 7 June 2022.", [], null],
    ["what recurs is not open", "The council meets every Monday and reports annually.", [], null],
    ["durations are not open", "The council met for two days.", [], null],
    ["a surname alone", "“We will build it,” Kalna said. Kalna was applauded.", ["Kalna: The article gives only one name of Kalna."]],
    ["a surname after the full name", "Mayor Ilze Kalna spoke. “We will build it,” Kalna said.", []],
    [
      "two spellings of a surname",
      "President Volodymyr Zelensky spoke. “We will build it,” Zelensky said. Later Volodymyr Zelenskyy left.",
      ["Volodymyr Zelenskyy: “Volodymyr Zelenskyy” may be “Volodymyr Zelensky” in another spelling."],
    ],
    ["two people with one initial and one surname", "Minister K Chandran Rao spoke. Later K Mohan Rao left.", []],
    ["whom everybody knows", "Under President Reagan it was shut. Reagan was applauded.", []],
    ["a relative by the first name", "Mayor Ilze Kalna came with her husband, Peter. “It is late,” said her son Oscar.", []],
    ["somebody by the first name who is no relative", "Mayor Ilze Kalna came with her driver, Peter.", ["Peter: The article gives only one name of Peter."]],
    ["several relatives by their first names", "Mayor Ilze Kalna came with her daughters, Ann, Paula and Ruth.", []],
    ["several of whom nobody is a relative", "Mayor Ilze Kalna came with her drivers, Paula and Ruth.", ["Paula: The article gives only one name of Paula.", "Ruth: The article gives only one name of Ruth."]],
    ["a name in two halves, the other in brackets", "“Then Senator Chuck [Tarrant] asked,” said Ilze Kalna. Tarrant left.", []],
    ["one quarter that two entries tell of", "They met on Capitol Hill.", []],
    ["a city and its state", "They met a New York lawyer.", []],
    ["a whole family", "“We will build it,” said the mayor. The Kalnas were applauded.", []],
    ["a surname that stands behind the second of two", "Charles and Kathleen Moore sued the county.", []],
    ["two letters that changed places", "President Oscar Brynholt spoke. “We will build it,” Byrnholt said.", ["Byrnholt: “Byrnholt” may be “Oscar Brynholt” in another spelling."]],
    ["a woman's form of a surname", "President Peter Zelensky met Olena Zelenska.", []],
    [
      "two spellings once",
      "President Peter Zelensky spoke. Peter Zelensky left. Later Peter Zelenskyy came. “We will build it,” Zelenskyy said.",
      ["Peter Zelenskyy: “Peter Zelenskyy” may be “Peter Zelensky” in another spelling."],
    ],
    ["two spellings of a first name", "Minister Sergei Lavrov spoke. Later Sergey Lavrov left.", ["Sergey Lavrov: “Sergey Lavrov” may be “Sergei Lavrov” in another spelling."]],
    ["a name that sounds alike", "Minister Katherine Jones spoke. Later Catherine Jones left.", ["Catherine Jones: “Catherine Jones” may be “Katherine Jones” in another spelling."]],
    ["a name that sounds alike in both words", "President Muammar Gaddafi spoke. Later Moammar Gadhafi left.", ["Moammar Gadhafi: “Moammar Gadhafi” may be “Muammar Gaddafi” in another spelling."]],
    ["short names sound alike by chance", "Minister Karen Jones met Minister Corinne Jones, John Smith and Jane Smith.", []],
    ["two people with other first names", "Senator Ruth Hansen met Senator Carl Hanson.", []],
    ["a family is no other spelling", "Senator Ruth Carter spoke. The Carters left.", []],
    ["a first name is no other spelling of a surname", "Colonel Thomas Davis left. David Moore stayed, and David wept.", []],
    ["a first name of one whose surname is like it", "Galileo Galilei is honoured. Galileo watched the stars.", []],
    ["a name in capitals is spelled as in small letters", "JEROME HARLOW\n\nJerome Harlow has died.", []],
    ["short words differ by chance", "Susan Rice met Susan Ride.", []],
  ];
  for (const [what, text, expected, published] of cases) test(what, () => assert.deepEqual(told(text, published), expected));

  test("what a person accepted is settled", () => {
    const document = analyze({ text: "The council met on Monday, June 7, 2022.", published: "2022-05-11" }, { gazetteer, generator: "test 1" });
    assert.equal(problemsOf(document).length, 1);
    assert.deepEqual(problemsOf({ ...document, annotations: document.annotations.map((annotation) => ({ ...annotation, status: "accepted" })) }), []);
  });

  test("a place of which others are about as likely", () => {
    const text = "The bridge in Springfield was closed.";
    const document = analyze({ text, published: "2022-05-11" }, { gazetteer, generator: "test 1" });
    const [place] = document.entities;
    assert.ok(place);
    const unsure = { ...document, entities: [{ ...place, confidence: 0.3 }] };
    const [message = ""] = problemsOf(unsure);
    assert.match(message, /^Springfield: “Springfield” was taken for the city in Missouri, United States; \d+ other places bear the name\.$/u);
    assert.deepEqual(problemsOf({ ...document, entities: [{ ...place, confidence: 0.9 }] }), []);
    assert.deepEqual(problemsOf({ ...unsure, entities: [{ ...place, confidence: 0.3, origin: "user" }] }), []);
  });

  test("a town and the district around it are no question", () => {
    const document = analyze({ text: "The bridge in Springfield was closed.", published: "2022-05-11" }, { gazetteer, generator: "test 1" });
    const [place] = document.entities;
    assert.ok(place);
    const district = { name: "Springfield County", kind: "division" as const, country: place.country ?? "US", latitude: (place.latitude ?? 0) + 0.1, longitude: place.longitude ?? 0 };
    assert.deepEqual(problemsOf({ ...document, entities: [{ ...place, confidence: 0.3, alternatives: [district] }] }), []);
  });

  test("problems come in the order of the text", () => {
    const document = analyze({ text: "Kalna met Springfield’s council on Monday, June 7, 2022, Kalna said.", published: "2022-05-11" }, { gazetteer, generator: "test 1" });
    const starts = findProblems(document).map(({ annotation }) => annotation.start);
    assert.ok(starts.length > 1);
    assert.deepEqual(starts, starts.toSorted((a, b) => a - b));
  });
});
