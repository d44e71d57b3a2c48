import assert from "node:assert/strict";
import { newPlace, type Place } from "../../../../../src/vscode/services/sidecars/newPlace.js";

class TestUri implements Place<TestUri> {
  constructor(
    readonly path: string,
    readonly scheme = "file",
    readonly authority = "",
  ) {}

  with({ path }: { readonly path: string }): TestUri {
    return new TestUri(path, this.scheme, this.authority);
  }
}

function renamed(from: string, to: string): { oldUri: TestUri; newUri: TestUri } {
  return { oldUri: new TestUri(from), newUri: new TestUri(to) };
}

suite("where a file is after others were renamed", () => {
  const cases: [string, string, string | undefined][] = [
    ["the file itself", "/news/old.txt", "/news/new.txt"],
    ["below a folder", "/desk/story.txt", "/archive/story.txt"],
    ["far below a folder", "/desk/2022/may/story.txt", "/archive/2022/may/story.txt"],
    ["beside a folder whose name begins the same", "/desktop/story.txt", undefined],
    ["in a folder that has the name further down", "/home/desk/story.txt", undefined],
    ["the folder above", "/news", undefined],
  ];
  for (const [name, from, to] of cases) {
    test(name, () => assert.equal(newPlace(new TestUri(from), [renamed("/news/old.txt", "/news/new.txt"), renamed("/desk", "/archive")])?.path, to));
  }

  test("a file of another file system stays", () => {
    assert.equal(newPlace(new TestUri("/desk/story.txt", "vscode-vfs", "github"), [renamed("/desk", "/archive")]), undefined);
  });
});
