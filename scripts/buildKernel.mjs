// Compiles the network's inner loops to WebAssembly and writes them as a module: node scripts/buildKernel.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { main } from "assemblyscript/asc";

const source = "src/core/tagger/kernel/assembly/index.ts";
const target = "src/core/tagger/kernel/kernel.generated.ts";

/** The module's text. */
async function compileKernel() {
  let binary;
  const { error } = await main([source, "--outFile", "kernel.wasm", "--runtime", "stub", "--enable", "simd", "--noAssert", "-O3", "--importMemory"], {
    stderr: process.stderr,
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw error;
  return `// Made by scripts/buildKernel.mjs from kernel/assembly; do not edit.\nexport const kernelBytes = "${Buffer.from(binary).toString("base64")}";\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = await compileKernel();
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error(`${target} is stale: node scripts/buildKernel.mjs`);
    process.exitCode = 1;
  }
}
