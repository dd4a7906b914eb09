import type { Format } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";

export const proteomeFormats: readonly Format<ProteomeMeasurement>[] = [];
