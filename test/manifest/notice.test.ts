import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build, type BuildOptions } from "esbuild";

const notice = readFileSync("NOTICE", "utf8");

suite("NOTICE names what the product holds from others", () => {
  test("every library of the bundles, with its licence", async () => {
    const script: string = pathToFileURL("esbuild.mjs").href;
    const { bundles }: { bundles: () => BuildOptions[] } = await import(script);
    const libraries = new Set<string>();
    for (const bundle of bundles()) {
      const { metafile } = await build({ ...bundle, write: false, metafile: true });
      for (const { inputs } of Object.values(metafile.outputs)) {
        for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
          const name = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/u)?.[1];
          if (name && bytesInOutput > 0) libraries.add(name);
        }
      }
    }
    assert.ok(libraries.size > 3);
    for (const name of libraries) {
      const { license }: { license: string } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
      const line = notice.split("\n").find((each) => each.startsWith(`${name} `));
      assert.ok(line, `${name} is not in NOTICE`);
      assert.ok(line.includes(license.replace("Apache-", "Apache License ").replace(/^MIT$/u, "MIT License")), `${name} is under ${license}`);
    }
  });

  test("every word list tells whose it is", () => {
    const works = ["WordNet 3.1", "US Social Security Administration", "US Census", "@faker-js/faker", "nomquamgender"];
    for (const name of readdirSync("lexicon").filter((each) => each.endsWith(".txt"))) {
      const head = readFileSync(`lexicon/${name}`, "utf8").split("\n").filter((line) => line.startsWith("#")).join(" ");
      assert.ok(/own list/iu.test(head) || works.some((work) => head.includes(work)), name);
    }
  });

  test("every list of the gazetteer tells its source and licence", () => {
    for (const name of readdirSync("lexicon/gazetteer")) {
      const head = readFileSync(`lexicon/gazetteer/${name}`, "utf8").slice(0, 1500);
      assert.match(head, /^# (?:.* )?Source: /mu, name);
      assert.match(head, /Licence: /u, name);
    }
  });
});
