import { draft, type EstimateDraft, finiteInterval, type Issue, isAccepted } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { multiplexBeads } from "../operations/multiplex/multiplex-beads.ts";
import { channelNames } from "./channels.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import { analysisIssues } from "./issues.ts";
import type { AnalyteSummary } from "./summary.ts";

interface FoundAnalytes {
  readonly estimates: readonly EstimateDraft[];
  readonly summaries: readonly AnalyteSummary[];
  readonly issues: readonly Issue[];
}

/** The bead classes of a multiplex assay with their reporter medians, where study.yaml describes one. Issues: `cytometry-channel-unknown` and those of `multiplexBeads`. */
export function multiplexAnalytes(
  { channels }: FcsDataSet,
  { kept }: EventAnswer,
  { parameters, subject }: DataSetContext,
): FoundAnalytes {
  const wanted = parameters.multiplex;
  if (!wanted) return { estimates: [], summaries: [], issues: [] };
  const names = channels.map(({ name }) => name);
  const unknown = [wanted.reporter, ...wanted.dyes, ...wanted.size].find(
    (channel) => !names.includes(channel),
  );
  if (unknown !== undefined) {
    const told = { channel: unknown, for: "multiplex", channels: channelNames(channels) };
    return {
      estimates: [],
      summaries: [],
      issues: [analysisIssues.raise("cytometry-channel-unknown", told)],
    };
  }
  const column = (channel: string) => kept.get(names.indexOf(channel)) ?? new Float32Array();
  const found = multiplexBeads(
    {
      size: wanted.size.map(column),
      dyes: wanted.dyes.map(column),
      reporter: column(wanted.reporter),
      groups: Object.entries(wanted.groups).map(([name, analytes]) => ({
        name,
        classes: analytes.length,
        analytes,
      })),
    },
    parameters.level,
  );
  if (!isAccepted(found)) return { estimates: [], summaries: [], issues: found.issues };
  const named = found.value.classes.filter(({ analyte }) => analyte !== "");
  return {
    issues: found.warnings,
    summaries: named.map(({ analyte, median, n }) => ({ name: analyte, median, events: n })),
    estimates: named.map(({ analyte, median, interval, flags }) =>
      draft("cytometry.analyteMedian", subject, median, "{arbitrary_units}", {
        interval: finiteInterval(interval),
        n: { technical: 1, biological: null },
        assumptions: ["bead_classes_in_order"],
        flags: [...flags, "arbitrary_units"],
        qualifiers: { analyte, channel: wanted.reporter },
      }),
    ),
  };
}
