import { draft, type EstimateDraft, finiteInterval, type Issue, isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import type { BeadPeaks } from "../operations/beads/bead-peaks.ts";
import { isUsable } from "../operations/beads/peak-flags.ts";
import { beadSetOf, searchedPeaks } from "./bead-searches.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import type { CytometryRow } from "./sheet.ts";
import type { BeadSummary } from "./summary.ts";

interface FoundPeaks {
  readonly estimates: readonly EstimateDraft[];
  readonly summaries: readonly BeadSummary[];
  readonly issues: readonly Issue[];
}

/** The bead populations of a calibrant's file in every channel that its bead set is described for. Issues: `cytometry-calibrant-unknown` and those of `findBeadPeaks`. */
export function calibrantPeaks(
  dataSet: FcsDataSet,
  { kept }: Pick<EventAnswer, "kept">,
  row: CytometryRow | null,
  { parameters, subject }: Pick<DataSetContext, "parameters" | "subject">,
): FoundPeaks {
  if (row?.role !== "calibrant" && row?.calibrant == null)
    return { estimates: [], summaries: [], issues: [] };
  const beads = beadSetOf(row, parameters);
  if (isRefused(beads)) return { estimates: [], summaries: [], issues: beads.issues };
  const { name } = beads.value;
  const found = searchedPeaks(dataSet, kept, beads.value, parameters.level).map(
    ({ channels, peaks, assumptions }) => {
      if (isRefused(peaks)) return { issues: peaks.issues, summaries: [], estimates: [] };
      return {
        issues: peaks.warnings,
        summaries: channels.map((channel, c) => ({ set: name, channel, peaks: peaksOf(peaks.value, c) })),
        estimates: channels.flatMap((channel, c) =>
          peakEstimates(peaks.value, c, { set: name, channel, subject, assumptions }),
        ),
      };
    },
  );
  return {
    estimates: found.flatMap(({ estimates }) => estimates),
    summaries: found.flatMap(({ summaries }) => summaries),
    issues: found.flatMap(({ issues }) => issues),
  };
}

function peaksOf({ peaks }: BeadPeaks, c: number): BeadSummary["peaks"] {
  return peaks.map(({ n, populations, channels }) => {
    const { median, interval, robustCv, flags } = channels[c]!;
    return {
      median,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      rcv: robustCv,
      events: Math.round(n),
      populations,
      usable: isUsable(channels[c]!),
      flags,
    };
  });
}

function peakEstimates(
  { peaks, method }: BeadPeaks,
  c: number,
  of: {
    readonly set: string;
    readonly channel: string;
    readonly subject: EstimateDraft["subject"];
    readonly assumptions: readonly string[];
  },
): EstimateDraft[] {
  return peaks.map(({ channels }, i) => {
    const { median, interval, flags } = channels[c]!;
    return draft("cytometry.beadMedian", of.subject, median, "{arbitrary_units}", {
      interval: finiteInterval(interval),
      n: { technical: 1, biological: null },
      assumptions: [
        method === "windows" ? "peaks_set_by_hand" : "peaks_found_automatically",
        ...of.assumptions,
      ],
      flags: [...flags],
      qualifiers: { beads: of.set, channel: of.channel, peak: String(i + 1) },
    });
  });
}
