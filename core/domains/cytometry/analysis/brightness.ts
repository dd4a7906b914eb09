import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Interval,
  type Issue,
} from "../../../kernel/index.ts";
import { binomialQuantile } from "../../../statistics/distributions/index.ts";
import { calibrate } from "../operations/beads/calibration-curve.ts";
import { gridLower } from "../operations/gates/grid.ts";
import { calibrationOf, settingsIssue } from "./calibrations.ts";
import { analysisIssues } from "./issues.ts";
import type { PlacedDataSet, SampleSets } from "./placed.ts";
import { type MarkerContext, sampleQualifiers } from "./positives.ts";
import { eventsOf, partAbove } from "./spectra.ts";
import type { Spectrum } from "./summary.ts";

/** Fewest positives whose median is given. */
const fewest = 10;

/** Median brightness of the positives, in the unit of the calibration where one holds, else in arbitrary units with a flag. Issues: `cytometry-calibration-missing`, `cytometry-calibration-settings`. */
export function brightnessEstimates(
  sample: SampleSets,
  channel: string,
  { spectrum, threshold, sets }: { spectrum: Spectrum; threshold: number; sets: readonly PlacedDataSet[] },
  { calibrations, parameters }: MarkerContext,
): {
  readonly estimates: readonly EstimateDraft[];
  readonly issues: readonly Issue[];
  readonly inputs: readonly string[];
  readonly unit: string | null;
} {
  const { found, differs } = calibrationOf(calibrations, sets[0]!, channel);
  const issues = found ? [] : [missing(channel, differs, sets[0]!)];
  const unit = found?.summary.unit ?? null;
  const nothing = { estimates: [], issues, inputs: [], unit };
  const positives = partAbove(spectrum, threshold);
  const n = eventsOf(positives);
  if (n < fewest) return nothing;
  const { median, interval } = gridMedian(positives, parameters.level);
  const subject = { level: "sample", sample: sample.name } as const;
  const qualifiers = { channel, of: "positives", ...sampleQualifiers(sample) };
  const shared = { n: { technical: sample.sets.length, biological: null }, qualifiers };
  if (!found) {
    const arbitrary = draft("cytometry.brightness", subject, median, "{arbitrary_units}", {
      ...shared,
      interval: finiteInterval(interval),
      assumptions: ["median_on_grid"],
      flags: ["arbitrary_units"],
    });
    return { ...nothing, estimates: [arbitrary] };
  }
  const calibrated = calibrate(found.curve, median, parameters.level);
  if (calibrated.value === null) return nothing;
  const own = both(interval, found, calibrated.interval, parameters.level);
  const estimate = draft("cytometry.brightness", subject, calibrated.value, `{${found.summary.unit}}`, {
    ...shared,
    interval: finiteInterval(own),
    assumptions: ["bead_values_as_assigned", "detector_linear", "median_on_grid"],
    flags: [...calibrated.flags, ...found.summary.flags],
  });
  return { estimates: [estimate], issues, inputs: [found.key], unit };
}

function missing(
  channel: string,
  differs: ReturnType<typeof calibrationOf<MarkerContext["calibrations"][number]>>["differs"],
  dataSet: PlacedDataSet,
): Issue {
  return differs
    ? settingsIssue(channel, differs.summary, dataSet)
    : analysisIssues.raise("cytometry-calibration-missing", { channel });
}

/** Median from the grid, interpolated by rank inside its bin, and its distribution-free interval between bin edges. */
export function gridMedian(
  { indices, counts }: Spectrum,
  level: number,
): { median: number; interval: Interval | null } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const at = (rank: number, edge: "inside" | "lower" | "upper"): number => {
    let before = 0;
    for (let i = 0; i < indices.length; i++) {
      const count = counts[i]!;
      if (before + count >= rank) {
        const [from, to] = [gridLower(indices[i]!), gridLower(indices[i]! + 1)];
        if (edge === "lower") return from;
        return edge === "upper" ? to : from + ((to - from) * (rank - before - 0.5)) / count;
      }
      before += count;
    }
    return Number.NaN;
  };
  const low = binomialQuantile((1 - level) / 2, n, 0.5);
  const high = n + 1 - low;
  const interval: Interval | null =
    low >= 1
      ? {
          kind: "confidence",
          level,
          lower: at(low, "lower"),
          upper: at(high, "upper"),
          method: "order-statistics",
        }
      : null;
  return { median: at((n + 1) / 2, "inside"), interval };
}

/** The interval of the median through the curve, and that of the curve, as independent relative uncertainties. */
function both(
  median: Interval | null,
  { curve }: MarkerContext["calibrations"][number],
  ofCurve: Interval | null,
  level: number,
): Interval | null {
  if (!median || !ofCurve) return null;
  const [lower, upper] = [median.lower, median.upper].map((x) => calibrate(curve, x, level).value);
  if (lower == null || upper == null || !(lower > 0)) return null;
  const middle = Math.sqrt(ofCurve.lower * ofCurve.upper);
  const half = (of: { lower: number; upper: number }) => Math.log(of.upper / of.lower) / 2;
  const reach = Math.hypot(half({ lower, upper }), half(ofCurve));
  return {
    kind: "confidence",
    level,
    lower: middle * Math.exp(-reach),
    upper: middle * Math.exp(reach),
    method: "median-and-calibration",
  };
}
