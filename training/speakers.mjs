// Fits the ranker that finds whom a pronoun or a description stands for: node training/speakers.mjs --data GOLD [--only KIND]
//
// GOLD/coref/train.jsonl has one {"id", "text", "published"?, "mentions": [{"start", "end", "form", "type", "entity", "relation"?, "speech"?}]} a line: which
// mentions are of one entity. Each pronoun and each definite description of the article's own words is a question; the candidates with their
// features are the product's own, and so are the names (an entity of the product is the gold one with which it shares most mentions).
// GOLD/attribution/train.jsonl has one {"id", "text", "statements": [{"source", "cue", "content"}]} a line, each a list of spans. Nobody has written there whom
// "he" and "she" mean, but their gender tells something: the ranker is asked without it, and the probability of those who agree is raised. So it
// learns who speaks again in news, and that news name whom they quote. One article in fourteen is left out for measuring (as in make.py).
// Writes src/core/resolve/speakers/pronouns/weights.generated.ts and prints how often the likeliest candidate is right, five-fold. With --only one kind of
// phrase ("personal", "neuter", "description") is fitted and the others stay as they are: with few questions a fit anew moves them without any gain.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldFolder, last, openCore, readRecords, root } from "./productCore.mjs";

const SOURCE = `
  export { findingSteps } from "./analyze.js";
  export { resolveSpeakers } from "./resolve/speakers.js";
  export { AntecedentFinder } from "./resolve/speakers/pronouns/antecedents.js";
  export { Conversation } from "./resolve/speakers/conversation.js";
  export { nounOf, readDescription } from "./resolve/speakers/phrases/descriptions.js";
  export { FEATURES, NOBODY_FEATURES, probabilities } from "./resolve/speakers/pronouns/features.js";
  export { MentionIndex } from "./resolve/speakers/mentionIndex.js";
  export { RoleIndex } from "./resolve/speakers/phrases/sourceRoles.js";
  export { spokenIn } from "./resolve/speakers/spoken.js";
  export { WEIGHTS } from "./resolve/speakers/pronouns/weights.generated.js";
`;

/** Rounds in which pronouns passed on the way are understood by the weights of the round before. */
const ROUNDS = 3;
const STEPS = 400;
const RATE = 0.05;
/** What a question counts whose answer is known only by gender. */
const HALF_KNOWN = 0.3;
/** Gender that is sure enough to tell. */
const SURE = 0.85;
/** Pull towards nought, for each question. */
const PENALTY = 0.0005;
const FOLDS = 5;

const data = goldFolder("speakers.mjs");
const { core, tools } = await openCore(SOURCE);
const articles = readRecords(join(data, "coref/train.jsonl")).map(analyzed);
const reports = readRecords(join(data, "attribution/train.jsonl")).filter((_, index) => index % 14 !== 0).map(analyzed);

/** The findings of one article up to its speakers, and the entity of ours for each of the gold's. */
function analyzed({ mentions: gold = [], statements, ...input }) {
  const { article, entities, attributions, quotations, dates } = last(core.findingSteps(input, tools));
  const analysis = { article, entities, found: { quotations, dates, places: [], names: [] }, gold, ours: match(gold, entities) };
  return { ...analysis, attributions: statements ? statements.flatMap(toAttribution).sort((a, b) => a.contents[0].start - b.contents[0].start) : attributions };
}

function range(spans) {
  return spans.length > 0 ? { start: spans[0][0], end: spans.at(-1)[1] } : null;
}

function toAttribution({ source, cue, content }) {
  return content.length > 0 ? [{ contents: content.map(([start, end]) => ({ start, end })), cue: range(cue), source: range(source), construction: "source, cue, content", confidence: 1 }] : [];
}

function match(gold, entities) {
  const shared = new Map();
  const starts = new Map();
  entities.forEach(({ mentions }, index) => mentions.forEach(({ start, end }) => starts.set(end, { start, index })));
  for (const { end, head, form, entity } of gold) {
    if (form !== "proper") continue;
    const own = starts.get(end) ?? starts.get(head?.[1]);
    if (!own) continue;
    const counts = shared.get(entity) ?? new Map();
    shared.set(entity, counts.set(own.index, (counts.get(own.index) ?? 0) + 1));
  }
  return new Map([...shared].map(([entity, counts]) => [entity, [...counts].sort((a, b) => b[1] - a[1])[0][0]]));
}

