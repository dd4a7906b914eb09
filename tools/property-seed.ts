import fc from "fast-check";

/** Property tests are the same on every run; `VESICA_SEED=12345 npm run unit` looks at other cases. */
fc.configureGlobal({ seed: Number(process.env.VESICA_SEED ?? 20_261_123) });
