/** How long a message stays in the status bar. */
export const MESSAGE_MS = 4000;
