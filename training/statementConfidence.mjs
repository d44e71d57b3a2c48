// Fits how sure a whole statement is: node training/statementConfidence.mjs --data GOLD
//
// GOLD/attribution/train.jsonl and dev.jsonl have one {"id", "text", "published"?, "statements": [{"source", "cue", "content"}]} a line. It is fitted on one training
// article in fourteen, which the tagger has not learned from (see make.py), and measured on dev. A statement is right where its words agree with a
// gold one by half (words in both over words in either) and its source overlaps that one's, or both have none.
// Writes src/core/resolve/confidence.generated.ts and prints two tables of reliability for models/tagger.md: of what was fitted (right words and source), and of
// what is shown, where it is times how sure it is who speaks: the gold does not tell who "he" is, so that those count as right whoever they are said to be.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldFolder, last, openCore, readRecords, root } from "./productCore.mjs";

const SOURCE = `
  export { findingSteps } from "./analyze.js";
  export { confidenceFigures, foundConfidence, statementConfidence } from "./resolve/confidence.js";
  export { CONFIDENCE } from "./resolve/confidence.generated.js";
`;
const APART = 14;
const STEPS = 3000;
const RATE = 0.02;
/** The best of 2, 6, 15, 40 and 100 or nearly, by cross-validation on the articles that were kept apart. */
const PENALTY = 15;
/** Statements in a bin of the table at least. */
const LEAST_BIN = 200;

const data = goldFolder("statementConfidence.mjs");
const { core, tools } = await openCore(SOURCE);

function statementsOf({ statements, ...input }) {
  const { article, attributions, circumstances, speakers } = last(core.findingSteps(input, tools));
  const right = judge(article.text, attributions, statements);
  return attributions.map((attribution, index) => ({ attribution, kind: circumstances[index].kind, choice: speakers.choices[index], right: right[index] }));
}

function judge(text, attributions, gold) {
  const wordsOf = (spans) => new Set(spans.flatMap(([start, end]) => [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map((match) => start + match.index)));
  const known = gold.filter(({ content }) => content.length > 0).map(({ source, content }) => ({ source, words: wordsOf(content) }));
  const pairs = attributions.flatMap(({ contents }, index) => {
    const words = wordsOf(contents.map(({ start, end }) => [start, end]));
    return known.flatMap((each, at) => {
      const shared = [...words].filter((word) => each.words.has(word)).length;
      const alike = shared / (words.size + each.words.size - shared);
      return alike >= 0.5 ? [{ index, at, alike }] : [];
    });
  });
  const right = attributions.map(() => false);
  const taken = new Set();
  const matched = new Set();
  for (const { index, at } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (matched.has(index) || taken.has(at)) continue;
    matched.add(index);
    taken.add(at);
    const { source } = attributions[index];
    right[index] = source ? known[at].source.some(([start, end]) => start < source.end && end > source.start) : known[at].source.length === 0;
  }
  return right;
}

function fit(statements) {
  const rows = statements.map(({ attribution, kind, choice, right }) => ({ figures: Object.entries(core.confidenceFigures(attribution, kind, choice)), right }));
  const weights = new Map(rows.flatMap(({ figures }) => figures.map(([name]) => [name, name === "found" ? 1 : 0])));
  const first = new Map();
  const second = new Map();
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Map([...weights].map(([name, value]) => [name, name === "always" || name === "found" ? 0 : PENALTY * value]));
    for (const { figures, right } of rows) {
      const odds = figures.reduce((sum, [name, value]) => sum + value * weights.get(name), 0);
      const error = 1 / (1 + Math.exp(-odds)) - (right ? 1 : 0);
      for (const [name, value] of figures) slope.set(name, slope.get(name) + error * value);
    }
    for (const [name, sum] of slope) {
      const each = sum / rows.length;
      first.set(name, 0.9 * (first.get(name) ?? 0) + 0.1 * each);
      second.set(name, 0.999 * (second.get(name) ?? 0) + 0.001 * each * each);
      weights.set(name, weights.get(name) - (RATE * (first.get(name) / (1 - 0.9 ** step))) / (Math.sqrt(second.get(name) / (1 - 0.999 ** step)) + 1e-8));
    }
  }
  return Object.fromEntries([...weights].map(([name, value]) => [name, Math.round(value * 100) / 100]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function percent(part) {
  return Math.round(100 * part);
}

function reliability(statements, says) {
  const judged = statements.map((statement) => ({ says: says(statement), right: statement.right })).sort((a, b) => a.says - b.says);
  const bins = Math.max(1, Math.floor(judged.length / LEAST_BIN));
  return Array.from({ length: bins }, (_, bin) => judged.slice(Math.floor((bin * judged.length) / bins), Math.floor(((bin + 1) * judged.length) / bins))).map((bin) => ({
    count: bin.length,
    says: percent(bin.reduce((sum, each) => sum + each.says, 0) / bin.length),
    right: percent(bin.filter((each) => each.right).length / bin.length),
  }));
}

const apart = readRecords(join(data, "attribution/train.jsonl")).filter((_, index) => index % APART === 0).flatMap(statementsOf);
const weights = fit(apart);
Object.keys(core.CONFIDENCE).forEach((name) => delete core.CONFIDENCE[name]);
Object.assign(core.CONFIDENCE, weights);
writeFileSync(
  join(root, "src/core/resolve/confidence.generated.ts"),
  `// Made by training/statementConfidence.mjs; do not edit.\nexport const CONFIDENCE: Readonly<Record<string, number>> = {\n${Object.entries(weights).map(([name, value]) => `  ${/^\w+$/u.test(name) ? name : JSON.stringify(name)}: ${value},\n`).join("")}};\n`,
);
const dev = readRecords(join(data, "attribution/dev.jsonl")).flatMap(statementsOf);
const measures = { "words and source": core.foundConfidence, "as it is shown": core.statementConfidence };
for (const [part, statements] of [["kept apart", apart], ["dev", dev]]) {
  for (const [name, measure] of Object.entries(measures)) {
    const says = ({ attribution, kind, choice }) => measure(attribution, kind, choice);
    const sure = statements.filter((statement) => says(statement) >= 0.9);
    const right = sure.filter((statement) => statement.right).length;
    console.log(`${part}, ${name}: ${statements.length} statements; from 0.9 on ${sure.length}, of which ${((100 * right) / sure.length).toFixed(1)} % are right`);
    const table = reliability(statements, says);
    for (const row of ["count", "says", "right"]) console.log(`| ${row} | ${table.map((bin) => bin[row]).join(" | ")} |`);
  }
}
