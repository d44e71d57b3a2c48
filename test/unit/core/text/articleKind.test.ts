import assert from "node:assert/strict";
import { looksLikeArticle, type ArticleKind } from "../../../../src/core/text/articleKind.js";

const STORY =
  "The council of Fosnes voted on Monday to close the harbor for the summer. “We have no choice,” said Ida Brandt, the mayor.\n\n" +
  "Fishermen were not consulted, according to their union. They will meet in the old hall on Thursday.\n";

/** Subtitles, one a second. */
const subtitles = (lines: readonly string[]): string => lines.map((line, nth) => `${nth + 1}\n00:00:0${nth},000 --> 00:00:0${nth + 1},000\n${line}`).join("\n\n");

const articles: readonly [about: string, text: string, file?: string, languageId?: string][] = [
  ["a wire story of two paragraphs", STORY],
  ["with a dateline and credits", `OSLO, May 5 (NTB) — ${STORY}\n(Reporting by Jane Doe; editing by John Roe)`, "story.txt", "plaintext"],
  ["Windows line ends", STORY.replaceAll("\n", "\r\n")],
  ["wrapped by hand", STORY.replaceAll(/(?<words>(?:\S+ ){8})/gu, "$<words>\n")],
  ["one sentence a line", STORY.replaceAll(". ", ".\n")],
  ["Markdown with front matter", `---\ntitle: Harbor\ndate: 2024-05-05\ntags: [harbor, summer]\n---\n\n# Harbor closes\n\n${STORY}`, "posts/harbor.md", "markdown"],
  ["Markdown with links and a quotation", `# Harbor closes\n\nThe [council](https://example.org/council) of *Fosnes* voted on Monday.\n\n> “We have no choice,” she said.\n\n${STORY}`, "harbor.md", "markdown"],
  ["an interview", "**Q:** Why did you close the harbor?\n\n**A:** Because it is full of mud, and nobody wants to pay for it.\n\n**Q:** And the boats?\n\n**A:** They will have to go to Namsos until the autumn, I am afraid.\n", "a.md", "markdown"],
  ["a transcript", "BRANDT: We will vote now, if nobody has a question.\nLUND: I have one. Who is going to pay for the pier?\nBRANDT: The county is. They told us so in March.\nLUND: Then I have no more questions.\n"],
  ["subtitles of a talk", subtitles(["BRANDT: We will vote now, if nobody has a question.", "LUND: I have one. Who is going to pay for it?", "BRANDT: The county is, as we said in March."]), "talk.srt", "plaintext"],
  ["a list of demands inside a story", `${STORY}\n- an open harbor\n- a new pier\n- a seat on the board\n\n${STORY}`],
  ["a story about numbers", "The county spent 4.5 million kroner in 2023, up from 3.1 million in 2022. It plans to spend 5.2 million, or 14 percent more, in 2024, the budget says. Nobody objected.\n"],
  ["a story about software", `${STORY}\nThe program, which runs on \`Linux\`, was written by students in Trondheim. They gave it away for free, and now it counts the boats of half the coast.\n`],
  ["a page whose tags were left in", STORY.split("\n\n").map((paragraph) => `<p class="text">${paragraph.trim().replaceAll("“", "&ldquo;").replaceAll("”", "&rdquo;")}</p>`).join("\n")],
  ["short turns in quotation marks", "“Where is the pier?” asked Ida.\n\n“Gone – washed away!” said Lund. “Not a plank is left …”\n\n“And the boats?” she said.\n\n“The boats?” He laughed. “They are gone, too!”\n"],
  ["marks and dashes lost to the wrong encoding", STORY.replaceAll(/[“”]/gu, "\uFFFD").replaceAll("council", "caf\uFFFD \uFFFD the council\uFFFDs")],
  ["another language", "Kommunestyret stemte mandag for å stenge havna i sommer. «Vi har ikke noe valg», sa ordføreren. Fiskerne ble ikke spurt, ifølge laget. De møtes torsdag i det gamle huset.\n"],
];

