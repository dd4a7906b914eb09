import type { Format } from "../../../kernel/index.ts";
import type { CytometryMeasurement } from "../measurement.ts";
import { fcs } from "./fcs.ts";

export { fcs } from "./fcs.ts";
export { fcsIssues } from "./fcs-issues.ts";

export const cytometryFormats: readonly Format<CytometryMeasurement>[] = [fcs];
