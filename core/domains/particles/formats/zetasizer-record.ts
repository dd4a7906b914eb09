import type { Issue } from "../../../kernel/index.ts";
import type { DlsRecord, Stated } from "../measurement.ts";
import { correlogramOf, distributionOf } from "./dls-correlogram.ts";
import { dlsIssues } from "./dls-issues.ts";
import { checkedZAverage, kelvinOf, notNegative, positiveOf } from "./dls-physical.ts";
import type { Draft } from "./zetasizer-drafts.ts";

/** The record of a draft; doubts are added to `issues`. */
export function recordOf(draft: Draft, issues: Issue[]): DlsRecord {
  const record = draft.name || `line ${draft.line}`;
  const one = (scalar: Parameters<typeof draft.scalars.get>[0], what: string) =>
    agreed(draft.scalars.get(scalar) ?? [], what, record, issues);
  return {
    name: draft.name,
    zAverage: checkedZAverage(one("zAverage", "Z-average"), record, issues),
    polydispersityIndex: notNegative(one("polydispersityIndex", "PdI"), "PdI", record, issues),
    peaks: peaksOf(draft, record, issues),
    derivedCountRate: notNegative(one("derivedCountRate", "kcps"), "kcps", record, issues),
    intercept: notNegative(one("intercept", "Intercept"), "Intercept", record, issues),
    temperatureKelvin: kelvinOf(one("temperature", "T"), record, issues),
    viscosity: positiveOf(one("viscosity", "η"), "η", record, issues),
    distribution: distribution(draft, record, issues),
    correlogram: correlogram(draft, record, issues),
    refractiveIndex: positiveOf(one("refractiveIndex", "n"), "n", record, issues),
    wavelength: positiveOf(one("wavelength", "λ"), "λ", record, issues),
    angle: positiveOf(one("angle", "θ"), "θ", record, issues),
    line: draft.line,
    instrumentWarnings: [],
  };
}

/** Two tables of one export print a number with different digits; half a percent apart is still one number. */
function agreed(values: readonly Stated[], what: string, record: string, issues: Issue[]): Stated | null {
  const first = values[0];
  if (first === undefined) return null;
  const other = values.find((stated) => Math.abs(stated.value - first.value) > 0.005 * Math.abs(first.value));
  if (other === undefined) return first;
  const parameters = { record, what, first: first.printed, second: other.printed };
  issues.push(dlsIssues.raise("zetasizer-conflict", parameters, { place: { line: other.line } }));
  return null;
}

/** A peak that is not there is printed as 0.000 nm. */
function peaksOf(draft: Draft, record: string, issues: Issue[]): DlsRecord["peaks"] {
  return [...draft.peaks]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, parts]) => {
      const what = `Pk ${number}`;
      const diameter = notNegative(agreed(parts.diameter, what, record, issues), what, record, issues);
      if (diameter === null || diameter.value === 0) return [];
      const area = agreed(parts.area, `${what} (%)`, record, issues);
      return [{ diameter, area: notNegative(area, `${what} (%)`, record, issues) }];
    });
}

function distribution(draft: Draft, record: string, issues: Issue[]): DlsRecord["distribution"] {
  const sizes = draft.arrays.get("sizes");
  const columns = (
    [
      ["intensity", "intensities"],
      ["volume", "volumes"],
      ["number", "numbers"],
    ] as const
  ).flatMap(([name, array]) => {
    const values = draft.arrays.get(array);
    return values === undefined || values.every(Number.isNaN) ? [] : [{ name, values }];
  });
  if (sizes === undefined || columns.length === 0) return null;
  const made = distributionOf(sizes, columns, record);
  issues.push(...made.issues);
  return made.table;
}

function correlogram(draft: Draft, record: string, issues: Issue[]): DlsRecord["correlogram"] {
  const delays = draft.arrays.get("delays");
  const values = draft.arrays.get("correlation");
  if (delays === undefined || values === undefined || values.every(Number.isNaN)) return null;
  const made = correlogramOf(delays, values, record);
  issues.push(...made.issues);
  return made.table;
}
