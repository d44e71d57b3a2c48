// Prints what a new process needs until it can read, and then for its first text, in milliseconds of processor time: node first.mjs on-record|compromise
import { readFileSync } from "node:fs";
import { textOf } from "./texts.js";

const text = textOf(500);
const start = spent();
const run = process.argv[2] === "compromise" ? await startCompromise() : await startOwn();
const ready = spent();
run();
console.log(`${ready - start} ${spent() - ready}`);

async function startOwn(): Promise<() => unknown> {
  const { analyze } = await import("../../src/core/index.js");
  const { loadGazetteer } = await import("../../src/core/places/packedGazetteer.js");
  const { loadTagger } = await import("../../src/core/tagger/tagger.js");
  const gazetteer = await loadGazetteer(new Uint8Array(readFileSync("lexicon/gazetteer.bin")));
  const tagger = await loadTagger(readFileSync("models/tagger.bin"));
  return () => analyze({ text }, { gazetteer, tagger, generator: "on-record bench" });
}

async function startCompromise(): Promise<() => unknown> {
  const { default: nlp } = await import("compromise");
  return () => {
    const doc = nlp(text);
    return [doc.people().out("array"), doc.places().out("array"), doc.organizations().out("array"), doc.quotations().out("array")];
  };
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
