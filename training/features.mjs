// Writes what the network reads of each article of a file: node training/features.mjs IN.jsonl OUTDIR
//
// IN.jsonl has one {"id", "text", "published"?} a line. OUTDIR gets, all numbers little-endian:
//   spec.json    the columns of a feature row: {"columns": [{"name", "rows", "dim"}, …]}
//   docs.json    the ids of the articles, in order, each with its number of tokens: [{"id", "tokens"}, …]
//   ids.bin      Int32, tokens × columns
//   tokens.bin   Int32, tokens × 2: start and end of each token within its article, in UTF-16 code units
//   windows.bin  Int32, windows × 3: index of the article, first token and end token, counted within the article
//   blocks.bin   Int32, tokens × 2: block and sentence of each token, counted within the article (for links and for legal spans)
// The features are the product's own: this bundles its source, so that there is one definition.
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCore, readRecords } from "./productCore.mjs";

/** The parts of the core that make features. */
const SOURCE = `
  export { readArticle } from "./text/readArticle.js";
  export { holdsMentions } from "./text/article.js";
  export { findArticleDate } from "./detect/articleDate.js";
  export { findQuotations } from "./detect/quotations.js";
  export { addMentions } from "./detect/mentions.js";
  export { COLUMNS } from "./tagger/columns.js";
  export { readFeatures, featureRow } from "./tagger/features.js";
  export { cutWindows } from "./tagger/windows.js";
`;

const [input, outdir] = process.argv.slice(2);
if (!input || !outdir) {
  console.error("node training/features.mjs IN.jsonl OUTDIR");
  process.exit(2);
}
const { core, tools: { gazetteer } } = await openCore(SOURCE, { tagger: false });
mkdirSync(outdir, { recursive: true });
const files = Object.fromEntries(["ids", "tokens", "windows", "blocks"].map((name) => [name, createWriteStream(join(outdir, `${name}.bin`))]));
const docs = [];
for (const { id, text, published } of readRecords(input)) {
  docs.push({ id, tokens: write(docs.length, { text, published: published ?? null }) });
}
await Promise.all(Object.values(files).map((file) => new Promise((done) => file.end(done))));
writeFileSync(join(outdir, "docs.json"), JSON.stringify(docs));
writeFileSync(join(outdir, "spec.json"), JSON.stringify({ columns: core.COLUMNS }));
console.log(`${docs.length} articles, ${docs.reduce((sum, { tokens }) => sum + tokens, 0)} tokens`);

/** Appends one article to the files; gives its number of tokens. */
function write(index, given) {
  const article = core.readArticle(given);
  const published = core.findArticleDate(article, given);
  const quotations = core.findQuotations(article);
  const mentions = { dates: [], places: [], names: [] };
  for (const block of article.blocks) if (core.holdsMentions(block)) core.addMentions(mentions, article, block, published, gazetteer);
  const features = core.readFeatures(article, { quotations, ...mentions });
  const count = article.tokens.length;
  const ids = new Int32Array(count * core.COLUMNS.length);
  const tokens = new Int32Array(count * 2);
  const blocks = new Int32Array(count * 2);
  for (let token = 0; token < count; token++) {
    ids.set(core.featureRow(features, token), token * core.COLUMNS.length);
    tokens.set([article.tokens.start(token), article.tokens.end(token)], token * 2);
  }
  article.sentences.forEach((sentence, nth) => {
    for (let token = sentence.firstToken; token < sentence.endToken; token++) blocks.set([sentence.block, nth], token * 2);
  });
  const windows = Int32Array.from(core.cutWindows(article, quotations).flatMap(({ first, end }) => [index, first, end]));
  for (const [name, numbers] of Object.entries({ ids, tokens, windows, blocks })) files[name].write(Buffer.from(numbers.buffer));
  return count;
}
