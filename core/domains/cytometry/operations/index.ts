import type { AnyOperation } from "../../../kernel/index.ts";
import { beadOperations } from "./beads/bead-operations.ts";
import { compensationOperations } from "./compensation/index.ts";
import { gatesOperations } from "./gates/index.ts";
import { scatterOperations } from "./mie/index.ts";
import { multiplexOperations } from "./multiplex/multiplex-operations.ts";
import { scalesOperations } from "./scales/index.ts";
import { vesicleOperations } from "./vesicles/index.ts";

/** Every operation of the cytometry room. */
export const cytometryOperations: readonly AnyOperation[] = [
  ...scalesOperations,
  ...compensationOperations,
  ...gatesOperations,
  ...beadOperations,
  ...scatterOperations,
  ...vesicleOperations,
  ...multiplexOperations,
];
