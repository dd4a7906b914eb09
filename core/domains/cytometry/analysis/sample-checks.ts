import { type EstimateDraft, type Issue, isAccepted, portable, type Step } from "../../../kernel/index.ts";
import { gridQuantile, gridQuantileInterval } from "../operations/gates/grid.ts";
import { bufferShare } from "../operations/vesicles/controls.ts";
import { judgeDetergent } from "../operations/vesicles/detergent.ts";
import { judgeDilutionSeries, type SeriesPoint } from "../operations/vesicles/dilution-series.ts";
import { bufferShareDraft, detergentDraft, seriesDrafts } from "../operations/vesicles/drafts.ts";
import { brightnessOf } from "../operations/vesicles/median.ts";
import { controlsFor, countedControls, recordedAs } from "./controls.ts";
import { countedOf, pooledCount } from "./counting.ts";
import type { CytometryParameters } from "./parameters.ts";
import {
  type PlacedDataSet,
  type SampleSets,
  sampleKey,
  sampleLabel,
  sampleQualifiers,
  stepsBehind,
} from "./placed.ts";
import { asHistogram } from "./spectra.ts";
import type { CheckSummary, SeriesSummary } from "./study-summary.ts";

export interface SampleChecks {
  readonly steps: readonly Step[];
  readonly checks: readonly CheckSummary[];
  readonly series: SeriesSummary | null;
  /** Flags that every number of the sample carries. */
  readonly flags: readonly string[];
  readonly issues: readonly Issue[];
}

type Part = Partial<Omit<SampleChecks, "steps">> & { readonly step?: Step };

/** The buffer's share, the detergent control and the dilution series of one sample. */
export function sampleChecks(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  channels: readonly string[],
  parameters: CytometryParameters,
): SampleChecks {
  const parts = [
    bufferCheck(sample, all, parameters),
    detergentCheck(sample, all, parameters),
    seriesCheck(sample, all, channels, parameters),
  ];
  return {
    steps: parts.flatMap(({ step }) => step ?? []),
    checks: parts.flatMap(({ checks }) => checks ?? []),
    series: parts.find(({ series }) => series)?.series ?? null,
    flags: parts.flatMap(({ flags }) => flags ?? []),
    issues: parts.flatMap(({ issues }) => issues ?? []),
  };
}

function bufferCheck(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  parameters: CytometryParameters,
): Part {
  const buffers = countedControls(sample.sets[0]!, "buffer", all).controls;
  const check = (status: CheckSummary["status"], found: CheckSummary["found"] = {}): CheckSummary => ({
    sample: sample.name,
    check: "buffer_share",
    status,
    found,
  });
  const buffer = buffers.length > 0 ? pooledCount(buffers, parameters) : null;
  // the file with the most particles per volume is the one the sample's number rests on least; the worst share counts
  const shares = sample.sets.flatMap((dataSet) => {
    const counted = countedOf(dataSet, parameters);
    if (!buffer || !counted) return [];
    const found = bufferShare(counted, buffer, parameters.mostBufferShare, parameters.level);
    return isAccepted(found) ? [{ dataSet, share: found.value }] : [];
  });
  if (shares.length === 0) return { checks: [check("not reported")] };
  const worst = shares.reduce((a, b) => (b.share.value > a.share.value ? b : a));
  const { value, verdict } = worst.share;
  const subject = { level: "sample", sample: sample.name } as const;
  const step: Step = {
    key: `buffer:${sampleKey(sample)}`,
    operation: { id: "cytometry.bufferShare", version: "1" },
    parameters: { limit: parameters.mostBufferShare, level: parameters.level },
    inputs: stepsBehind([worst.dataSet, ...buffers]),
    estimates: [onInstrument(bufferShareDraft(subject, worst.share, gateOf(sample)), sample)],
  };
  const status = verdict === "within" ? "met" : verdict === "over" ? "not met" : "doubtful";
  const found = { share: percent(value), limit: percent(parameters.mostBufferShare) };
  return { step, checks: [check(status, found)], flags: verdict === "over" ? ["buffer_over_limit"] : [] };
}

function detergentCheck(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  parameters: CytometryParameters,
): Part {
  const [first] = sample.sets;
  const found = countedControls(first!, "detergent", all);
  const [treated] = found.controls;
  const check = (status: CheckSummary["status"], found: CheckSummary["found"] = {}): CheckSummary => ({
    sample: sample.name,
    check: "detergent",
    status,
    found,
  });
  if (!treated) return { checks: [check("not reported")], issues: found.issues };
  // a treated tube of unknown dilution is taken for as diluted as the sample, where that is one number
  const factors = new Set(sample.sets.map(({ row }) => row.dilution));
  if (treated.row.dilution === null && factors.size > 1) return { checks: [check("not reported")] };
  const near = sample.sets.reduce((a, b) => (distance(b, treated) < distance(a, treated) ? b : a));
  const [before, after] = [countedOf(near, parameters), countedOf(treated, parameters)];
  if (!before || !after) return { checks: [check("not reported")] };
  const buffers = countedControls(near, "buffer", all).controls;
  const buffer = buffers.length > 0 ? pooledCount(buffers, parameters) : null;
  const judged = judgeDetergent(
    { ...before, dilution: near.row.dilution ?? treated.row.dilution ?? 1 },
    { ...after, dilution: treated.row.dilution ?? near.row.dilution ?? 1 },
    {
      agreed: parameters.leastDetergentRemoval,
      level: parameters.level,
      ...(buffer && buffer.exposure.kind === before.exposure.kind ? { buffer } : {}),
    },
  );
  if (!isAccepted(judged)) return { checks: [check("not reported")], issues: judged.issues };
  const { removed, verdict } = judged.value;
  const subject = { level: "sample", sample: sample.name } as const;
  const step: Step = {
    key: `detergent:${sampleKey(sample)}`,
    operation: { id: "cytometry.detergentControl", version: "1" },
    parameters: { agreed: parameters.leastDetergentRemoval, level: parameters.level },
    inputs: stepsBehind([near, treated, ...buffers]),
    estimates: [onInstrument(detergentDraft(subject, judged.value, gateOf(sample)), sample)],
  };
  const status = verdict === "sensitive" ? "met" : verdict === "resistant" ? "not met" : "doubtful";
  const told = {
    removed: percent(removed),
    limit: percent(parameters.leastDetergentRemoval),
    ...(removed < 0 ? { reversed: 1 } : {}),
  };
  return {
    step,
    checks: [check(status, told)],
    flags: verdict === "resistant" ? ["detergent_leaves_events"] : [],
  };
}

