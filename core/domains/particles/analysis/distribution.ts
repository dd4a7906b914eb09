import {
  type EstimateDraft,
  type FileAnalysis,
  type FileContext,
  type Issue,
  isAccepted,
  type Json,
  type SheetRow,
  type Step,
  type Subject,
} from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement } from "../measurement.ts";
import { captureConcentration } from "./capture-concentration.ts";
import { captureSizes } from "./capture-sizes.ts";
import { analysisIssues } from "./issues.ts";
import { type ParticlesParameters, parametersOf } from "./parameters.ts";
import { rowOfCapture } from "./rows.ts";
import { statedEstimates, warningSummaries } from "./stated.ts";
import { type BinSummary, type CaptureSummary, type DistributionSummary, finiteOrNull } from "./summary.ts";

/** Sizes and concentrations of every capture of a file, with what the vendor printed beside them. */
export function analyseDistribution(
  measurement: DistributionMeasurement,
  context: FileContext,
): FileAnalysis {
  const { value: parameters, issues } = parametersOf(context.design);
  const captures = measurement.captures.map((capture) =>
    analyseCapture(capture, rowOfCapture(context.rows, capture.name), context, parameters),
  );
  const used = captures.filter(({ summary }) => summary.role !== "ignore");
  const summary: DistributionSummary = {
    kind: "distribution",
    method: measurement.method,
    instrument: `${measurement.instrument.vendor} ${measurement.instrument.model}`.trim(),
    pack: measurement.pack,
    captures: captures.map((capture) => capture.summary),
    instrumentWarnings: warningSummaries(
      measurement.instrumentWarnings.filter((warning) => warning.capture === undefined),
    ),
  };
  return {
    file: context.file,
    format: measurement.format,
    steps: [
      readStep(measurement, context, used),
      step("sizes", "particles.sizeDistribution", { level: parameters.level }, used, "sizes"),
      step(
        "concentrations",
        "particles.dilutionState",
        { rows: rowsOf(context.rows), level: parameters.level },
        used,
        "concentrations",
      ),
    ].filter(({ key, estimates }) => key === "read" || estimates.length > 0),
    summary: summary as unknown as Json,
    issues: [
      ...issues,
      ...rowsWithoutCaptures(measurement, context),
      ...once(captures.flatMap((capture) => capture.issues)),
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

function analyseCapture(
  capture: Capture,
  row: SheetRow | null,
  context: FileContext,
  parameters: ParticlesParameters,
): AnalysedCapture {
  const subject: Subject = {
    level: "capture",
    file: context.file,
    capture: capture.name,
    ...(row ? { sample: row.sample } : {}),
  };
  const tracks = tracksOf(capture);
  const sizes = captureSizes(capture, subject, tracks, parameters);
  const concentration = captureConcentration(capture, subject, row, tracks, parameters);
  const qualifiers = { dilutionState: capture.dilution.printedConcentrationIs };
  const decided = isAccepted(concentration.decided) ? concentration.decided.value : null;
  const drift = capture.driftPixelsPerFrame;
  return {
    stated: statedEstimates(capture.stated, subject, tracks, qualifiers),
    sizes: sizes.estimates,
    concentrations: concentration.estimates,
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
      tracks,
      particlesPerFrame: finiteOrNull(capture.stated.particlesPerFrame?.value),
      temperatureKelvin: finiteOrNull(capture.temperatureKelvin),
      viscosity: finiteOrNull(capture.viscosity),
      drift: drift ? finiteOrNull(Math.hypot(drift.x, drift.y)) : null,
      detectionLimit: finiteOrNull(parameters.detectionLimit ?? capture.detectionLimit),
      sizes: sizes.summary,
      bins: decided?.asMeasured ? trimmedBins(capture, decided.asMeasured) : trimmedBins(capture, null),
      instrumentWarnings: warningSummaries(capture.instrumentWarnings),
    },
  };
}

/** Tracks that the distribution rests on: valid tracks where the file counts them, else counted particles. */
function tracksOf(capture: Capture): number | null {
  const stated = capture.stated.validTracks ?? capture.stated.completedTracks;
  if (stated) return stated.value;
  if (capture.diameters) return capture.diameters.length;
  return capture.bins?.counts ? capture.bins.counts.reduce((sum, count) => sum + count, 0) : null;
}

/** Bins without the empty ones at both ends, scaled so that their sum is `total` where that is known. */
function trimmedBins(capture: Capture, total: number | null): BinSummary | null {
  if (!capture.bins) return null;
  const { edges, concentration } = capture.bins;
  let first = 0;
  let end = concentration.length;
  while (first < end && !(concentration[first]! > 0)) first++;
  while (end > first && !(concentration[end - 1]! > 0)) end--;
  if (end === first) return null;
  const kept = concentration.subarray(first, end);
  const sum = kept.reduce((a, b) => a + b, 0);
  const scale = total !== null && sum > 0 ? total / sum : 1;
  const range = [edges[0]!, edges[edges.length - 1]!] as const;
  return {
    range,
    edges: [...edges.subarray(first, end + 1)],
    concentration: [...kept].map((value) => value * scale),
  };
}

function readStep(
  measurement: DistributionMeasurement,
  context: FileContext,
  captures: readonly AnalysedCapture[],
): Step {
  const sample = new Set(captures.map(({ summary }) => summary.sample));
  const [only] = sample.size === 1 ? [...sample] : [];
  const subject: Subject = { level: "file", file: context.file, ...(only ? { sample: only } : {}) };
  const averages = statedEstimates(measurement.statedAverage, subject, measurement.captures.length);
  return {
    key: "read",
    operation: { id: measurement.format, version: "1" },
    parameters: {},
    inputs: ["file"],
    estimates: [...averages, ...captures.flatMap((capture) => capture.stated)],
  };
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

/** Issues that several captures share, told once. */
function once(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code}|${issue.message.en}`, issue])).values()];
}
