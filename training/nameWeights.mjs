// Fits the weights by which names of the rules and of the network are chosen: node training/nameWeights.mjs --data GOLD
//
// Reads names/train.jsonl (web texts and news sentences: the corpora of `SHARES`), people/train.jsonl and places/train.jsonl, each line with `text`,
// `published`? and some of `people`, `organizations`, `places` (lists of {"start", "end", "kind"?}). Each stretch that the rules or the network take for a
// name is a case, right as a person, an organization or a place where the gold has just these words. The network has learned from some of these
// texts and is surer of them than of others; so what it says is blurred by noise. Writes src/core/resolve/mentions/nameWeights.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldFolder, last, openCore, readRecords, root } from "./productCore.mjs";

const SOURCE = `
  export { readArticle } from "./text/readArticle.js";
  export { holdsMentions } from "./text/article.js";
  export { findArticleDate } from "./detect/articleDate.js";
  export { findQuotations } from "./detect/quotations.js";
  export { addMentions } from "./detect/mentions.js";
  export { settleMentions } from "./resolve/mentions.js";
  export { evidenceFor, nameCandidates, NETWORK_FIGURES, rivalsOf } from "./resolve/nameEvidence.js";
  export { LEAST_PROBABILITY } from "./resolve/nameWeights.js";
`;
/** What a case of each corpus counts; others are left out. */
const SHARES = [
  ["names/train.jsonl", "EWT", 1],
  ["names/train.jsonl", "PUD", 1],
  ["people/train.jsonl", "", 1],
  ["places/train.jsonl", "GeoVirus", 0.5],
];
const LAYERS = ["people", "organizations", "places"];
/** Deviation of the noise, in logarithms of odds, and the most that they can be. */
const BLUR = 2.2;
const MOST_ODDS = 4;
const PENALTY = 1e-5;
const ROUNDS = 25;

const data = goldFolder("nameWeights.mjs");
const { core, tools: { gazetteer, tagger } } = await openCore(SOURCE);
const random = randomNumbers(12345);
const cases = LAYERS.map(() => []);
for (const [file, corpus, share] of SHARES) {
  for (const document of readRecords(join(data, file))) {
    if ((document.corpus ?? "").startsWith(corpus)) addCases(document, share);
  }
}
const weights = cases.map(fit);
const rows = weights.map((row) => `  [${row.map((weight) => Number(weight.toFixed(2))).join(", ")}],`).join("\n");
const target = join(root, "src/core/resolve/mentions/nameWeights.ts");
writeFileSync(target, readFileSync(target, "utf8").replace(/(= \[\n)(?: {2}\[.*\],\n)+/u, `$1${rows}\n`));
console.log(`${cases.map(({ length }) => length).join(" + ")} cases\n${rows}`);

function addCases({ text, published, ...gold }, share) {
  const input = { text, published: published ?? undefined };
  const article = core.readArticle(input);
  const quotations = core.findQuotations(article);
  const mentions = { dates: [], places: [], names: [] };
  const day = core.findArticleDate(article, input);
  for (const block of article.blocks) if (core.holdsMentions(block)) core.addMentions(mentions, article, block, day, gazetteer);
  const probabilities = last(tagger.read(article, { quotations, ...mentions })).names();
  const settled = core.settleMentions(article, mentions.names, mentions.places);
  const candidates = core.nameCandidates(article, { ...settled, doubtfulNames: mentions.names, doubtfulPlaces: mentions.places, probabilities });
  const rivals = core.rivalsOf(candidates);
  const right = LAYERS.map((layer) => gold[layer] && new Set(gold[layer].map(({ start, end }) => `${start} ${end}`)));
  for (const [index, candidate] of candidates.entries()) {
    const words = `${article.tokens.start(candidate.first)} ${article.tokens.end(candidate.end - 1)}`;
    core.evidenceFor(article, candidate, rivals[index]).forEach((evidence, kind) => {
      if (right[kind]) cases[kind].push({ evidence: blurred(evidence), share, answer: right[kind].has(words) ? 1 : 0 });
    });
  }
}

/** A name alone and all of its kind in the article are blurred alike. */
function blurred(evidence) {
  const figures = [...evidence];
  const { own, shared, others } = core.NETWORK_FIGURES;
  const noise = gauss();
  for (const at of [own, shared]) figures[at] = bounded(figures[at] + noise);
  for (const at of others) figures[at] = bounded(figures[at] + gauss());
  return figures;
}

function bounded(odds) {
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
}

function gauss() {
  return BLUR * Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
}

/** Logistic regression by Newton's method; the first figure, always one, is not penalized. */
function fit(examples) {
  const size = examples[0].evidence.length;
  const total = examples.reduce((sum, { share }) => sum + share, 0);
  let found = Array(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Array(size).fill(0);
    const curve = slope.map((_, row) => slope.map((__, column) => (row !== column ? 0 : row > 0 ? PENALTY * total : 1e-6)));
    for (const { evidence, answer, share } of examples) {
      const probability = 1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * found[at], 0)));
      const spread = share * Math.max(probability * (1 - probability), 1e-6);
      for (let row = 0; row < size; row++) {
        slope[row] += share * (probability - answer) * evidence[row];
        for (let column = 0; column < size; column++) curve[row][column] += spread * evidence[row] * evidence[column];
      }
    }
    for (let row = 1; row < size; row++) slope[row] += PENALTY * total * found[row];
    const step = solve(curve, slope);
    found = found.map((weight, at) => weight - step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-5) break;
  }
  return found;
}

/** Gaussian elimination with pivots. */
function solve(matrix, right) {
  const table = matrix.map((row, index) => [...row, right[index]]);
  for (let at = 0; at < table.length; at++) {
    const pivot = table.slice(at).reduce((best, row, index) => (Math.abs(row[at]) > Math.abs(table[best][at]) ? at + index : best), at);
    [table[at], table[pivot]] = [table[pivot], table[at]];
    for (const [index, row] of table.entries()) {
      if (index === at) continue;
      const factor = row[at] / table[at][at];
      for (let column = at; column < row.length; column++) row[column] -= factor * table[at][column];
    }
  }
  return table.map((row, index) => row.at(-1) / row[index]);
}

function randomNumbers(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}
