import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  isRefused,
} from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { type BeadPeaks, findBeadPeaks, type PeakOptions } from "../operations/beads/bead-peaks.ts";
import { singletGate } from "../operations/gates/singlets.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import { analysisIssues } from "./issues.ts";
import type { BeadSet } from "./parameters.ts";
import type { CytometryRow } from "./sheet.ts";
import type { BeadSummary } from "./summary.ts";

interface FoundPeaks {
  readonly estimates: readonly EstimateDraft[];
  readonly summaries: readonly BeadSummary[];
  readonly issues: readonly Issue[];
}

const singletWidth = 5;

/** The bead populations of a calibrant's file in every channel that its bead set is described for. Issues: `cytometry-calibrant-unknown` and those of `findBeadPeaks`. */
export function calibrantPeaks(
  dataSet: FcsDataSet,
  answer: EventAnswer,
  row: CytometryRow | null,
  { parameters, subject }: DataSetContext,
): FoundPeaks {
  const name = row?.calibrant ?? null;
  const named = name !== null && Object.hasOwn(parameters.beads, name) ? parameters.beads[name]! : null;
  if (row?.role !== "calibrant" && name === null) return { estimates: [], summaries: [], issues: [] };
  if (name === null || named === null) {
    const issue = analysisIssues.raise("cytometry-calibrant-unknown", { name: name ?? "(calibrant)" });
    return { estimates: [], summaries: [], issues: [issue] };
  }
  const estimates: EstimateDraft[] = [];
  const summaries: BeadSummary[] = [];
  const issues: Issue[] = [];
  const singlets = singletRows(dataSet, answer);
  for (const { channel, expected, windows } of wantedPeaks(named)) {
    const index = dataSet.channels.findIndex((one) => one.name === channel);
    const values = answer.kept.get(index);
    if (!values) {
      const channels = dataSet.channels.map((one) => one.name).join(", ");
      issues.push(
        analysisIssues.raise("cytometry-channel-unknown", { channel, for: `beads: ${name}`, channels }),
      );
      continue;
    }
    const column = singlets ? values.filter((_, i) => singlets[i] === 1) : values;
    const range = dataSet.channels[index]!.range;
    const options: PeakOptions = {
      expected,
      // $PnR is exclusive: the largest value is one less
      maxima: [range > 1 ? range - 1 : null],
      level: parameters.level,
      ...(windows.length > 0 ? { windows } : {}),
    };
    const found = findBeadPeaks([column], options);
    issues.push(...(isAccepted(found) ? found.warnings : found.issues));
    if (!isAccepted(found)) continue;
    summaries.push({ set: name, channel, peaks: peaksOf(found.value) });
    estimates.push(...peakEstimates(found.value, name, channel, subject));
  }
  return { estimates, summaries, issues };
}

function wantedPeaks(set: BeadSet) {
  if (set.kind === "fluorescence")
    return Object.entries(set.channels).map(([channel, values]) => ({
      channel,
      expected: values.length,
      windows: Object.hasOwn(set.peaks, channel) ? set.peaks[channel]! : [],
    }));
  if (set.kind === "scatter")
    return [{ channel: set.channel, expected: set.diameters.length, windows: set.peaks }];
  return [];
}

/** 1 for single beads by the area and height of a scatter channel; null where the file has not both. */
function singletRows({ channels }: FcsDataSet, { kept }: EventAnswer): Uint8Array | null {
  for (const [index, values] of kept) {
    const area = channels[index]!;
    if (area.role !== "scatter" || area.pulse !== "area") continue;
    const stem = area.name.slice(0, -1);
    const height = channels.findIndex((one) => one.pulse === "height" && one.name.slice(0, -1) === stem);
    const heights = kept.get(height);
    if (!heights) continue;
    const found = singletGate({
      id: "singlets",
      parent: null,
      area: { channel: area.name, values },
      height: { channel: channels[height]!.name, values: heights },
      width: singletWidth,
    });
    if (isRefused(found)) continue;
    const { ratio, spread } = found.value;
    return Uint8Array.from(values, (a, i) =>
      Math.abs(a / heights[i]! - ratio) <= singletWidth * spread ? 1 : 0,
    );
  }
  return null;
}

function peaksOf({ peaks }: BeadPeaks): BeadSummary["peaks"] {
  return peaks.map(({ n, populations, channels: [own] }) => ({
    median: own!.median,
    lower: own!.interval?.lower ?? null,
    upper: own!.interval?.upper ?? null,
    rcv: own!.robustCv,
    events: Math.round(n),
    populations,
    flags: own!.flags,
  }));
}

function peakEstimates(
  { peaks, method }: BeadPeaks,
  set: string,
  channel: string,
  subject: EstimateDraft["subject"],
): EstimateDraft[] {
  return peaks.map(({ channels: [own] }, i) =>
    draft("cytometry.beadMedian", subject, own!.median, "{arbitrary_units}", {
      interval: finiteInterval(own!.interval),
      n: { technical: 1, biological: null },
      assumptions: [method === "windows" ? "peaks_set_by_hand" : "peaks_found_automatically"],
      flags: own!.flags.map((flag) => `bead_${flag}`),
      qualifiers: { beads: set, channel, peak: String(i + 1) },
    }),
  );
}
