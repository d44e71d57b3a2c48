// Prints what reading an article costs, here and in other libraries, in one run on one machine; writes out/bench.json.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { anchorCosts } from "./anchors.js";
import { engines } from "./engines.js";
import { measure, median, type Cost } from "./measure.js";
import { countWords, textOf } from "./texts.js";

interface Row extends Cost {
  readonly engine: string;
  readonly words: number;
}

const lengths = [500, 5_000, 50_000, 100_000, 1_000_000];
const [own, withoutNetwork, ...others] = await engines();
const rows: Row[] = [];

console.log(`Node ${process.version}, ${process.platform} ${process.arch}; times are processor time\n`);
print("engine", "words", "ms", "words/s", "ms/1,000 words", "MB held");
for (const wanted of lengths) {
  const text = textOf(wanted);
  const words = countWords(text);
  for (const engine of [own, withoutNetwork, ...others]) {
    if (wanted > engine.most) continue;
    if (engine.again === true) engine.run(text);
    const cost = measure(() => engine.run(text));
    rows.push({ engine: engine.name, words, ...cost });
    print(engine.name, words, cost.milliseconds.toFixed(1), Math.round((words / cost.milliseconds) * 1000), ((cost.milliseconds / words) * 1000).toFixed(2), (cost.heldBytes / 1e6).toFixed(1));
  }
}

const ownRows = rows.filter(({ engine }) => engine === own.name);
console.log("\ntime for a word against the text of the step before (1 is linear)");
const growth = ownRows.slice(1).map((row, index) => {
  const before = ownRows[index] ?? row;
  const ratio = row.milliseconds / row.words / (before.milliseconds / before.words);
  print(`${before.words} → ${row.words}`, ratio.toFixed(2));
  return { from: before.words, to: row.words, ratio };
});

console.log("\ntime of the other libraries as a multiple of ours, and of ours without its network, same texts");
const timeOf = (engine: string, words: number): number => rows.find((row) => row.engine === engine && row.words === words)?.milliseconds ?? Number.NaN;
const ratios = others.flatMap((engine) =>
  rows
    .filter((row) => row.engine === engine.name)
    .map(({ words, milliseconds }) => {
      const ratio = milliseconds / timeOf(own.name, words);
      const ratioWithoutNetwork = milliseconds / timeOf(withoutNetwork.name, words);
      print(engine.name, `${words} words`, `${ratio.toFixed(2)} ×`, `${ratioWithoutNetwork.toFixed(2)} ×`, engine.does);
      return { engine: engine.name, words, ratio, ratioWithoutNetwork };
    }),
);

console.log("\na new process: until it can read, and its first text of 500 words");
const firsts = ["on-record", "compromise"].map((engine) => {
  const runs = [1, 2, 3, 4, 5].map(() => execFileSync(process.execPath, ["out/bench/first.mjs", engine], { encoding: "utf8" }).split(" ").map(Number));
  const [ready, first] = [0, 1].map((part) => median(runs.map((run) => run[part] ?? Number.NaN)));
  print(engine, `${ready?.toFixed(0)} ms`, `${first?.toFixed(0)} ms`);
  return { engine, ready, first };
});

console.log("\nreading again after one keystroke");
const keystroke = lengths.slice(0, 4).map((wanted) => {
  const text = textOf(wanted);
  const middle = text.indexOf(" ", text.length / 2);
  let letters = "";
  withoutNetwork.run(text);
  const { milliseconds } = measure(() => {
    letters += "a";
    return withoutNetwork.run(text.slice(0, middle) + letters + text.slice(middle));
  });
  print(`${countWords(text)} words`, `${milliseconds.toFixed(1)} ms`);
  return { words: countWords(text), milliseconds };
});

console.log("\npeak memory of a process that reads one text, above one that reads none");
const peakOf = (words: number): number => Number(execFileSync(process.execPath, ["out/bench/peak.mjs", String(words)], { encoding: "utf8" }));
const empty = peakOf(0);
const memory = lengths.map((words) => {
  const bytes = peakOf(words) - empty;
  print(`${words} words`, `${(bytes / 1e6).toFixed(0)} MB`);
  return { words, bytes };
});

console.log("\nannotations of a text of a million characters");
const anchors = anchorCosts();
for (const { work, milliseconds, recall, wrong, orphans } of anchors) {
  print(work.padEnd(60), `${milliseconds.toFixed(1)} ms`, ...(recall === undefined ? [] : [`${(recall * 100).toFixed(1)} % found`, `${wrong} wrong`, `${orphans} orphans`]));
}

mkdirSync("out", { recursive: true });
writeFileSync("out/bench.json", `${JSON.stringify({ node: process.version, platform: `${process.platform} ${process.arch}`, rows, growth, ratios, firsts, keystroke, anchors, memory, memoryOfNone: empty }, null, 2)}\n`);

function print(...cells: (string | number)[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(16))).join(" "));
}
