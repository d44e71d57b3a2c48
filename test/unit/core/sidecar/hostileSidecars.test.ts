import assert from "node:assert/strict";
import * as fc from "fast-check";
import { serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { sampleDocument } from "../sampleDocument.js";
import { BoundedReader } from "./boundedReader.js";
import { hostile } from "./hostileFiles.js";

/** So many bytes of memory the reader may use for each byte of a file; the engine's own reader of JSON needs 24 to 32 for small lists and objects. */
const MEMORY = 40;
/** And so many microseconds of processor time: three times what the slowest of these files takes. */
const TIME = 2.5;
/** Starting a thread, in microseconds. */
const START = 500_000;

const VALID = serializeSidecar(sampleDocument());

suite("hostile sidecars are read in time and memory proportional to their size", () => {
  let reader: BoundedReader;
  suiteSetup(async () => {
    reader = await BoundedReader.create();
  });

  async function assertBounded(files: readonly Uint8Array[]): Promise<readonly string[]> {
    const { ends, took } = await reader.read(files, MEMORY);
    assert.equal(ends.length, files.length);
    const total = files.reduce((sum, { length }) => sum + length, 0);
    assert.ok(took * 1000 < START + TIME * total, `${Math.round(took)} ms for ${total} bytes`);
    return ends;
  }

  for (const [name, make] of Object.entries(hostile)) {
    test(name, async () => {
      await assertBounded([new TextEncoder().encode(make())]);
    }).timeout(60_000);
  }

  test("any bytes", async () => {
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 64 * 1024, size: "max" });
    await assertBounded(fc.sample(bytes, 50));
  }).timeout(60_000);

  test("valid files of up to 200 kilobytes with some bytes changed, taken out, or written again and again", async () => {
    const change = fc.tuple(fc.nat(VALID.length - 1), fc.nat(40), fc.string({ unit: "binary", maxLength: 10 }), fc.oneof(fc.constant(1), fc.nat(4000)));
    const files = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
      let text = VALID;
      for (const [at, length, inserted, times] of changes) text = text.slice(0, at) + (inserted === "" ? text.slice(at, at + length) : inserted).repeat(times) + text.slice(at + length);
      return new TextEncoder().encode(text);
    });
    const ends = await assertBounded(fc.sample(files, 300).filter(({ length }) => length <= 200_000));
    assert.ok(ends.some((end) => end.endsWith(", read")));
    assert.ok(ends.some((end) => !end.startsWith("read")));
  }).timeout(60_000);

  test("a file that takes more memory than that is told", async () => {
    const objects = hostile["empty objects"]?.() ?? "";
    await assert.rejects(reader.read([new TextEncoder().encode(objects)], 4), { code: "ERR_WORKER_OUT_OF_MEMORY" });
  }).timeout(60_000);
});
