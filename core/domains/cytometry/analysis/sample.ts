import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Interval,
  type Issue,
  isAccepted,
  type Step,
} from "../../../kernel/index.ts";
import { meanInterval } from "../../../statistics/mean-interval.ts";
import type { Coincidence } from "../operations/vesicles/coincidence.ts";
import { type CountedVesicles, vesicleConcentration } from "../operations/vesicles/concentration.ts";
import { concentrationDrafts } from "../operations/vesicles/concentration-drafts.ts";
import { type Counted, millilitres } from "../operations/vesicles/exposure.ts";
import { confidence, scaled } from "../operations/vesicles/intervals.ts";
import { countedControls } from "./controls.ts";
import { countedOf, exposureUncertainty, pooledCount } from "./counting.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type PlacedDataSet, type SampleSets, sampleKey, sampleQualifiers, stepsBehind } from "./placed.ts";

export interface SampleConcentration {
  readonly steps: readonly Step[];
  /** Of the original sample, in {particles}/mL; null where it is not known or only a limit. */
  readonly original: number | null;
  /** Only an upper limit is known. */
  readonly limited: boolean;
  /** All counted events of the files behind the sample's concentration per volume, buffer not subtracted, in {particles}/mL; null without. */
  readonly gross: number | null;
  /** `several_in_beam` where that holds for a file of the sample. */
  readonly crowding: readonly string[];
  readonly issues: readonly Issue[];
}

interface FileConcentration {
  readonly dataSet: PlacedDataSet;
  readonly before: Counted;
  readonly counted: CountedVesicles;
}

/** What the counted events are above: a channel with its limit in a person's words. */
export type DetectionWords = { readonly channel: string; readonly limit: string | null };

/**
 * Concentration of each of a sample's files and of the sample: the mean of its files, with the interval between them
 * where there are several. Issues: `cytometry-volume-unknown` and those of `vesicleConcentration`.
 */
export function sampleConcentration(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  detection: DetectionWords,
  flags: readonly string[],
  parameters: CytometryParameters,
): SampleConcentration {
  const issues: Issue[] = [];
  const files = sample.sets.flatMap((dataSet): FileConcentration[] => {
    const counted = countedOf(dataSet, parameters);
    if (dataSet.counted === null) return [];
    if (counted === null) {
      const issue = analysisIssues.raise(
        "cytometry-volume-unknown",
        { sample: sample.name },
        { file: dataSet.file },
      );
      issues.push(issue);
      return [];
    }
    const buffers = countedControls(dataSet, "buffer", all);
    const pooled = buffers.controls.length > 0 ? pooledCount(buffers.controls, parameters) : null;
    const buffer = pooled?.exposure.kind === counted.exposure.kind ? pooled : null;
    issues.push(...buffers.issues);
    if (buffers.controls.length > 0 && buffer === null)
      issues.push(
        analysisIssues.raise(
          "cytometry-buffer-not-comparable",
          { sample: sample.name },
          { file: dataSet.file },
        ),
      );
    const found = vesicleConcentration(counted, {
      dilution: dataSet.row.dilution ?? 1,
      ...(buffer ? { buffer } : {}),
      relativeUncertainty: exposureUncertainty(counted.exposure, parameters),
      ...(parameters.probeVolume === undefined ? {} : { probeVolume: parameters.probeVolume }),
      allEvents: dataSet.events,
      level: parameters.level,
    });
    issues.push(...(isAccepted(found) ? found.warnings : found.issues));
    return isAccepted(found) ? [{ dataSet, before: counted, counted: found.value }] : [];
  });
  if (files.length === 0)
    return { steps: [], original: null, limited: false, gross: null, crowding: [], issues };
  const key = `concentration:${sampleKey(sample)}`;
  const buffers = files.flatMap(({ dataSet }) => countedControls(dataSet, "buffer", all).controls);
  const range = { ...detection, gate: files[0]!.dataSet.population ?? "" };
  const perFile = files.flatMap(({ dataSet, counted }) =>
    concentrationDrafts({ level: "file", file: dataSet.file, sample: sample.name }, counted, range)
      .filter(({ qualifiers }) => dataSet.row.dilution !== null || qualifiers.dilutionState !== "original")
      .map((one) => ({
        ...one,
        qualifiers: { ...one.qualifiers, ...(dataSet.name === "" ? {} : { dataSet: dataSet.name }) },
      })),
  );
  const crowds = files.flatMap(({ dataSet, counted }) =>
    counted.coincidence
      ? [multiples(sample, dataSet, counted.coincidence, counted.multipleShareInterval)]
      : [],
  );
  const whole = ofSample(sample, files, range, flags, parameters);
  const diluted = files.filter(({ dataSet }) => dataSet.row.dilution !== null);
  const behind = diluted.length > 0 ? diluted : files;
  const left = behind.filter(({ counted }) => counted.bound !== null).length;
  if (left > 0 && left < behind.length)
    issues.push(
      analysisIssues.raise("cytometry-files-at-limit", {
        sample: sample.name,
        left,
        files: behind.length,
      }),
    );
  const step: Step = {
    key,
    operation: { id: "cytometry.concentration", version: "1" },
    parameters: { level: parameters.level, volumeUncertainty: parameters.volumeUncertainty },
    inputs: stepsBehind([...sample.sets, ...buffers]),
    estimates: [...perFile, ...(whole ? [whole] : []), ...crowds],
  };
  const original =
    whole && whole.qualifiers.dilutionState === "original" && !whole.bound ? whole.value : null;
  const limited = whole?.bound !== undefined;
  const crowding = [...new Set(files.flatMap(({ counted: { coincidence } }) => coincidence?.flags ?? []))];
  return { steps: [step], original, limited, gross: whole && grossOf(behind), crowding, issues };
}

