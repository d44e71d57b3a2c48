import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run.js";
import type { AnnotationDocument } from "../../../src/core/document/annotationDocument.js";
import { parseSidecar } from "../../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../../src/core/sidecar/serializeSidecar.js";
import { setSpeaker, setStatus } from "../../../src/core/store/decisions.js";
import { openGazetteer } from "../core/places/openGazetteer.js";
import { createTestIo, type TestIo } from "./testIo.js";

const ARTICLE = 'Mayor Ilze Kalna said on Tuesday that the bridge would open in June.\n\n"We are ready," Kalna told reporters.\n';

suite("on-record analyze", () => {
  let folder = "";
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-"));
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(path(name), content);
  const read = (name: string): AnnotationDocument => {
    const result = parseSidecar(readFileSync(path(name), "utf8"));
    if (!result.ok) throw result.error;
    return result.value;
  };
  const analyze = async (...argv: string[]): Promise<{ code: number; io: TestIo }> => {
    const io = createTestIo({ cwd: folder });
    return { code: await run(["analyze", ...argv], io), io };
  };

  test("writes a valid sidecar beside the article and says nothing", async () => {
    write("bridge.txt", ARTICLE);
    const { code, io } = await analyze("bridge.txt");
    assert.deepEqual([code, io.outputText(), io.errorText()], [0, "", ""]);
    const { source, annotations } = read("bridge.txt.annotations.json");
    assert.deepEqual([source.file, source.length], ["bridge.txt", ARTICLE.length]);
    for (const { start, end, text } of annotations) assert.equal(text, ARTICLE.slice(start, end));
    assert.deepEqual(readdirSync(folder).toSorted(), ["bridge.txt", "bridge.txt.annotations.json"], "no temporary file is left");
  });

  test("an article with a name as long as names can be has a sidecar, and one that has no room for it is told why", async () => {
    const long = `${"n".repeat(255 - ".txt.annotations.json".length)}.txt`;
    write(long, ARTICLE);
    assert.deepEqual([(await analyze(long)).io.errorText(), existsSync(path(`${long}.annotations.json`))], ["", true]);
    const longer = `n${long}`;
    write(longer, ARTICLE);
    const { code, io } = await analyze(longer);
    assert.deepEqual([code, io.errorText()], [1, `on-record: ${longer}: The name is too long.\n`]);
  });

  test("a folder for the results is made with those above it, and where none can be made it is told at once", async () => {
    write("bridge.txt", ARTICLE);
    assert.equal((await analyze("bridge.txt", "--out", "found/in/may")).code, 0);
    assert.ok(existsSync(path("found/in/may/bridge.txt.annotations.json")));
    const refused = ["bridge.txt", "bridge.txt/found", ...(process.platform === "linux" ? ["/proc/found"] : [])];
    for (const out of refused) assert.match((await analyze("bridge.txt", "--out", out)).io.errorText(), /^on-record: The folder \S+ cannot be made: There is (?:a file of this name|no such folder)\.\n$/u, out);
  });

  test("“-” is an article on standard input, and what is found in it goes to standard output", async () => {
    const bytes = new TextEncoder().encode(ARTICLE);
    const pipe = async (...argv: string[]): Promise<{ code: number; io: TestIo }> => {
      // cut within a character, too
      const io = createTestIo({ cwd: folder, input: [bytes.slice(0, 1), bytes.slice(1)] });
      return { code: await run(["analyze", "-", ...argv], io), io };
    };
    const { code, io } = await pipe();
    const result = parseSidecar(io.outputText());
    assert.ok(result.ok);
    assert.deepEqual([code, io.errorText(), result.value.source.length, result.value.source.id], [0, "", ARTICLE.length, "standard input"]);
    assert.match((await pipe("--format", "csv")).io.outputText(), /^article,published/u);
    const refused = await pipe("--out", "found");
    assert.equal(refused.code, 2);
    assert.match(refused.io.errorText(), /no name/u);
    assert.deepEqual(readdirSync(folder), [], "nothing is written");
  });

  test("--home says which place of a name is the nearer", async () => {
    write("fire.txt", "A fire broke out in Springfield on Monday. Nobody was hurt, the police said.\n");
    const tools = { gazetteer: await openGazetteer(), generator: "on-record test" };
    const longitudes: unknown[] = [];
    for (const home of ["Columbia, Missouri", "Eugene, Oregon"]) {
      await run(["analyze", "fire.txt", "--home", home, "--out", "found"], { ...createTestIo({ cwd: folder }), loadTools: async () => tools });
      longitudes.push(Math.round(read("found/fire.txt.annotations.json").entities.find(({ type }) => type === "place")?.longitude ?? 0));
    }
    assert.deepEqual(longitudes, [-93, -123]);
    const io = createTestIo({ cwd: folder });
    assert.equal(await run(["analyze", "fire.txt", "--home", "Springfeild, Misouri"], { ...io, loadTools: async () => tools }), 0);
    assert.match(io.errorText(), /no place is known as "Springfeild, Misouri"/u, "one that is mistyped is told");
  });

  test("a second run changes no byte and does not write", async () => {
    write("bridge.txt", ARTICLE);
    await analyze("bridge.txt");
    const before = readFileSync(path("bridge.txt.annotations.json"), "utf8");
    const { mtimeMs } = statSync(path("bridge.txt.annotations.json"));
    await analyze("bridge.txt");
    assert.equal(readFileSync(path("bridge.txt.annotations.json"), "utf8"), before);
    assert.equal(statSync(path("bridge.txt.annotations.json")).mtimeMs, mtimeMs);
  });

  test("what a person decided is kept, in a changed article too", async () => {
    write("bridge.txt", ARTICLE);
    await analyze("bridge.txt");
    const found = read("bridge.txt.annotations.json");
    const [first, second] = found.statements;
    assert.ok(first && second);
    const decided = setSpeaker(setStatus(found, [first.id], "rejected"), second.id, { name: "Anna Ozola", newId: "person-x" });
    write("bridge.txt.annotations.json", serializeSidecar({ ...decided, "x-team": "desk" }));
    const changed = `Bridge to open\n\n${ARTICLE}`;
    write("bridge.txt", changed);
    assert.equal((await analyze("bridge.txt")).code, 0);
    const again = read("bridge.txt.annotations.json");
    assert.equal(again["x-team"], "desk");
    assert.equal(again.statements.length, 2);
    assert.equal(again.statements[0]?.status, "rejected");
    assert.deepEqual([again.statements[1]?.entity, again.statements[1]?.reason], ["person-x", "person"]);
    for (const { start, end, text } of again.annotations) assert.equal(text, changed.slice(start, end));
  });

  for (const [name, content, message] of [
    ["broken", '{"format": "on-record", "version": 1', /left as it is: The file is cut off/u],
    ["foreign", '{"layers": []}', /left as it is: This is no annotations file/u],
    ["newer", '{"format": "on-record", "version": 7}', /left as it is: The file has version 7/u],
  ] as const) {
    test(`a ${name} sidecar is never written over`, async () => {
      write("bridge.txt", ARTICLE);
      write("bridge.txt.annotations.json", content);
      const { code, io } = await analyze("bridge.txt");
      assert.equal(code, 1);
      assert.match(io.errorText(), message);
      assert.equal(readFileSync(path("bridge.txt.annotations.json"), "utf8"), content);
    });
  }

  const bad: [string, (name: string) => void, RegExp][] = [
    ["missing", () => undefined, /no such file/u],
    ["a folder", (name) => mkdirSync(path(name)), /a folder/u],
    ["binary", (name) => write(name, Uint8Array.from([0x89, 0x50, 0, 1, 2, 3, 0, 0, 255, 254, 0])), /binary/u],
    ["full of control characters", (name) => write(name, "\u0001\u0002\u0003\u0004\u0005".repeat(9)), /binary/u],
    ["huge", (name) => write(name, new Uint8Array(32 * 1024 * 1024 + 1)), /at most 32 MB/u],
  ];
  for (const [name, make, message] of bad) {
    test(`a file that is ${name} is told, and the others are done`, async () => {
      write("good.txt", ARTICLE);
      make("bad.txt");
      const { code, io } = await analyze("bad.txt", "good.txt");
      assert.equal(code, 1);
      assert.match(io.errorText(), /^on-record: bad\.txt: /u);
      assert.match(io.errorText(), message);
      assert.ok(existsSync(path("good.txt.annotations.json")));
      assert.ok(!existsSync(path("bad.txt.annotations.json")));
    });
  }

  test("other formats go to standard output, several articles in one", async () => {
    write("a.txt", ARTICLE);
    write("b.txt", ARTICLE);
    const { code, io } = await analyze("a.txt", "b.txt", "--format", "csv");
    const rows = io.outputText().trimEnd().split("\n");
    assert.equal(code, 0);
    assert.equal(rows.length, 5);
    assert.deepEqual(rows.slice(1).map((row) => row.slice(0, 5)), ["a.txt", "a.txt", "b.txt", "b.txt"]);
    assert.deepEqual(readdirSync(folder), ["a.txt", "b.txt"]);
  });

  test("--out takes one file for each article, and the sidecar's path leads back", async () => {
    mkdirSync(path("in"));
    write("in/bridge.txt", ARTICLE);
    await analyze("in/bridge.txt", "--out", "results/today");
    await analyze("in/bridge.txt", "--out", "results/today", "--format", "markdown");
    assert.deepEqual(readdirSync(path("results/today")).toSorted(), ["bridge.txt.annotations.json", "bridge.txt.md"]);
    assert.equal(read("results/today/bridge.txt.annotations.json").source.file, "../../in/bridge.txt");
  });

  test("decisions beside the article go into a first sidecar in --out, too", async () => {
    write("bridge.txt", ARTICLE);
    await analyze("bridge.txt");
    const found = read("bridge.txt.annotations.json");
    const [first] = found.statements;
    assert.ok(first);
    write("bridge.txt.annotations.json", serializeSidecar(setStatus(found, [first.id], "rejected")));
    await analyze("bridge.txt", "--out", "results");
    assert.equal(read("results/bridge.txt.annotations.json").statements[0]?.status, "rejected");
  });

  test("two articles of one name do not overwrite each other in --out", async () => {
    for (const name of ["one", "two"]) {
      mkdirSync(path(name));
      write(`${name}/bridge.txt`, ARTICLE);
    }
    const { code, io } = await analyze("one/bridge.txt", "two/bridge.txt", "--out", "out");
    assert.equal(code, 1);
    assert.match(io.errorText(), /two\/bridge\.txt: Its result would overwrite that of one\/bridge\.txt/u);
    assert.equal(read("out/bridge.txt.annotations.json").source.file, "../one/bridge.txt");
  });

  test("a sidecar behind a link stays there and keeps its mode", async () => {
    write("bridge.txt", ARTICLE);
    await analyze("bridge.txt");
    const sidecar = readFileSync(path("bridge.txt.annotations.json"), "utf8");
    rmSync(path("bridge.txt.annotations.json"));
    mkdirSync(path("store"));
    write("store/kept.json", sidecar.replace('"status": "proposed"', '"status": "accepted"').replace('"generator"', '"x": 1,\n"generator"'));
    chmodSync(path("store/kept.json"), 0o640);
    symlinkSync(path("store/kept.json"), path("bridge.txt.annotations.json"));
    await analyze("bridge.txt");
    assert.equal(statSync(path("store/kept.json")).mode & 0o777, 0o640);
    assert.match(readFileSync(path("store/kept.json"), "utf8"), /^ {2}"x": 1/mu);
  });

  test("a terminal sees a bar that is gone in the end", async () => {
    write("bridge.txt", ARTICLE);
    const io = createTestIo({ cwd: folder, isTerminal: true });
    await run(["analyze", "bridge.txt"], io);
    assert.match(io.errorText(), /% bridge\.txt/u);
    assert.ok(io.errorText().endsWith("\r\u001b[K"));
  });

  for (const [argv, message] of [
    [["analyze"], /Name the articles/u],
    [["analyze", "x.txt", "--format", "pdf"], /no format "pdf"/u],
    [["analyze", "x.txt", "--wrong"], /--wrong/u],
    [["analyze", "--jsonl", "x.txt"], /--jsonl reads standard input/u],
    [["validate"], /Name the sidecars/u],
    [["validate", "x", "--format", "xml"], /no format "xml"/u],
    [["paint"], /no command "paint"/u],
    [[], /Name a command/u],
  ] as const) {
    test(`wrong usage: on-record ${argv.join(" ")}`, async () => {
      const io = createTestIo({ cwd: folder });
      assert.equal(await run(argv, io), 2);
      assert.match(io.errorText(), message);
      assert.match(io.errorText(), /on-record --help/u);
    });
  }

  test("help and version go to standard output", async () => {
    for (const argv of [["--help"], ["-h"], ["help"], ["analyze", "--help"]]) {
      const io = createTestIo();
      assert.equal(await run(argv, io), 0);
      assert.match(io.outputText(), /Exit codes:/u);
    }
    const io = createTestIo();
    assert.equal(await run(["--version"], io), 0);
    assert.match(io.outputText(), /^\d+\.\d+\.\d+\n$/u);
  });
});

