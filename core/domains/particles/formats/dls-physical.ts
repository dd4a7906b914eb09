import type { Issue } from "../../../kernel/index.ts";
import type { DlsRecord, Stated } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";

/** Brownian motion measures no more than this, in nm: larger particles settle (ISO 22412:2017 gives about 10 um). */
const largestDiameter = 10_000;
/** In nm; below it is smaller than a small molecule. */
const leastDiameter = 0.1;

/** A Z-average that is not positive is left out with `dls-not-physical`; one outside what DLS measures stays with `dls-size-implausible`. */
export function checkedZAverage(
  zAverage: Stated | null,
  record: string,
  issues: Issue[],
): DlsRecord["zAverage"] {
  if (zAverage === null) return null;
  const place = zAverage.line > 0 ? { place: { line: zAverage.line } } : {};
  if (!(zAverage.value > 0)) {
    const parameters = { what: "Z-average", printed: zAverage.printed, record };
    issues.push(dlsIssues.raise("dls-not-physical", parameters, place));
    return null;
  }
  if (zAverage.value > largestDiameter || zAverage.value < leastDiameter) {
    issues.push(dlsIssues.raise("dls-size-implausible", { printed: zAverage.printed, record }, place));
  }
  return zAverage;
}

/** A value below zero is left out with `dls-not-physical`. */
export function notNegative(
  stated: Stated | null,
  what: string,
  record: string,
  issues: Issue[],
): Stated | null {
  if (stated === null || stated.value >= 0) return stated;
  const place = stated.line > 0 ? { place: { line: stated.line } } : {};
  issues.push(dlsIssues.raise("dls-not-physical", { what, printed: stated.printed, record }, place));
  return null;
}

/** Degrees Celsius to kelvin; left out with `dls-not-physical` where it cannot be the temperature of a liquid sample. */
export function kelvinOf(celsius: Stated | null, record: string, issues: Issue[]): number | null {
  if (celsius === null) return null;
  if (celsius.value > -100 && celsius.value < 400) return celsius.value + 273.15;
  const parameters = { what: "T (°C)", printed: celsius.printed, record };
  issues.push(dlsIssues.raise("dls-not-physical", parameters));
  return null;
}

/** A number that must be above zero, such as a viscosity or a refractive index; else null with `dls-not-physical`. */
export function positiveOf(
  stated: Stated | null,
  what: string,
  record: string,
  issues: Issue[],
): number | null {
  if (stated === null) return null;
  if (stated.value > 0) return stated.value;
  issues.push(dlsIssues.raise("dls-not-physical", { what, printed: stated.printed, record }));
  return null;
}
