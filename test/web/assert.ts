// Stands in for `node:assert/strict` where there is no Node: the same checks and messages, from the npm package.
import assert from "assert";

export default assert.strict;
