import type { Step } from "./domain.ts";
import type { EstimateDraft } from "./estimate.ts";
import type { Issue } from "./issue.ts";
import type { InstrumentWarning } from "./measurement.ts";

/** The step that reads a file: what the reader took over from it. */
export function readStep(format: string, estimates: readonly EstimateDraft[]): Step {
  return {
    key: "read",
    operation: { id: format, version: "1" },
    parameters: {},
    inputs: ["file"],
    estimates,
  };
}

/** The flags of numbers that the instrument itself calls unusable or doubts. */
export function warningFlags(warnings: readonly Pick<InstrumentWarning, "severity">[]): string[] {
  return [
    ...(warnings.some(({ severity }) => severity === "fail") ? ["instrument_fail"] : []),
    ...(warnings.some(({ severity }) => severity === "caution") ? ["instrument_caution"] : []),
  ];
}

/** The steps without numbers that no document can hold (NaN, infinities); each id that lost one is told by `issue`. */
export function finiteSteps(
  steps: readonly Step[],
  issue: (id: string) => Issue,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const lost = new Set<string>();
  const finite = ({ id, value, interval }: EstimateDraft) =>
    (Number.isFinite(value) && (interval === null || Number.isFinite(interval.lower + interval.upper))) ||
    !lost.add(id);
  const kept = steps.map((step) =>
    step.estimates.every(finite) ? step : { ...step, estimates: step.estimates.filter(finite) },
  );
  return { steps: kept, issues: [...lost].map(issue) };
}
