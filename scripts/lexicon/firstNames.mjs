// Prints the Latin-script first names of @faker-js/faker's locales as JSON [name, "f" | "m" | "u"][]; called by names.py.
// Run once, with @faker-js/faker 10 installed beside: node firstNames.mjs
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { allLocales } = await import(pathToFileURL(require.resolve("@faker-js/faker")).href);
// these locales hold made-up forms, or lists whose given names have two words or stand last in the article's order
const LEFT_OUT = new Set(["en_AU_ocker", "eo", "vi", "zh_CN", "zh_TW", "ja", "ko"]);
const sexes = new Map();
for (const [locale, { person }] of Object.entries(allLocales)) {
  if (!person?.first_name || LEFT_OUT.has(locale)) continue;
  for (const [key, sex] of [["female", "f"], ["male", "m"]]) {
    for (const name of person.first_name[key] ?? []) {
      if (!/^\p{Lu}[\p{Script=Latin}\p{M}'’-]+$/u.test(name) || name.length < 3) continue;
      const known = sexes.get(name);
      sexes.set(name, known && known !== sex ? "u" : sex);
    }
  }
}
console.log(JSON.stringify([...sexes]));