suite("on-record validate", () => {
  let folder = "";
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-"));
    writeFileSync(join(folder, "good.json"), '{"format":"on-record","version":1,"source":{"id":"x","length":9},"entities":[],"annotations":[{"id":"a","type":"cue","start":0,"end":4,"text":"said","entity":"e"}],"statements":[]}');
    writeFileSync(join(folder, "bad.json"), '{\n  "format": "on-record",\n}');
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test("tells what is wrong, one line a problem; warnings leave a file valid", async () => {
    const io = createTestIo({ cwd: folder });
    assert.equal(await run(["validate", "good.json", "bad.json", "none.json"], io), 1);
    assert.deepEqual(io.outputText().trimEnd().split("\n"), [
      'good.json: warning: annotation "a" refers to entity "e", which is not there',
      "good.json: valid",
      "bad.json: error: The file is no JSON at line 3, column 1: expected a property name in quotation marks.",
      "none.json: error: There is no such file.",
    ]);
  });

  test("--format json is one list for programs", async () => {
    const io = createTestIo({ cwd: folder });
    assert.equal(await run(["validate", "--format", "json", "bad.json"], io), 1);
    assert.deepEqual(JSON.parse(io.outputText()), [
      { file: "bad.json", valid: false, problems: [{ severity: "error", code: "invalid-json", message: "The file is no JSON at line 3, column 1: expected a property name in quotation marks.", line: 3, column: 1, isTruncated: false }] },
    ]);
    const good = createTestIo({ cwd: folder });
    assert.equal(await run(["validate", "good.json"], good), 0);
  });
});
