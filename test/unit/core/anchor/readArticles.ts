import { readdirSync, readFileSync } from "node:fs";

/** The texts of the articles that come with the project. */
export function readArticles(): string[] {
  return readdirSync("seeds")
    .filter((name) => /\.(?:txt|md)$/u.test(name) && name !== "README.md")
    .map((name) => readFileSync(`seeds/${name}`, "utf8"));
}
