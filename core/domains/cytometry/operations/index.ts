import type { AnyOperation } from "../../../kernel/index.ts";
import { beadsOperations } from "./beads/index.ts";
import { compensationOperations } from "./compensation/index.ts";
import { gatesOperations } from "./gates/index.ts";
import { scatterOperations } from "./mie/index.ts";
import { multiplexOperations } from "./multiplex/index.ts";
import { scalesOperations } from "./scales/index.ts";
import { vesicleOperations } from "./vesicles/index.ts";

/** Every operation of the cytometry room. */
export const cytometryOperations: readonly AnyOperation[] = [
  ...scalesOperations,
  ...compensationOperations,
  ...gatesOperations,
  ...beadsOperations,
  ...scatterOperations,
  ...vesicleOperations,
  ...multiplexOperations,
];
