import assert from "node:assert/strict";
import * as vscode from "vscode";
import { parseSidecar } from "../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { respell } from "../../src/vscode/features/sidecar/respelling.js";
import { copyArticle, seed } from "./articles.js";
import { MemoryFiles, type Limits } from "./memoryFiles.js";
import { answeringMessages } from "./messages.js";
import { annotationsOf, onRecord, painted, pause, until } from "./onRecord.js";
import { acceptFirst, closeAll, openInEditor, readSidecar, save, sidecarOf, write } from "./sidecars.js";

const SIDECAR = "/story.txt.annotations.json";

/** Opens the seed in a virtual file system for the time of one test. */
async function inMemory(limits: Limits, run: (document: vscode.TextDocument, files: Map<string, Uint8Array>) => Promise<void>, scheme = "memfs"): Promise<void> {
  const files = new Map([["/story.txt", await vscode.workspace.fs.readFile(await copyArticle(seed))]]);
  const provider = vscode.workspace.registerFileSystemProvider(scheme, new MemoryFiles(files, limits), { isReadonly: limits.isReadOnly === true, isCaseSensitive: limits.ignoresCase !== true });
  try {
    await run(await openInEditor(vscode.Uri.parse(`${scheme}:/story.txt`)), files);
  } finally {
    const { journal, store } = await onRecord();
    await journal.settled();
    await closeAll();
    provider.dispose();
    store.close(`${scheme}:/story.txt`);
    // the next file system has an article of the same name
    await journal.discard(`${scheme}:/story.txt`);
  }
}

function acceptedIn(bytes: Uint8Array | undefined): string[] {
  const parsed = parseSidecar(new TextDecoder().decode(bytes ?? new Uint8Array()));
  return parsed.ok ? parsed.value.statements.filter(({ status }) => status === "accepted").map(({ id }) => id) : [];
}

