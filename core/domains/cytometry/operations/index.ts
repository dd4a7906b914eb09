import type { AnyOperation } from "../../../kernel/index.ts";
import { beadOperations } from "./beads/index.ts";
import { compensationOperations } from "./compensation/index.ts";
import { gatesOperations } from "./gates/index.ts";
import { scatterOperations } from "./mie/index.ts";
import { multiplexOperations } from "./multiplex/index.ts";
import { scalesOperations } from "./scales/index.ts";
import { vesicleOperations } from "./vesicles/index.ts";

export * from "./beads/index.ts";
export * from "./compensation/index.ts";
export * from "./gates/index.ts";
export * from "./mie/index.ts";
export * from "./multiplex/index.ts";
export * from "./scales/index.ts";
export * from "./vesicles/index.ts";

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
