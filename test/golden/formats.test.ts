import { describeDocument } from "../../src/core/anchor/describeDocument.js";
import { FORMATS } from "../../src/core/formats/index.js";
import { setSpeaker, setStatus } from "../../src/core/store/decisions.js";
import { run } from "../../src/cli/run.js";
import { createTestIo } from "../unit/cli/testIo.js";
import { sampleDocument, SAMPLE_TEXT } from "../unit/core/sampleDocument.js";
import { assertGolden } from "./golden.js";

suite("golden: exports", () => {
  for (const format of FORMATS) {
    test(format.id, () => {
      const reviewed = setStatus(setStatus(sampleDocument(), ["statement-1"], "accepted"), ["date-2"], "rejected");
      const document = setSpeaker(reviewed, "statement-3", null);
      assertGolden(format.serialize([{ document: describeDocument(document, SAMPLE_TEXT), text: SAMPLE_TEXT }]), `bridge.txt.${format.extension}`);
    });
  }
});

suite("golden: command line", () => {
  test("help", async () => {
    const io = createTestIo();
    await run(["--help"], io);
    assertGolden(io.outputText(), "help.txt");
  });
});