const JSON_LIKE = '{\n  "name": "harbor",\n  "version": "1.0.0",\n  "scripts": {\n    "build": "node build.mjs",\n    "test": "node test.mjs --all --quiet",\n    "lint": "oxlint"\n  },\n  "private": true,\n  "license": "MIT",\n  "files": ["dist", "media", "schemas", "lexicon"],\n  "type": "module"\n}\n';
const others: readonly [about: string, why: ArticleKind, text: string, file?: string, languageId?: string][] = [
  ["nothing", "empty", ""],
  ["white space", "empty", " \n\t\n"],
  ["subtitles of a film", "not prose", subtitles(["We will vote now, if nobody has a question.", "I have one. Who is going to pay for it?", "The county is, as we said in March."]), "film.srt"],
  ["a note", "short", "Buy milk. Call Ida. Fix the pier."],
  ["a headline alone", "short", "Harbor closes for the summer"],
  ["bytes", "binary", `PNG\u0000\u0001\u0002${"\u0000\u0003abc ".repeat(40)}`],
  ["another script in the wrong encoding", "binary", "\uFFFD\uFFFD \uFFFDa\uFFFD\uFFFD. ".repeat(40)],
  ["tags without words", "code", Array.from({ length: 30 }, (_, n) => `<div class="pier${n}">\n  <span id="boat${n}" title="A boat of the harbor. It is here.">\n  </span>\n</div>`).join("\n")],
  ["requirements", "file name", STORY, "requirements.txt"],
  ["requirements for development", "file name", STORY, "/home/ida/app/requirements-dev.txt"],
  ["a build file", "file name", STORY, "C:\\app\\CMakeLists.txt"],
  ["a licence", "file name", STORY, "LICENSE"],
  ["rules for robots", "file name", STORY, "robots.txt"],
  ["a change log by name", "file name", STORY, "CHANGELOG.md", "markdown"],
  ["a log by name", "file name", STORY, "server.log"],
  ["Python", "language", STORY, "a.py", "python"],
  ["requirements under another name", "configuration", "flask==2.0.1\nrequests>=2.25,<3\nnumpy~=1.26\npandas==2.1.0\npytest>=7\nblack==23.1\nmypy>=1.0\nruff==0.1.0\nhttpx>=0.24\nrich==13.0\nclick>=8\njinja2==3.1\npyyaml>=6\nlxml==4.9\nboto3>=1.26\nredis==4.5\ncelery>=5\nsix==1.16\ntqdm>=4\nattrs==22.2\n"],
  ["settings", "configuration", Array.from({ length: 20 }, (_, n) => `[section${n}]\nname = value${n}\npath = /usr/share/thing${n}\nlevel: high`).join("\n")],
  ["JSON in a text file", "configuration", JSON_LIKE],
  ["a program in a text file", "code", "import os\n\ndef read_names(path):\n    with open(path) as file:\n        return [line.strip() for line in file]\n\nfor name in read_names('names.txt'):\n    print(name.upper())\n    if name.startswith('A'):\n        os.remove(name)\n\nclass Harbor:\n    def __init__(self, name, piers):\n        self.name = name\n        self.piers = piers\n"],
  ["minified code", "code", `var a=function(b,c){return b.d(c)};${"e.f=function(g){for(var h=0;h<g.length;h++)if(g[h]===a)return!0;return!1};".repeat(200)}`],
  ["a log", "log", Array.from({ length: 30 }, (_, n) => `2024-05-05 10:00:${String(n).padStart(2, "0")} INFO worker started task ${n} for the customer in queue`).join("\n")],
  ["a table", "table", `name,country,population,capital\n${Array.from({ length: 20 }, (_, n) => `Town${n},Norway,${n}000,no`).join("\n")}`],
  ["a list of words", "list", Array.from({ length: 60 }, (_, n) => `word${"abcdefghij".charAt(n % 10)} again`).join("\n")],
  ["things to do", "list", Array.from({ length: 15 }, (_, n) => `- [ ] call the plumber about pier ${n}`).join("\n")],
  ["a licence's text", "licence", "The Harbor Licence\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the Software without restriction. The above copyright notice shall be included in all copies of the Software.\n", "terms.txt"],
  ["a change log", "change log", "# What is new\n\n## 1.2.0\n\n- The harbor opens faster than before.\n- A pier can be moved.\n\n## 1.1.0 (2024-01-02)\n\n- Boats have names now, and these names can be changed by whoever owns the boat.\n\n## 1.0.0\n\nFirst release of the program.\n", "news.md", "markdown"],
  ["the manual of a program", "documentation", "# Harbor\n\n[![build](https://example.org/badge.svg)](https://example.org)\n\nHarbor counts boats. It is written in TypeScript and runs everywhere.\n\n## Installation\n\n```sh\nnpm install harbor\n```\n\n## Usage\n\nCall the program with the name of a port. It prints the number of boats.\n\n## License\n\nMIT\n", "README.md", "markdown"],
  ["a manual full of code words", "documentation", "The `port` option names the harbor. Use `--all` to count every boat, `--json` for machines and `--quiet` for none. The default of `port` is `Fosnes`. Set `HARBOR_HOME` first, or `harbor init` fails.\n", "options.md", "markdown"],
  ["notes on a release", "documentation", "The program now reads port_names from the file that --ports names, and open_harbor() no longer fails when --all is given. Thanks to Ida for the report. Old files are still read.\n", "notes.txt"],
  ["a short readme", "documentation", "# Harbor\n\nThis folder holds the boats of Fosnes, one file a boat. Run `count` to count them. Nothing else is needed, and nothing is written to the disk.\n", "boats/Readme.md", "markdown"],
];

suite("which texts are articles", () => {
  for (const [about, text, file, languageId] of articles) {
    test(about, () => assert.deepEqual(looksLikeArticle({ text, ...(file === undefined ? {} : { file }), ...(languageId === undefined ? {} : { languageId }) }), { isArticle: true, why: "prose" }));
  }
  for (const [about, why, text, file, languageId] of others) {
    test(`not ${about}`, () => assert.deepEqual(looksLikeArticle({ text, ...(file === undefined ? {} : { file }), ...(languageId === undefined ? {} : { languageId }) }), { isArticle: false, why }));
  }
});