/** Events over the volumes of original sample that they came from, as one counting. */
function grossOf(files: readonly FileConcentration[]): number {
  const events = files.reduce((sum, { before }) => sum + before.events, 0);
  const volume = files.reduce(
    (sum, { before, dataSet }) => sum + millilitres(before.exposure) / (dataSet.row.dilution ?? 1),
    0,
  );
  return events / volume;
}

function multiples(
  sample: SampleSets,
  dataSet: PlacedDataSet,
  { multipleShare, flags }: Coincidence,
  interval: Interval | null,
): EstimateDraft {
  const subject = { level: "file", file: dataSet.file, sample: sample.name } as const;
  return draft("cytometry.multipleShare", subject, multipleShare, "1", {
    basis: "inferred",
    n: { technical: 1, biological: null },
    interval: finiteInterval(interval),
    assumptions: ["particles_independent", "counting_interval_only"],
    flags,
    qualifiers: dataSet.name === "" ? {} : { dataSet: dataSet.name },
  });
}

function ofSample(
  sample: SampleSets,
  files: readonly FileConcentration[],
  range: { readonly channel: string; readonly limit: string | null; readonly gate: string },
  flags: readonly string[],
  parameters: CytometryParameters,
): EstimateDraft | null {
  const { level } = parameters;
  const diluted = files.filter(({ dataSet }) => dataSet.row.dilution !== null);
  const known = diluted.length > 0;
  const used = (known ? diluted : files).filter(({ counted }) => counted.bound === null);
  const state = known ? "original" : "as measured";
  const [first] = used.length > 0 ? used : known ? diluted : files;
  if (!known && files.length > 1) return null;
  const drafts = concentrationDrafts({ level: "sample", sample: sample.name }, first!.counted, range, {
    technical: Math.max(1, used.length),
    biological: null,
  });
  const base = drafts.find(({ qualifiers }) => qualifiers.dilutionState === state)!;
  const left = known && diluted.length < files.length ? ["files_without_dilution_left_out"] : [];
  const own = {
    ...base,
    flags: [
      ...new Set([
        ...flags,
        ...base.flags,
        ...used.flatMap(({ counted }) => counted.flags),
        ...left,
        ...(known ? [] : ["dilution_not_recorded"]),
      ]),
    ],
    assumptions: [...new Set([...base.assumptions, ...used.flatMap(({ counted }) => counted.assumptions)])],
    qualifiers: { ...base.qualifiers, ...sampleQualifiers(sample) },
  };
  if (used.length < 2) return own;
  const values = used.map(({ counted }) => counted[known ? "original" : "asMeasured"].value);
  const mean = meanInterval(values, level);
  if (!isAccepted(mean)) return own;
  const spread = mean.value.interval && { ...mean.value.interval, value: mean.value.mean };
  // what is uncertain in every volume alike is not in the spread between files
  const common = Math.max(...used.map(({ before }) => exposureUncertainty(before.exposure, parameters)));
  const interval = finiteInterval(
    spread && confidence(scaled(spread, common, level), level, "t-between-measurements"),
  );
  return draft(own.id, own.subject, mean.value.mean, own.unit, {
    interval,
    n: own.n,
    assumptions: own.assumptions.filter((code) => code !== "counting_interval_only"),
    flags: own.flags,
    qualifiers: own.qualifiers,
  });
}
