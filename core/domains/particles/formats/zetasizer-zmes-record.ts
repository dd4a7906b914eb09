import type { InstrumentWarning, Issue } from "../../../kernel/index.ts";
import type { DlsRecord, Stated } from "../measurement.ts";
import { correlogramOf, distributionOf } from "./dls-correlogram.ts";
import { dlsIssues } from "./dls-issues.ts";
import { checkedZAverage, kelvinOf, notNegative, positiveOf } from "./dls-physical.ts";
import { decodeDoubles } from "./zetasizer-blob.ts";
import type { ZmesRecord } from "./zetasizer-parameters.ts";

/** Paths are the software's own names, units included; a file in other units has other names and is told as missing. */
const analysis = "Size Analysis Result";
const cumulants = `${analysis}/Cumulants Result`;
const actual = "Actual Instrument Settings";
const intensityPeaks = `${analysis}/Particle Size Intensity Distribution Peaks ordered by area/Size Peak`;

/**
 * One size record. The name is the sample's with the repeat behind it, as the software's text export writes it.
 * The angle is the scattering angle in the sample (`Scattering Collection Angle`), which the software's own q rests on,
 * not the detector's (173 degrees).
 */
export function zmesRecordOf(source: ZmesRecord, issues: Issue[]): DlsRecord {
  const sample = textOf(source, "Sample Settings/Sample Name");
  const repeat = textOf(source, "Repeat");
  const name = repeat === "" ? sample : `${sample} ${repeat}`.trim();
  const record = name || source.guid;
  const stated = (path: string, unit: string) => one(source, path, unit, record, issues);
  const what = (words: string, path: string, unit: string) =>
    positiveOf(stated(path, unit), words, record, issues);
  const zAverage = stated(`${cumulants}/Z-Average (nm)`, "nm");
  const index = stated(`${cumulants}/Polydispersity Index (PI)`, "1");
  const rate = stated(`${analysis}/Derived Mean Count Rate (kcps)`, "kcps");
  const intensities = distribution(source, record, issues);
  return {
    name,
    zAverage: checkedZAverage(zAverage, record, issues),
    polydispersityIndex: notNegative(index, "PdI", record, issues),
    peaks: peaksOf(source, record, intensities !== null, issues),
    derivedCountRate: notNegative(rate, "kcps", record, issues),
    intercept: notNegative(stated(`${cumulants}/Intercept`, "1"), "Intercept", record, issues),
    temperatureKelvin: kelvinOf(stated(`${actual}/Temperature (°C)`, "Cel"), record, issues),
    viscosity: what("η", `${actual}/Dispersant Viscosity (cP)`, "mPa.s"),
    distribution: intensities,
    correlogram: correlogram(source, record, issues),
    refractiveIndex: what("n", `${actual}/Dispersant RI`, "1"),
    wavelength: what("λ", `${actual}/Laser Wavelength (nm)`, "nm"),
    angle: what("θ", `${actual}/Scattering Collection Angle (°)`, "deg"),
    line: 0,
    instrumentWarnings: warningsOf(source, name),
  };
}

function textOf(source: ZmesRecord, path: string): string {
  const value = source.values.get(path)?.[0];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function statedOf(value: unknown, unit: string): Stated | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  return { value, unit, printed: String(value), line: 0 };
}

function one(source: ZmesRecord, path: string, unit: string, record: string, issues: Issue[]): Stated | null {
  const values = source.values.get(path) ?? [];
  const what = path.slice(path.lastIndexOf("/") + 1);
  if (values.length > 1) {
    const parameters = { record, what, count: values.length };
    issues.push(dlsIssues.raise("zetasizer-parameter-several", parameters));
    return null;
  }
  const stated = statedOf(values[0], unit);
  if (stated === null) {
    issues.push(dlsIssues.raise("zetasizer-parameter-missing", { record, what }));
  }
  return stated;
}