function distance(dataSet: PlacedDataSet, other: PlacedDataSet): number {
  return Math.abs(portable.log((dataSet.row.dilution ?? 1) / (other.row.dilution ?? 1)));
}

function seriesCheck(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  channels: readonly string[],
  parameters: CytometryParameters,
): Part {
  const check = (status: CheckSummary["status"], found: CheckSummary["found"] = {}): CheckSummary => ({
    sample: sample.name,
    check: "dilution",
    status,
    found,
  });
  const diluted = sample.sets.filter(({ row }) => row.dilution !== null);
  if (new Set(diluted.map(({ row }) => row.dilution)).size < 2) return { checks: [check("not reported")] };
  const bright = channels.filter(
    (channel) =>
      recordedAs(diluted[0]!, channel, diluted).length === diluted.length &&
      isAboveBlank(channel, diluted, recordedAs(diluted[0]!, channel, all)),
  );
  const points = diluted.flatMap((dataSet): SeriesPoint[] => {
    const counted = countedOf(dataSet, parameters);
    return counted
      ? [{ ...counted, dilution: dataSet.row.dilution!, medians: mediansOf(dataSet, bright) }]
      : [];
  });
  const buffers = countedControls(diluted[0]!, "buffer", all).controls;
  const buffer = buffers.length > 0 ? pooledCount(buffers, parameters) : null;
  const kinds = new Set(points.map(({ exposure }) => exposure.kind));
  if (points.length < 2 || kinds.size > 1) return { checks: [check("not reported")] };
  const found = judgeDilutionSeries(points, {
    bufferLimit: parameters.mostBufferShare,
    level: parameters.level,
    ...(buffer && kinds.has(buffer.exposure.kind) ? { buffer } : {}),
  });
  if (!isAccepted(found)) return { checks: [check("not reported")], issues: found.issues };
  const { verdict, reasons, dilutions } = found.value;
  const subject = { level: "sample", sample: sample.name } as const;
  const step: Step = {
    key: `series:${sampleKey(sample)}`,
    operation: { id: "cytometry.dilutionSeries", version: "1" },
    parameters: { bufferLimit: parameters.mostBufferShare, level: parameters.level },
    inputs: stepsBehind([...diluted, ...buffers]),
    estimates: seriesDrafts(subject, found.value, gateOf(sample)).map((one) => onInstrument(one, sample)),
  };
  const series: SeriesSummary = {
    sample: sample.name,
    label: sampleLabel(sample),
    verdict,
    reasons,
    points: dilutions.map(({ dilution, rate: own, original, used }) => ({
      dilution,
      rate: own,
      original,
      used,
    })),
    medians: points.flatMap(({ dilution, medians }) =>
      Object.entries(medians).map(([channel, { median }]) => ({ channel, dilution, median })),
    ),
  };
  const status = verdict === "single" ? "met" : verdict === "swarm" ? "not met" : "doubtful";
  const flags = verdict === "swarm" ? ["swarm_supported"] : [];
  return { step, series, checks: [check(status, { reasons: reasons.join(",") })], flags };
}

/** Whether the median of every file is above what the buffer alone gives: a median of noise cannot keep still or fall. */
function isAboveBlank(
  channel: string,
  diluted: readonly PlacedDataSet[],
  all: readonly PlacedDataSet[],
): boolean {
  const of = (dataSet: PlacedDataSet) => dataSet.channels.find(({ name }) => name === channel);
  const limits = controlsFor(diluted[0]!, "buffer", all).flatMap(
    (control) => of(control)?.limit?.value ?? [],
  );
  return diluted.every((dataSet) => limits.every((limit) => (of(dataSet)?.median ?? Number.NaN) > limit));
}

/** Medians on the grid with the deviation of their logarithm from the order statistics around them. */
function mediansOf({ channels }: PlacedDataSet, wanted: readonly string[]): SeriesPoint["medians"] {
  const entries = channels.flatMap(({ name, spectrum }) => {
    if (!wanted.includes(name)) return [];
    const bins = asHistogram(spectrum);
    const found = brightnessOf(gridQuantile(bins, 0.5), gridQuantileInterval(bins, 0.5, 0.95));
    return found ? [[name, found] as const] : [];
  });
  return Object.fromEntries(entries);
}

function percent(value: number): string {
  return `${Number((100 * value).toPrecision(3))} %`;
}

function gateOf({ sets }: SampleSets): string {
  return sets[0]!.population ?? "";
}

function onInstrument(estimate: EstimateDraft, sample: SampleSets): EstimateDraft {
  return { ...estimate, qualifiers: { ...estimate.qualifiers, ...sampleQualifiers(sample) } };
}
