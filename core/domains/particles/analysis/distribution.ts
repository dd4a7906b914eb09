import {
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  type Issue,
  type Json,
  portable,
  readStep,
  rowOfCapture,
  type SheetRow,
  type Step,
  type Subject,
  warningFlags,
} from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement, SizeBins } from "../measurement.ts";
import { binsIssue } from "../operations/size-bins.ts";
import {
  captureConcentration,
  impossibleConcentration,
  totalConcentration,
} from "./capture-concentration.ts";
import { captureSizes } from "./capture-sizes.ts";
import { analysisIssues } from "./issues.ts";
import { sizedByDiffusion, sizingAssumptions, smoothedBySoftware } from "./methods.ts";
import { type ParticlesParameters, parametersOf } from "./parameters.ts";
import { binsOfParticles } from "./single-particles.ts";
import { finiteStated, statedEstimates, warningSummaries } from "./stated.ts";
import { type BinSummary, type CaptureSummary, type DistributionSummary, finiteOrNull } from "./summary.ts";

/** Sizes and concentrations of every capture of a file, with what the vendor printed beside them. */
export function analyseDistribution(
  measurement: DistributionMeasurement,
  context: FileContext,
): FileAnalysis {
  const { value: parameters } = parametersOf(context.design);
  const smoothed = smoothedBySoftware(measurement.settings);
  const basis = { context, parameters, assumptions: sizingAssumptions(measurement.method, smoothed) };
  const captures = measurement.captures.map((capture) =>
    analyseCapture(capture, rowOfCapture(context.rows, capture.name), basis),
  );
  const used = captures.filter(({ summary }) => summary.role !== "ignore");
  const { vendor, model } = measurement.instrument;
  const summary: DistributionSummary = {
    kind: "distribution",
    method: measurement.method,
    instrument: `${vendor} ${model}`.trim() || measurement.method,
    pack: measurement.pack,
    smoothed: smoothed && sizedByDiffusion(measurement.method),
    captures: captures.map((capture) => capture.summary),
    instrumentWarnings: warningSummaries(
      measurement.instrumentWarnings.filter((warning) => warning.capture === undefined),
    ),
  };
  const { level, concentrationState } = parameters;
  const told = Object.hasOwn(concentrationState, context.file) ? concentrationState[context.file] : undefined;
  const decision = { rows: rowsOf(context.rows), level, ...(told ? { concentrationState: told } : {}) };
  return {
    file: context.file,
    format: measurement.format,
    steps: [
      readStep(measurement.format, statedIn(measurement, context, used)),
      step("sizes", "particles.sizeDistribution", { level }, used, "sizes"),
      step("concentrations", "particles.dilutionState", decision, used, "concentrations"),
    ].filter(({ key, estimates }) => key === "read" || estimates.length > 0),
    summary: summary as unknown as Json,
    issues: [
      ...rowsWithoutCaptures(measurement, context),
      ...capturesWithoutRow(captures, context),
      ...once(used.flatMap((capture) => capture.issues)),
    ],
  };
}

interface AnalysedCapture {
  readonly stated: readonly EstimateDraft[];
  readonly sizes: readonly EstimateDraft[];
  readonly concentrations: readonly EstimateDraft[];
  readonly summary: CaptureSummary;
  readonly issues: readonly Issue[];
}

interface Basis {
  readonly context: FileContext;
  readonly parameters: ParticlesParameters;
  readonly assumptions: readonly string[];
}

function analyseCapture(
  capture: Capture,
  row: SheetRow | null,
  { context, parameters, assumptions }: Basis,
): AnalysedCapture {
  const subject: Subject = {
    level: "capture",
    file: context.file,
    capture: capture.name,
    ...(row ? { sample: row.sample } : {}),
  };
  const tracks = tracksOf(capture);
  const bins = capture.bins ?? binsOfParticles(capture.diameters ?? [], totalConcentration(capture));
  const { level } = parameters;
  const sizes = captureSizes({ capture: capture.name, bins, subject, tracks, level, assumptions });
  const concentration = captureConcentration(capture, subject, row, tracks, parameters);
  const { decided } = concentration;
  const heard = warningFlags(capture.instrumentWarnings);
  const marked = (estimates: readonly EstimateDraft[]) =>
    estimates.map((estimate) => ({ ...estimate, flags: [...estimate.flags, ...heard] }));
  const drift = capture.driftPixelsPerFrame;
  return {
    stated: statedEstimates(finiteStated(capture.stated), subject, tracks, {
      dilutionState: capture.dilution.printedConcentrationIs,
    }),
    sizes: marked(sizes.estimates),
    concentrations: marked(concentration.estimates),
    issues: [...sizes.issues, ...concentration.issues],
    summary: {
      name: capture.name,
      sample: row?.sample ?? null,
      role: row?.role ?? "sample",
      condition: row?.condition ?? null,
      donor: row?.donor ?? null,
      preparation: row?.preparation ?? null,
      asMeasured: finiteOrNull(decided?.asMeasured),
      original: finiteOrNull(decided?.original),
      dilutionFactor: finiteOrNull(decided?.factor),
      concentrationFlags: decided?.flags ?? [],
      concentrationRefused: concentration.refused,
      tracks,
      particlesPerFrame: finiteOrNull(capture.stated.particlesPerFrame?.value),
      temperatureKelvin: finiteOrNull(capture.temperatureKelvin),
      viscosity: finiteOrNull(capture.viscosity),
      drift: drift ? finiteOrNull(portable.hypot(drift.x, drift.y)) : null,
      detectionLimit: finiteOrNull(parameters.detectionLimit ?? capture.detectionLimit),
      sizes: sizes.summary,
      bins: sizes.summary && bins ? trimmedBins(bins, decided?.asMeasured ?? null) : null,
      instrumentWarnings: warningSummaries(capture.instrumentWarnings),
    },
  };
}

