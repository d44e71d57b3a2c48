import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { run } from "../../../src/cli/run.js";
import { readLines } from "../../../src/cli/lines.js";
import { createTestIo } from "./testIo.js";

interface Answer {
  readonly format: string;
  readonly line?: number;
  readonly id?: string | null;
  readonly code?: string;
  readonly source?: { readonly id?: string; readonly length: number };
  readonly annotations?: readonly { readonly copies?: readonly number[]; readonly alike?: number }[];
}

const ARTICLE = '"We are ready 😀," Ilze Kalna told reporters.\n';

suite("on-record analyze --jsonl", () => {
  test("answers every article with one document, in order", async () => {
    const { code, lines } = await answers([line("a"), line("b", { published: "2022-05-03", file: "b.md", language: "en", extra: [1] }), line("c").trimEnd()]);
    assert.equal(code, 0);
    assert.deepEqual(lines.map(({ format, source }) => [format, source?.id, source?.length]), ["a", "b", "c"].map((id) => ["on-record", id, ARTICLE.length]));
  });

  test("tells of every annotation where else its words stand, by which it is found again in another text", async () => {
    const { lines } = await answers([line("a", { text: ARTICLE + ARTICLE })]);
    const annotations = lines[0]?.annotations ?? [];
    assert.equal(annotations.some(({ copies }) => copies !== undefined), true);
    for (const { alike } of annotations) assert.equal(typeof alike, "number");
  });

  test("a line that is no article is answered in its place, and the stream goes on", async () => {
    const bad: [string, string][] = [
      ["{\n", "invalid-json"],
      ["\n", "invalid-json"],
      ["[1]\n", "invalid-stream-line"],
      ["null\n", "invalid-stream-line"],
      ['{"id": "x"}\n', "invalid-stream-line"],
      ['{"text": "x"}\n', "invalid-stream-line"],
      ['{"id": 5, "text": "x"}\n', "invalid-stream-line"],
      ['{"id": "x", "text": "x", "home": 5}\n', "invalid-stream-line"],
      ['{"id": "x", "text": "x", "published": "3 May"}\n', "invalid-stream-line"],
      ['{"id": "x", "text": "x", "published": "2022-02-30"}\n', "invalid-stream-line"],
    ];
    for (const [input, code] of bad) {
      const result = await answers([line("a"), input, line("b")]);
      assert.equal(result.code, 1, input);
      assert.deepEqual(result.lines.map((answer) => answer.code ?? answer.source?.id), ["a", code, "b"], input);
      assert.equal(result.lines[1]?.format, "on-record-error");
      assert.equal(result.lines[1]?.line, 2);
    }
    const { lines } = await answers(['{"id": "named"}\n']);
    assert.equal(lines[0]?.id, "named");
  });

  test("bytes that are not UTF-8 are told", async () => {
    const { code, lines } = await answers([Uint8Array.from([0x7b, 0xff, 0x7d, 0x0a]), line("b")]);
    assert.deepEqual([code, lines[0]?.code, lines[1]?.source?.id], [1, "invalid-stream-line", "b"]);
  });

  test("chunks may end anywhere, lines may end as on Windows, a byte order mark may lead", async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${line("a").replace("\n", "\r\n")}${line("b")}`);
    const { code, lines } = await answers(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    assert.deepEqual([code, lines.map(({ source }) => source?.id)], [0, ["a", "b"]]);
  });

  test("no input gives no output", async () => assert.deepEqual(await answers([]), { code: 0, lines: [] }));

  test("no more is read than was answered, and nothing once the reader has gone", async () => {
    const io = createTestIo({ input: ["a", "b", "c", "d", "e"].map((id) => line(id)), writesUntilGone: 2 });
    assert.equal(await run(["analyze", "--jsonl"], io), 0);
    assert.equal(io.readCount(), 3);
    assert.equal(io.errorText(), "");
  });

  test("a line that is too long is passed over without being held", async () => {
    const found: (string | undefined)[] = [];
    for await (const { bytes } of readLines(chunks(), 10)) found.push(bytes && new TextDecoder().decode(bytes));
    assert.deepEqual(found, ["short", undefined, "last"]);
  });
});

suite("the process", () => {
  test("ends quietly when the reader of its output goes away", async () => {
    const { build } = await import("esbuild");
    await build({ entryPoints: ["src/cli/io.ts"], outfile: "out/io.mjs", bundle: true, platform: "node", format: "esm", logLevel: "error" });
    const script = 'import { createOutput } from "./out/io.mjs"; const o = createOutput(process.stdout); try { for (;;) await o.write("x".repeat(65536)); } catch (e) { process.stderr.write(e.name); }';
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk) => (errors += String(chunk)));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.deepEqual([code, errors], [0, "BrokenPipe"]);
  });
});

async function answers(input: readonly (string | Uint8Array)[]): Promise<{ code: number; lines: Answer[] }> {
  const io = createTestIo({ input });
  const code = await run(["analyze", "--jsonl"], io);
  return { code, lines: io.outputText().split("\n").slice(0, -1).map((answer) => JSON.parse(answer) as Answer) };
}

function line(id: string, more: object = {}): string {
  return `${JSON.stringify({ id, text: ARTICLE, published: null, ...more })}\n`;
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode("short\n123456789");
  yield new TextEncoder().encode("0123456789\nlast");
}
