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
}

/** Ours first; the others are what a JavaScript program would take for single layers of it. */
export async function engines(): Promise<readonly [Engine, ...Engine[]]> {
  const tools: AnalysisTools = {
    gazetteer: await loadGazetteer(new Uint8Array(readFileSync("lexicon/gazetteer.bin"))),
    tagger: await loadTagger(readFileSync("models/tagger.bin")),
    generator: "on-record bench",
  };
  const wink = winkNLP(model, ["sbd", "pos", "ner"]);
  return [
    { name: "on-record", does: "statements, speakers, entities, places, dates", most: Infinity, run: (text) => analyze({ text }, tools) },
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