/** Goes through an article's statements: `before(offset)` tells the finder all that stands before an offset. */
function openArticle({ article, entities, found, attributions }) {
  const { choices } = core.resolveSpeakers(article, attributions, entities, found);
  const spoken = core.spokenIn(attributions, found);
  const mentions = new core.MentionIndex(entities);
  const finder = new core.AntecedentFinder(article, entities, mentions, new core.RoleIndex(article, entities, mentions), spoken);
  const conversation = new core.Conversation();
  const told = new Set();
  const blockAt = (offset) => article.blocks.findLastIndex(({ start }) => start <= offset);
  const turns = attributions.map(({ source, contents }, index) => ({ at: source ?? contents[0], end: contents.at(-1), choice: choices[index], source, direct: /["'“‘]/u.test(article.text[contents[0]?.start ?? 0] ?? "") }));
  let next = 0;
  const before = (offset, index = attributions.length) => {
    for (; next < index && turns[next] && turns[next].at.start < offset; next++) {
      const { at, end, choice, source, direct } = turns[next];
      finder.readTo(at.start, conversation);
      conversation.add({ entities: choice.entities, block: blockAt(end.start), at, direct });
      if (source && choice.reason === "unnamed source") told.add(core.nounOf(article, source));
    }
    finder.readTo(offset, conversation);
  };
  return { finder, conversation, told, spoken, before };
}

/** All questions of an article: {kind, candidates, nobody, right, counts}; `right` holds indices of candidates, their number for nobody. */
function questionsOf(analysis) {
  const { article, gold, ours } = analysis;
  const { finder, conversation, told, spoken, before } = openArticle(analysis);
  const questions = [];
  for (const mention of gold.filter(({ form, relation, speech }) => form !== "proper" && !speech && relation !== "pred" && relation !== "appos").sort((a, b) => a.start - b.start)) {
    if (spoken(mention.start)) continue;
    before(mention.start);
    const words = article.text.slice(mention.start, mention.end).toLowerCase();
    const description = mention.form === "common" ? core.readDescription(article, mention) : undefined;
    const query = description ? finder.askDescription(description, conversation, told.has(description.noun)) : /^(?:he|she|they|it)$/u.test(words) ? finder.askPronoun(words, mention, conversation, false) : undefined;
    if (!query || query.candidates.length === 0) continue;
    const entity = ours.get(mention.entity);
    const target = query.candidates.findIndex((candidate) => candidate.entity === entity);
    questions.push({ ...query, right: [target < 0 ? query.candidates.length : target], counts: 1 });
  }
  return questions;
}

/** Sources "he" and "she" of an article in which people of both genders might be meant, without their gender. */
function halfKnownOf(analysis) {
  const { article, entities, attributions } = analysis;
  const { finder, conversation, before } = openArticle(analysis);
  const questions = [];
  attributions.forEach(({ source }, index) => {
    const words = source ? article.text.slice(source.start, source.end).toLowerCase() : "";
    if (!/^(?:he|she)$/u.test(words)) return;
    before(source.start, index);
    const { kind, candidates, nobody } = finder.askPronoun(words, source, conversation, true, ({ type, agreement }) => (type === "person" && Math.max(agreement.he, agreement.she) >= SURE ? 1 : 0));
    const right = candidates.flatMap(({ entity }, at) => (entities[entity].agreement[words] >= SURE ? [at] : []));
    if (right.length > 0 && right.length < candidates.length) questions.push({ kind, candidates, nobody, right, counts: HALF_KNOWN });
  });
  return questions;
}

/** Features that are there, by their place among all. */
function ofCandidate({ row }) {
  return [...row].flatMap((value, index) => (value === 0 ? [] : [[index, value]]));
}

function ofNobody(row) {
  return core.NOBODY_FEATURES.flatMap((name, index) => (row[name] ? [[core.FEATURES.length + index, row[name]]] : []));
}

/** Weights that make the right choices likeliest (multinomial logistic regression, by Adam). */
function fit(questions) {
  const names = [...core.FEATURES.map((name) => ["candidate", name]), ...core.NOBODY_FEATURES.map((name) => ["nobody", name])];
  const values = new Float64Array(names.length);
  const first = new Float64Array(names.length);
  const second = new Float64Array(names.length);
  const rows = questions.map(({ candidates, nobody, right, counts }) => ({
    right: new Set(right),
    counts,
    rows: [...candidates.map(ofCandidate), ofNobody(nobody)],
  }));
  for (let step = 1; step <= STEPS; step++) {
    const slope = values.map((value) => 2 * PENALTY * rows.length * value);
    for (const { rows: choices, right, counts } of rows) {
      const scores = choices.map((row) => row.reduce((sum, [index, value]) => sum + values[index] * value, 0));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const totalRight = shares.reduce((sum, share, choice) => (right.has(choice) ? sum + share : sum), 0);
      choices.forEach((row, choice) => {
        const error = counts * (shares[choice] / total - (right.has(choice) ? shares[choice] / totalRight : 0));
        for (const [index, value] of row) slope[index] += error * value;
      });
    }
    for (let index = 0; index < values.length; index++) {
      const each = slope[index] / Math.max(1, rows.length);
      first[index] = 0.9 * first[index] + 0.1 * each;
      second[index] = 0.999 * second[index] + 0.001 * each * each;
      values[index] -= (RATE * (first[index] / (1 - 0.9 ** step))) / (Math.sqrt(second[index] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  const weights = { candidate: {}, nobody: {} };
  names.forEach(([group, name], index) => {
    const value = Math.round(values[index] * 100) / 100;
    if (value !== 0) weights[group][name] = value;
  });
  return weights;
}

/** How the likeliest choices do on questions that the weights have not been fitted on. */
function crossValidate(byArticle, further, kind) {
  const results = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit([...byArticle.flatMap((questions, index) => (index % FOLDS === fold ? [] : questions)), ...further]);
    for (const { candidates, nobody, right } of byArticle.flatMap((questions, index) => (index % FOLDS === fold ? questions : []))) {
      const shares = core.probabilities(candidates, nobody, weights);
      const best = shares.indexOf(Math.max(...shares));
      results.push({ sure: shares[best], right: right.includes(best), named: !right.includes(candidates.length) });
    }
  }
  console.log(`${kind}: ${results.length} questions, ${results.filter(({ named }) => named).length} of them with an answer`);
  if (further.length > 0) {
    const { right, loss } = agreeing(byArticle, further);
    console.log(`  of those by gender alone: ${(100 * right).toFixed(1)} %, mean loss ${loss.toFixed(3)}`);
  }
  for (const least of [0, 0.4, 0.5, 0.7, 0.9]) {
    const chosen = results.filter(({ sure }) => sure >= least);
    const mean = chosen.reduce((sum, { sure }) => sum + sure, 0) / chosen.length;
    console.log(`  from ${least}: ${chosen.length} chosen, says ${(100 * mean).toFixed(0)}, right ${((100 * chosen.filter(({ right }) => right).length) / chosen.length).toFixed(0)} %`);
  }
}

/** How often the likeliest choice agrees with the pronoun, of those whose answer is known only by gender, and the mean loss (natural logarithm), five-fold. */
function agreeing(byArticle, further) {
  const isIn = (fold) => (_, index) => Math.floor((index / further.length) * FOLDS) === fold;
  let right = 0;
  let loss = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit([...byArticle.flat(), ...further.filter((question, index) => !isIn(fold)(question, index))]);
    for (const question of further.filter(isIn(fold))) {
      const shares = core.probabilities(question.candidates, question.nobody, weights);
      if (question.right.includes(shares.indexOf(Math.max(...shares)))) right++;
      loss -= Math.log(question.right.reduce((sum, choice) => sum + (shares[choice] ?? 0), 0));
    }
  }
  return { right: right / further.length, loss: loss / further.length };
}

const only = process.argv.indexOf("--only");
const kinds = Object.keys(core.WEIGHTS).filter((kind) => only < 0 || kind === process.argv[only + 1]);
for (let round = 0; round < ROUNDS; round++) {
  const questions = articles.map(questionsOf);
  const halfKnown = reports.flatMap(halfKnownOf);
  if (round === ROUNDS - 1) console.log(`${halfKnown.length} questions whose answer is known only by gender`);
  for (const kind of kinds) {
    const byArticle = questions.map((all) => all.filter((question) => question.kind === kind));
    const further = halfKnown.filter((question) => question.kind === kind);
    if (round === ROUNDS - 1) crossValidate(byArticle, further, kind);
    Object.assign(core.WEIGHTS[kind], fit([...byArticle.flat(), ...further]));
  }
}

function toLines(weights) {
  return Object.entries(weights).map(([name, value]) => `      ${/^\w+$/u.test(name) ? name : JSON.stringify(name)}: ${value},\n`).join("");
}

const all = Object.keys(core.WEIGHTS);
const lines = all.map((kind) => {
  return `  ${kind}: {\n    candidate: {\n${toLines(core.WEIGHTS[kind].candidate)}    },\n    nobody: {\n${toLines(core.WEIGHTS[kind].nobody)}    },\n  },\n`;
});
writeFileSync(
  join(root, "src/core/resolve/speakers/pronouns/weights.generated.ts"),
  `// Made by training/speakers.mjs; do not edit.\nimport type { RankerWeights } from "./features.js";\n\nexport const WEIGHTS: Readonly<Record<${all.map((kind) => JSON.stringify(kind)).join(" | ")}, RankerWeights>> = {\n${lines.join("")}};\n`,
);
