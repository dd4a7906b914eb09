import {
  draft,
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  type Issue,
  isAccepted,
  type Json,
  readStep,
  rowOfCapture,
  type Subject,
  warningFlags,
} from "../../../kernel/index.ts";
import type { DlsMeasurement, DlsRecord, Stated } from "../measurement.ts";
import { polydispersityLimits, zAverageOf } from "../operations/dls-cumulants.ts";
import { analysisIssues } from "./issues.ts";
import { type ParticlesParameters, parametersOf } from "./parameters.ts";
import { numbersOf } from "./positions.ts";
import { finiteStated, statedEstimates, warningSummaries } from "./stated.ts";
import { type DlsSummary, finiteOrNull } from "./summary.ts";

/** Fit window of the cumulants: delays from 0.5 us until the correlation falls to a tenth. */
const fitWindow = { firstDelay: 0.5, cutoff: 0.1 };

/** Light scattering records: what the instrument states, and cumulants of the correlograms whose optics are known. */
export function analyseLightScattering(measurement: DlsMeasurement, context: FileContext): FileAnalysis {
  const { value: parameters } = parametersOf(context.design);
  const used = measurement.records.filter(
    (record) => rowOfCapture(context.rows, record.name)?.role !== "ignore",
  );
  const records = used.map((record) => analyseRecord(record, context, parameters));
  const summary: DlsSummary = {
    kind: "dls",
    records: used.map((record, i) => ({
      name: record.name,
      sample: records[i]!.subject.sample ?? record.name,
      zAverage: finiteOrNull(record.zAverage?.value ?? records[i]!.zAverage),
      polydispersityIndex: finiteOrNull(record.polydispersityIndex?.value ?? records[i]!.polydispersityIndex),
      distribution: intensityOf(record),
      instrumentWarnings: warningSummaries(record.instrumentWarnings),
    })),
  };
  const stated = records.flatMap((record) => record.stated);
  const derived = records.flatMap((record) => record.derived);
  const { temperature, viscosity, wavelength, angle, refractiveIndex } = parameters;
  const optics = { temperature, viscosity, wavelength, angle, refractiveIndex, ...fitWindow };
  return {
    file: context.file,
    format: measurement.format,
    steps: [
      readStep(measurement.format, stated),
      {
        key: "cumulants",
        operation: { id: "particles.dlsCumulants", version: "1" },
        parameters: JSON.parse(JSON.stringify(optics)) as Json,
        inputs: ["read"],
        estimates: derived,
      },
    ].filter(({ key, estimates }) => key === "read" || estimates.length > 0),
    summary: summary as unknown as Json,
    issues: records.flatMap((record) => record.issues),
  };
}

interface AnalysedRecord {
  readonly subject: Subject;
  readonly stated: EstimateDraft[];
  readonly derived: EstimateDraft[];
  readonly zAverage: number | null;
  readonly polydispersityIndex: number | null;
  readonly issues: Issue[];
}

function analyseRecord(
  record: DlsRecord,
  context: FileContext,
  parameters: ParticlesParameters,
): AnalysedRecord {
  const row = rowOfCapture(context.rows, record.name);
  const subject: Subject = {
    level: "capture",
    file: context.file,
    capture: record.name,
    ...(row ? { sample: row.sample } : {}),
  };
  const printed: Record<string, Stated> = {};
  if (record.zAverage) printed.zAverage = record.zAverage;
  if (record.polydispersityIndex) printed.polydispersityIndex = record.polydispersityIndex;
  if (record.derivedCountRate) printed.derivedCountRate = record.derivedCountRate;
  record.peaks.forEach((peak, i) => {
    printed[`peak${i + 1}`] = peak.diameter;
    if (peak.area) printed[`peak${i + 1}Area`] = peak.area;
  });
  const heard = warningFlags(record.instrumentWarnings);
  const stated = statedEstimates(finiteStated(printed), subject, 1).map((estimate) => ({
    ...estimate,
    flags: [...heard, ...polydispersityFlags(estimate.id, record.polydispersityIndex)],
  }));
  const nothing = { derived: [], zAverage: null, polydispersityIndex: null };
  if (record.correlogram === null) return { subject, stated, issues: [], ...nothing };
  const optics = opticsOf(record, parameters);
  if (optics.missing.length > 0) {
    const issue = analysisIssues.raise("particles-correlogram-needs-optics", {
      record: record.name,
      missing: optics.missing.join(", "),
    });
    return { subject, stated, issues: [issue], ...nothing };
  }
  const fitted = zAverageOf(
    numbersOf(record.correlogram, "delay"),
    numbersOf(record.correlogram, "g2"),
    { ...optics.known, temperature: optics.known.temperature! },
    fitWindow,
  );
  if (!isAccepted(fitted)) return { subject, stated, issues: [...fitted.issues], ...nothing };
  const { zAverage, polydispersityIndex, flags, assumptions } = fitted.value;
  const rest = {
    basis: "inferred",
    assumptions,
    flags: [...heard, ...flags],
    n: { technical: 1, biological: null },
    qualifiers: { weighting: "intensity" },
  } as const;
  const derived = [draft("particles.polydispersityIndex", subject, polydispersityIndex, "1", rest)];
  if (zAverage !== null) derived.unshift(draft("particles.zAverage", subject, zAverage, "nm", rest));
  return { subject, stated, derived, zAverage, polydispersityIndex, issues: [...fitted.warnings] };
}

/** What the index that the instrument states means for it and for the Z-average beside it, by the limits of cumulants. */
function polydispersityFlags(id: string, index: Stated | null): string[] {
  const concerned = ["particles.stated.zAverage", "particles.stated.polydispersityIndex"].includes(id);
  if (!concerned || index === null || !(index.value > polydispersityLimits.unreliable)) return [];
  const rejected = index.value > polydispersityLimits.reject;
  return [rejected ? "dls_polydispersity_reject" : "dls_polydispersity_unreliable"];
}

function opticsOf(record: DlsRecord, parameters: ParticlesParameters) {
  const known = {
    wavelength: record.wavelength ?? parameters.wavelength,
    angle: record.angle ?? parameters.angle,
    temperature: record.temperatureKelvin ?? parameters.temperature,
    refractiveIndex: record.refractiveIndex ?? parameters.refractiveIndex,
    viscosity: record.viscosity ?? parameters.viscosity,
  };
  const needed = ["wavelength", "angle", "temperature"] as const;
  return { known, missing: needed.filter((name) => known[name] === undefined) };
}

/** The intensity-weighted distribution for the figure; empty where the file has none. */
function intensityOf(record: DlsRecord): DlsSummary["records"][number]["distribution"] {
  if (record.distribution === null) return [];
  const diameters = numbersOf(record.distribution, "diameter");
  const intensities = numbersOf(record.distribution, "intensity");
  return [...diameters].flatMap((diameter, i) =>
    intensities[i]! > 0 && Number.isFinite(intensities[i]! + diameter)
      ? [{ diameter, intensity: intensities[i]! }]
      : [],
  );
}
