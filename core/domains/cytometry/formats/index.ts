import type { Format } from "../../../kernel/index.ts";
import type { CytometryMeasurement } from "../measurement.ts";

export const cytometryFormats: readonly Format<CytometryMeasurement>[] = [];
