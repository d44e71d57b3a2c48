/** What is decided before the crash and looked for after it. */
export const decided = { note: "Said twice, see the recording.", name: "Vladimir Putin" };
