// Prints the Latin-script names of @faker-js/faker's locales as JSON { first: [name, "f" | "m" | "u"][], last: name[] }; called by names.py.
// Run once, with @faker-js/faker 10 installed beside: node fakerNames.mjs
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { allLocales } = await import(pathToFileURL(require.resolve("@faker-js/faker")).href);
// made-up forms
const INVENTED = new Set(["en_AU_ocker", "eo"]);
// lists whose given names have two words or stand last in the article's order
const GIVEN_LAST = new Set(["vi", "zh_CN", "zh_TW", "ja", "ko"]);
const isName = (name) => /^\p{Lu}[\p{Script=Latin}\p{M}'’-]+$/u.test(name) && name.length > 2;
const sexes = new Map();
const last = new Set();
for (const [locale, { person }] of Object.entries(allLocales)) {
  if (INVENTED.has(locale)) continue;
  for (const names of Object.values(person?.last_name ?? {})) for (const name of names ?? []) if (isName(name)) last.add(name);
  if (!person?.first_name || GIVEN_LAST.has(locale)) continue;
  for (const [key, sex] of [["female", "f"], ["male", "m"]]) {
    for (const name of person.first_name[key] ?? []) {
      if (!isName(name)) continue;
      const known = sexes.get(name);
      sexes.set(name, known && known !== sex ? "u" : sex);
    }
  }
}
console.log(JSON.stringify({ first: [...sexes], last: [...last] }));