/** Nobody counts more particles than this: a greater number is no count. */
const mostTracks = 1e9;

/** Tracks that the distribution rests on: valid tracks where the file counts them, else counted particles. */
function tracksOf(capture: Capture): number | null {
  const stated = capture.stated.validTracks ?? capture.stated.completedTracks;
  const counted = capture.bins?.counts?.reduce((sum, count) => sum + count, 0);
  const tracks = finiteOrNull(stated?.value ?? capture.diameters?.length ?? counted);
  return tracks !== null && tracks >= 0 && tracks <= mostTracks ? tracks : null;
}

/** Bins without the empty ones at both ends, scaled so that their sum is `total` where that is known. */
function trimmedBins({ edges, concentration }: SizeBins, total: number | null): BinSummary | null {
  if (binsIssue(edges, concentration)) return null;
  let first = 0;
  let end = concentration.length;
  while (!(concentration[first]! > 0)) first++;
  while (!(concentration[end - 1]! > 0)) end--;
  const kept = concentration.subarray(first, end);
  const sum = kept.reduce((a, b) => a + b, 0);
  const scale = total !== null && total > 0 ? total / sum : 1;
  if (!(sum <= impossibleConcentration) || !Number.isFinite(scale)) return null;
  return {
    range: [edges[0]!, edges[edges.length - 1]!],
    edges: [...edges.subarray(first, end + 1)],
    concentration: Array.from(kept, (value) => value * scale),
  };
}

function statedIn(
  measurement: DistributionMeasurement,
  context: FileContext,
  captures: readonly AnalysedCapture[],
): readonly EstimateDraft[] {
  const sample = new Set(captures.map(({ summary }) => summary.sample));
  const [only] = sample.size === 1 ? [...sample] : [];
  const subject: Subject = { level: "file", file: context.file, ...(only ? { sample: only } : {}) };
  const [state, another] = new Set(
    measurement.captures.map(({ dilution }) => dilution.printedConcentrationIs),
  );
  const averages = statedEstimates(
    finiteStated(measurement.statedAverage),
    subject,
    measurement.captures.length,
    state === undefined || another !== undefined ? {} : { dilutionState: state },
  );
  return [...averages, ...captures.flatMap((capture) => capture.stated)];
}

function step(
  key: string,
  id: string,
  parameters: Json,
  captures: readonly AnalysedCapture[],
  part: "sizes" | "concentrations",
): Step {
  const estimates = captures.flatMap((capture) => capture[part]);
  return { key, operation: { id, version: "1" }, parameters, inputs: ["read"], estimates };
}

function rowsOf(rows: readonly SheetRow[]): Json {
  return rows.map(({ line, file, sample, capture = null, dilution = null }) => ({
    line,
    file,
    sample,
    capture,
    dilution,
  }));
}

function rowsWithoutCaptures(measurement: DistributionMeasurement, context: FileContext): Issue[] {
  const names = measurement.captures.map(({ name }) => name);
  return context.rows.flatMap((row) => {
    if (row.capture === undefined || names.some((name) => rowOfCapture([row], name) !== null)) return [];
    const parameters = { line: row.line, capture: row.capture, captures: names.slice(0, 12).join(", ") };
    return [analysisIssues.raise("particles-row-without-captures", parameters)];
  });
}

/** Captures that the sheet leaves out although it has rows for others of the file. */
function capturesWithoutRow(captures: readonly AnalysedCapture[], { file, rows }: FileContext): Issue[] {
  if (rows.length === 0) return [];
  const names = captures.flatMap(({ summary }) => (summary.sample === null ? [summary.name] : []));
  if (names.length === 0) return [];
  const parameters = { n: names.length, captures: names.slice(0, 12).join(", "), sample: file };
  return [analysisIssues.raise("particles-captures-without-row", parameters)];
}

/** Issues that several captures share, told once. */
function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code}|${issue.message.en}`, issue])).values()];
}
