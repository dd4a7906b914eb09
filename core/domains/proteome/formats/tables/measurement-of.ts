import { accepted, type Issue, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import type { ProteomeMeasurement, Quantities } from "../../measurement.ts";

/** The measurement of a format around what its table says. */
export function measured(
  format: string,
  software: string,
  quantities: Result<Quantities>,
  before: readonly Issue[] = [],
): Result<ProteomeMeasurement> {
  if (isRefused(quantities)) return refused(...quantities.issues);
  const instrument = { vendor: "", model: "", software };
  return accepted({ format, instrument, settings: [], instrumentWarnings: [], content: quantities.value }, [
    ...before,
    ...quantities.warnings,
  ]);
}
