/** How many times longer than usual tests wait, for a machine that is busy: `PATIENCE=5 npm run test:host`. */
export const patience = Number(process.env["PATIENCE"]) || 1;
