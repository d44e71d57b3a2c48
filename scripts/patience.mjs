/** How many times longer than usual the tests wait, for a machine that is busy. */
export const patience = Number(process.env.PATIENCE) || 1;