suite("virtual and read-only workspaces", () => {
  for (const scheme of ["memfs", "far-away"]) {
    test(`in a virtual one, ${scheme}: read, decided on, saved, with nothing left beside`, () =>
      inMemory({}, async (document, files) => {
        const id = await acceptFirst(document);
        await save();
        assert.deepEqual([...files.keys()].toSorted(), ["/story.txt", "/story.txt.annotations.json"]);
        assert.deepEqual(acceptedIn(files.get("/story.txt.annotations.json")), [id]);
        assert.equal((await onRecord()).store.isDirty(document.uri.toString()), false);
      }, scheme));
  }

  test("where capital and small letters are the same in names: the sidecar gets the letters of its article, and keeps them otherwise", () =>
    inMemory({ ignoresCase: true }, async (document, files) => {
      await acceptFirst(document);
      await save();
      const [written] = [...files.values()].slice(-1);
      const renamed = { oldUri: document.uri, newUri: document.uri.with({ path: "/Story.txt" }) };
      await respell(renamed);
      assert.deepEqual([...files.keys()].toSorted(), ["/Story.txt.annotations.json", "/story.txt"]);
      await respell(renamed);
      assert.deepEqual(files.get("/Story.txt.annotations.json"), written);
      await respell({ oldUri: renamed.newUri, newUri: renamed.oldUri });
      assert.deepEqual([...files.keys()].toSorted(), ["/story.txt", "/story.txt.annotations.json"]);
    }));

  test("where files cannot be renamed: written directly", () =>
    inMemory({ canRename: false }, async (document, files) => {
      const id = await acceptFirst(document);
      await save();
      assert.deepEqual([...files.keys()].toSorted(), ["/story.txt", "/story.txt.annotations.json"]);
      assert.deepEqual(acceptedIn(files.get("/story.txt.annotations.json")), [id]);
    }));

  for (const [name, limits] of [["a file", {}], ["a link", { isLink: (path: string) => path === SIDECAR }], ["a file that cannot be replaced", { canRename: false }]] as const) {
    test(`where nothing more fits: the sidecar that is there, ${name}, stays whole, and what was decided is saved once it fits`, async () => {
      let isFull = false;
      await inMemory({ ...limits, isFull: () => isFull }, async (document, files) => {
        const first = await acceptFirst(document);
        await save();
        const second = (await annotationsOf(document)).statements[1]?.id ?? "";
        await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), second);
        isFull = true;
        const shown = await answeringMessages(save);
        assert.match(shown[0]?.message ?? "", /could not be written\. Your decisions are kept and come back with the article\./u);
        assert.deepEqual(acceptedIn(files.get("/story.txt.annotations.json")), [first]);
        isFull = false;
        await save();
        assert.deepEqual(acceptedIn(files.get("/story.txt.annotations.json")).toSorted(), [first, second].toSorted());
        assert.deepEqual([...files.keys()].toSorted(), ["/story.txt", "/story.txt.annotations.json"]);
      });
    });
  }

  test("where another program writes just as the sidecar is put in its place: both are in it", async () => {
    let meanwhile: (() => void) | undefined;
    await inMemory({ afterWriting: (path) => path.endsWith(".tmp") && meanwhile?.() }, async (document, files) => {
      const first = await acceptFirst(document);
      await save();
      const [, second = "", third = ""] = (await annotationsOf(document)).statements.map(({ id }) => id);
      const parsed = parseSidecar(new TextDecoder().decode(files.get(SIDECAR)));
      assert.ok(parsed.ok);
      meanwhile = () => {
        meanwhile = undefined;
        files.set(SIDECAR, new TextEncoder().encode(serializeSidecar(setStatus(parsed.value, [second], "accepted"))));
      };
      await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), third);
      await save();
      assert.equal(meanwhile, undefined, "it was written meanwhile");
      assert.deepEqual(acceptedIn(files.get(SIDECAR)).toSorted(), [first, second, third].toSorted());
      assert.deepEqual([...files.keys()].toSorted(), ["/story.txt", SIDECAR]);
      assert.equal((await onRecord()).store.isDirty(document.uri.toString()), false);
    });
  });

  test("outside of the workspace: what others write appears, and what they delete counts as unsaved", () =>
    inMemory({}, async (document) => {
      const { store } = await onRecord();
      const first = await acceptFirst(document);
      await save();
      const [, second = ""] = (await annotationsOf(document)).statements.map(({ id }) => id);
      const theirs = setStatus(await readSidecar(document.uri), [second], "rejected");
      await write(sidecarOf(document.uri), serializeSidecar(theirs));
      await until("their decision appears", async () => (await annotationsOf(document)).statements.find(({ id }) => id === second)?.status === "rejected");
      await vscode.workspace.fs.delete(sidecarOf(document.uri));
      await until("the decisions are unsaved", () => store.isDirty(document.uri.toString()));
      assert.equal((await annotationsOf(document)).statements.find(({ id }) => id === first)?.status, "accepted");
    }));

  test("where files come slowly: who types before the sidecar is read loses no decision", async () => {
    let isSlow = false;
    const beforeReading = async (path: string): Promise<void> => {
      if (isSlow && path.endsWith(".json")) await pause(2000);
    };
    await inMemory({ beforeReading }, async (document, files) => {
      const id = await acceptFirst(document);
      await save();
      await closeAll();
      const { articles } = await onRecord();
      await until("the document is closed", () => articles.state(document.uri) === undefined);
      isSlow = true;
      const again = await openInEditor(document.uri);
      for (const words of ["Correction: ", "Second "]) {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(again.uri, new vscode.Position(0, 0), words);
        await vscode.workspace.applyEdit(edit);
        await pause(500);
      }
      const { annotations, statements } = await annotationsOf(again);
      assert.equal(statements.find((statement) => statement.id === id)?.status, "accepted");
      for (const { start, end, text } of annotations) assert.equal(again.getText().slice(start, end), text);
      await save();
      assert.deepEqual(acceptedIn(files.get("/story.txt.annotations.json")), [id]);
    });
  });

  test("in a read-only one: read and decided on; saving says why it cannot be, and offers a copy elsewhere", () =>
    inMemory({ isReadOnly: true }, async (document, files) => {
      assert.ok((await annotationsOf(document)).statements.length > 0);
      assert.ok((await painted(document, "direct")).length > 0);
      await acceptFirst(document);
      const shown = await answeringMessages(save);
      assert.equal(shown.length, 1);
      assert.match(shown[0]?.message ?? "", /the file or its folder is read-only\. Your decisions are kept and come back with the article\./u);
      assert.deepEqual(shown[0]?.choices, ["Save a Copy As…"], "no file to open");
      assert.deepEqual([...files.keys()], ["/story.txt"]);
      assert.equal((await onRecord()).store.isDirty(document.uri.toString()), true);
    }));
});
