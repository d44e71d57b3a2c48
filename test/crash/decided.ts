/** What is decided before the crash and looked for after it. */
export const decided = { note: "Said twice, see the recording.", name: "Vladimir Putin" };

/** An article that is decided on before the crash and not opened after it. */
export const unopened = "profile-lighthouse-keeper.txt";
