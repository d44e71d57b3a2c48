import type { TextRange } from "../document/range.js";
import { nameWords } from "../lexicon/nameWords.js";
