import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { loadTools } from "../../../src/cli/tools.js";
import { analyze, type AnalysisTools } from "../../../src/core/index.js";
import { packFile, randomWeights } from "../core/tagger/packWeights.js";

const gazetteer = pathToFileURL(resolve("lexicon/gazetteer.bin"));

suite("tools of the command line", () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), "tools-"))));
  teardown(() => rmSync(folder, { recursive: true }));

  /** The tools with weights of these bytes (none: no file), and what was warned of. */
  async function toolsWith(weights: Uint8Array | undefined): Promise<{ tools: AnalysisTools; warnings: string[] }> {
    const path = join(folder, "tagger.bin");
    if (weights) writeFileSync(path, weights);
    const warnings: string[] = [];
    const tools = await loadTools({ gazetteer, tagger: pathToFileURL(path) }, async (message) => void warnings.push(message));
    return { tools, warnings };
  }

  test("whole weights are used without a word", async () => {
    const { tools, warnings } = await toolsWith(packFile(randomWeights()));
    assert.ok(tools.tagger);
    assert.deepEqual(warnings, []);
  });

  test("a table of places that was cut off is told by name", async () => {
    const path = join(folder, "gazetteer.bin");
    writeFileSync(path, readFileSync(gazetteer).subarray(0, 100_000));
    await assert.rejects(loadTools({ gazetteer: pathToFileURL(path), tagger: pathToFileURL(path) }, async () => undefined), /table of places cannot be used/u);
  });

  const packed = packFile(randomWeights());
  const unusable: readonly [string, Uint8Array | undefined][] = [
    ["missing", undefined],
    ["empty", new Uint8Array(0)],
    ["cut off", packed.subarray(0, packed.length / 2)],
    ["of another kind", new TextEncoder().encode("<html>404</html>")],
  ];
  for (const [about, weights] of unusable) {
    test(`where the weights are ${about}, a warning comes and rules find the statements`, async () => {
      const { tools, warnings } = await toolsWith(weights);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? "", /rules alone/u);
      const { statements } = analyze({ text: "“We won the vote at last,” Ann Doe said on Monday." }, tools);
      assert.equal(statements.length, 1);
    });
  }
});
