// Properties are tried on the same examples in every run, so that a failure is the change's own; ON_RECORD_SEED=random explores others.
import { configureGlobal, readConfigureGlobal } from "fast-check";

const chosen = process.env.ON_RECORD_SEED ?? "20261124";
if (chosen !== "random") configureGlobal({ ...readConfigureGlobal(), seed: Number(chosen) });
