import { accepted, type Issue, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { capturesOf, type ProteomeMeasurement, type Quantities } from "../../measurement.ts";

/** The measurement of a format around what its table says. */
export function measured(
  format: string,
  software: string,
  quantities: Result<Quantities>,
  before: readonly Issue[] = [],
): Result<ProteomeMeasurement> {
  if (isRefused(quantities)) return refused(...quantities.issues);
  const instrument = { vendor: "", model: "", software };
  const content = quantities.value;
  return accepted(
    { format, instrument, settings: [], instrumentWarnings: [], content, captures: capturesOf(content) },
    [...before, ...quantities.warnings],
  );
}
