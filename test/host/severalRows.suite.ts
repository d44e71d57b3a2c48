import assert from "node:assert/strict";
import { Correcting } from "./correcting.js";
import { answeringQuestions, readingStatusBar } from "./messages.js";
import { runCommand as run } from "./onRecord.js";
import { children, rowOf, runOn } from "./rows.js";
import { closeAll } from "./sidecars.js";

suite("several rows of a list", () => {
  let article: Correcting;

  setup(async () => {
    article = await Correcting.open();
  });
  teardown(closeAll);

  test("are asked about together: who spoke, with those who do now first; what they are; when they are", async () => {
    const said = [await rowOf("onRecord.statements", "constructive and confident"), await rowOf("onRecord.statements", "energetic")];
    const [who] = await answeringQuestions(() => runOn(said, "changeSpeaker"), () => undefined);
    assert.equal(who?.title, "Who made these 2 statements?");
    assert.deepEqual(who?.labels.slice(0, 2), ["Sergey Lavrov", "S Jaishankar"]);
    const [how] = await answeringQuestions(() => runOn(said, "changeKind"), () => undefined);
    assert.equal(how?.title, "How are these 2 statements told?");
    const people = [await rowOf("onRecord.entities", "Sergey Lavrov"), await rowOf("onRecord.entities", "S Jaishankar")];
    const [what] = await answeringQuestions(() => runOn(people, "changeType"), () => undefined);
    assert.equal(what?.title, "What Are These 2?");
  });

  test("of dates get one day, in one step to undo", async () => {
    const { annotations } = await article.now();
    const dates = annotations.filter(({ type, timex }) => type === "date" && timex === "DATE").slice(0, 2);
    assert.equal(dates.length, 2);
    const rows = dates.map((annotation) => ({ type: "mention", annotation }));
    const values = async (): Promise<(string | undefined)[]> => {
      const now = await article.now();
      return dates.map(({ id }) => now.annotations.find((each) => each.id === id)?.value);
    };
    const before = await values();
    const [asked] = await answeringQuestions(() => runOn(rows, "setDateValue"), () => "7 May 2019");
    assert.equal(asked?.title, "When Are These 2 Dates?");
    assert.deepEqual(await values(), ["2019-05-07", "2019-05-07"]);
    await run("undoAnnotationChange");
    assert.deepEqual(await values(), before);
  });

  test("are not renamed, noted, split or placed: of whom that would be nobody can tell", async () => {
    const before = await article.now();
    const people = [await rowOf("onRecord.entities", "Sergey Lavrov"), await rowOf("onRecord.entities", "S Jaishankar")];
    const places = [await rowOf("onRecord.entities", "New Delhi"), await rowOf("onRecord.entities", "India")];
    const [group] = await children("onRecord.statements");
    const said = (await children("onRecord.statements", group)).slice(0, 2);
    article.putCursor("in our bilateral relations");
    for (const [rows, command] of [[people, "renameEntity"], [places, "choosePlace"], [said, "addNote"], [[group], "addNote"], [said, "splitStatement"]] as const) {
      let asked: readonly unknown[] = [];
      const told = await readingStatusBar(async () => {
        asked = await answeringQuestions(() => runOn(rows, command), () => "somebody");
      });
      assert.deepEqual(told, ["This is done for one at a time: choose a single row."], command);
      assert.deepEqual(asked, [], command);
    }
    assert.equal(await article.now(), before);
  });
});
