import * as chrono from "chrono-node";
import nlp from "compromise";
import { readFileSync } from "node:fs";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { analyze, type AnalysisTools } from "../../src/core/index.js";
import { loadGazetteer } from "../../src/core/places/packedGazetteer.js";
import { loadTagger } from "../../src/core/tagger/tagger.js";

/** One program that reads an article, and how much of our work it does. */
export interface Engine {
  readonly name: string;
  readonly does: string;
  /** Longest text that it is asked to read, in words: some need minutes or gigabytes for more. */
  readonly most: number;
  readonly run: (text: string) => unknown;
  /** True where what it has read before is to count: it reads each text once beforehand. */
  readonly again?: boolean;
}

/** Tokens whose scores the extension's worker keeps. */
const KEPT_TOKENS = 131_072;

/**
 * Ours first, then ours without its network: on a text whose scores are known, as it works after an edit. The others are what a
 * JavaScript program would take for single layers of it.
 */
export async function engines(): Promise<readonly [Engine, Engine, ...Engine[]]> {
  const gazetteer = await loadGazetteer(new Uint8Array(readFileSync("lexicon/gazetteer.bin")));
  const weights = readFileSync("models/tagger.bin");
  const tools: AnalysisTools = { gazetteer, tagger: await loadTagger(weights), generator: "on-record bench" };
  const keeping: AnalysisTools = { ...tools, tagger: await loadTagger(weights, { keptTokens: KEPT_TOKENS }) };
  const wink = winkNLP(model, ["sbd", "pos", "ner"]);
  return [
    { name: "on-record", does: "statements, speakers, entities, places, dates", most: Infinity, run: (text) => analyze({ text }, tools) },
    { name: "all but its network", does: "the same where the network's scores are known", most: 100_000, again: true, run: (text) => analyze({ text }, keeping) },
    {
      name: "compromise",
      does: "sentences, part-of-speech tags, people, places, organizations, quotations",
      most: 100_000,
      run: (text) => {
        const doc = nlp(text);
        return [doc.people().out("array"), doc.places().out("array"), doc.organizations().out("array"), doc.quotations().out("array")];
      },
    },
    {
      name: "wink-nlp",
      does: "sentences, part-of-speech tags, entities of date, number and the like",
      most: 100_000,
      run: (text) => wink.readDoc(text).entities().out(),
    },
    { name: "chrono-node", does: "dates", most: 100_000, run: (text) => chrono.parse(text, new Date(2021, 3, 6)) },
  ];
}
