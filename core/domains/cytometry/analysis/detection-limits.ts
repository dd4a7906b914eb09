import { draft, type EstimateDraft, finiteInterval, type Issue, isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { channelLimit } from "../operations/beads/detection-limit.ts";
import type { DataSetContext } from "./data-set.ts";
import type { EventAnswer } from "./event-pass.ts";
import type { CytometryRow } from "./sheet.ts";
import type { LimitSummary } from "./summary.ts";

const blanks: readonly (CytometryRow["control"] | null)[] = ["buffer", "reagent", "unstained"];

/** Median + 3 robust SD of each channel of a buffer, reagent or unstained control, in arbitrary units. Too few events give none. */
export function channelLimits(
  dataSet: FcsDataSet,
  answer: EventAnswer,
  row: CytometryRow | null,
  { subject, parameters }: DataSetContext,
): {
  readonly estimates: readonly EstimateDraft[];
  readonly byChannel: ReadonlyMap<number, LimitSummary>;
  readonly issues: readonly Issue[];
} {
  const byChannel = new Map<number, LimitSummary>();
  const estimates: EstimateDraft[] = [];
  if (row?.control == null || !blanks.includes(row.control)) return { estimates, byChannel, issues: [] };
  for (const [channel, values] of answer.kept) {
    const found = channelLimit(values, "robust", parameters.level);
    if (isRefused(found)) continue;
    const { value, interval, n, median, robustSd } = found.value;
    byChannel.set(channel, {
      value,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      median,
      robustSd,
      n,
    });
    estimates.push(
      draft("cytometry.detectionLimit", subject, value, "{arbitrary_units}", {
        interval: finiteInterval(interval),
        n: { technical: 1, biological: null },
        assumptions: ["blank_median_and_spread"],
        flags: ["arbitrary_units"],
        qualifiers: { channel: dataSet.channels[channel]!.name, control: row.control! },
      }),
    );
  }
  return { estimates, byChannel, issues: [] };
}
