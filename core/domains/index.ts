import type { Domain } from "../kernel/index.ts";
import { cytometry } from "./cytometry/index.ts";
import { particles } from "./particles/index.ts";
import { proteome } from "./proteome/index.ts";

/** Every room of the laboratory that Vesica has. */
export const domains: readonly Domain[] = [particles as Domain, cytometry as Domain, proteome as Domain];

export { exampleFiles, exampleParameters, exampleParts, exampleStudy } from "./example-study.ts";
