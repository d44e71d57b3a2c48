// Compiles the JSON Schema of the sidecar to a function that needs no eval: node scripts/compileSchema.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const SCHEMA = "schemas/annotations.schema.json";
const TARGET = "src/core/sidecar/validateDocument.generated.js";

async function compile() {
  const ajv = new Ajv.default({ code: { source: true, esm: true }, allowUnionTypes: true, inlineRefs: false, strict: true, strictTypes: false, strictRequired: false });
  const code = standaloneCode.default(ajv, ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8"))));
  // the validator asks for two small functions of ajv: bundled, so that the result stands alone
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: "." },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    preserveSymlinks: true,
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
  });
  return `// Generated from ${SCHEMA} by scripts/compileSchema.mjs; do not edit.\n${outputFiles[0].text}`;
}

const compiled = await compile();
if (!process.argv.includes("--check")) writeFileSync(TARGET, compiled);
else if (readFileSync(TARGET, "utf8") !== compiled) {
  console.error(`${TARGET} is stale: run node scripts/compileSchema.mjs`);
  process.exitCode = 1;
}
