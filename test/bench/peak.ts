// Prints the process's peak memory in bytes after reading one text of so many words: node peak.mjs WORDS
import { engines } from "./engines.js";
import { textOf } from "./texts.js";

// as it works in the editor, scores kept
const [, own] = await engines();
const text = textOf(Number(process.argv[2]));
if (text.length > 0) own.run(text);
console.log(process.resourceUsage().maxRSS * 1024);