/** A record with a distribution has peaks; where they are not found, that is told. */
function peaksOf(
  source: ZmesRecord,
  record: string,
  hasDistribution: boolean,
  issues: Issue[],
): DlsRecord["peaks"] {
  const means = source.values.get(`${intensityPeaks}/Mean`) ?? [];
  const areas = source.values.get(`${intensityPeaks}/Area`) ?? [];
  if (means.length === 0 && areas.length === 0 && hasDistribution) {
    const what = "Particle Size Intensity Distribution Peaks";
    issues.push(dlsIssues.raise("zetasizer-parameter-missing", { record, what }));
  }
  if (means.length !== areas.length) {
    const what = "Size Peak";
    issues.push(
      dlsIssues.raise("zetasizer-array-broken", { record, what, reason: `${means.length}/${areas.length}` }),
    );
    return [];
  }
  return means.flatMap((mean, i) => {
    const diameter = notNegative(statedOf(mean, "nm"), `Pk ${i + 1}`, record, issues);
    if (diameter === null || diameter.value === 0) return [];
    return [{ diameter, area: notNegative(statedOf(areas[i], "%"), `Pk ${i + 1} (%)`, record, issues) }];
  });
}

function arrayOf(source: ZmesRecord, path: string, record: string, issues: Issue[]): number[] | null {
  const values = source.values.get(path) ?? [];
  const what = path.slice(path.lastIndexOf("/") + 1);
  if (values.length === 0) {
    issues.push(dlsIssues.raise("zetasizer-parameter-missing", { record, what }));
    return null;
  }
  const decoded =
    values.length === 1 && values[0] instanceof Uint8Array ? decodeDoubles(values[0]) : `${values.length}`;
  if (typeof decoded !== "string") return decoded;
  issues.push(dlsIssues.raise("zetasizer-array-broken", { record, what, reason: decoded }));
  return null;
}

function distribution(source: ZmesRecord, record: string, issues: Issue[]): DlsRecord["distribution"] {
  const array = (name: string) => arrayOf(source, `${analysis}/${name}`, record, issues);
  const sizes = array("Sizes");
  const columns = (
    [
      ["intensity", "Particle Size Intensity Distribution"],
      ["volume", "Particle Size Volume Distribution (%)"],
      ["number", "Particle Size Number Distribution"],
    ] as const
  ).flatMap(([name, path]) => {
    const values = array(path);
    return values === null ? [] : [{ name, values }];
  });
  if (sizes === null || columns.length === 0) return null;
  if (sizes.length === 0 && columns.every(({ values }) => values.length === 0)) return null;
  const made = distributionOf(sizes, columns, record);
  issues.push(...made.issues);
  return made.table;
}

/** Delays are in microseconds: they decay by 1/e^2 near one over the first cumulant, which is in 1/us. */
function correlogram(source: ZmesRecord, record: string, issues: Issue[]): DlsRecord["correlogram"] {
  const delays = arrayOf(source, `${analysis}/Times`, record, issues);
  const values = arrayOf(source, `${analysis}/g2-1 correlation coefficients`, record, issues);
  if (delays === null || values === null || delays.length + values.length === 0) return null;
  const made = correlogramOf(delays, values, record);
  issues.push(...made.issues);
  return made.table;
}

/** ZS XPLORER calls a sound record `GoodData` and a finished one `Completed`. */
function warningsOf(source: ZmesRecord, capture: string): InstrumentWarning[] {
  const quality = textOf(source, "Quality Indicator");
  const state = textOf(source, "Result State");
  const warnings: InstrumentWarning[] = [];
  const warn = (key: string, words: string) =>
    warnings.push({ capture, key, words, severity: "caution", line: 0 });
  if (quality !== "" && quality !== "GoodData") {
    const guidance = textOf(source, "Data Quality Result/Data Usage Guidance");
    warn("Quality Indicator", guidance === "" ? quality : `${quality}: ${guidance}`);
  }
  if (state !== "" && state !== "Completed") warn("Result State", state);
  return warnings;
}
