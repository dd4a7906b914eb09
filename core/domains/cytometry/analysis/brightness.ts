import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Interval,
  type Issue,
  portable,
} from "../../../kernel/index.ts";
import { unitCode } from "../operations/beads/bead-units.ts";
import { calibrate } from "../operations/beads/calibration-curve.ts";
import { gridQuantile, gridQuantileInterval } from "../operations/gates/grid.ts";
import { calibrationOf, settingsIssue } from "./calibrations.ts";
import { analysisIssues } from "./issues.ts";
import { type PlacedDataSet, type SampleSets, sampleQualifiers } from "./placed.ts";
import type { MarkerContext } from "./positives.ts";
import { asHistogram, eventsOf, partAbove } from "./spectra.ts";
import type { Spectrum } from "./summary.ts";

/** Fewest positives whose median is given. */
const fewest = 10;

/** Median brightness of the positives, in the unit of the calibration where one holds, else in arbitrary units with a flag. Issues: `cytometry-calibration-missing`, `cytometry-calibration-settings`. */
export function brightnessEstimates(
  sample: SampleSets,
  channel: string,
  { spectrum, threshold, sets }: { spectrum: Spectrum; threshold: number; sets: readonly PlacedDataSet[] },
  { calibrations, parameters, flags }: MarkerContext,
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
  const bins = asHistogram(positives);
  const median = gridQuantile(bins, 0.5);
  const interval = gridQuantileInterval(bins, 0.5, parameters.level);
  const subject = { level: "sample", sample: sample.name } as const;
  const qualifiers = { channel, of: "positives", ...sampleQualifiers(sample) };
  const shared = { n: { technical: sample.sets.length, biological: null }, qualifiers };
  if (!found) {
    const arbitrary = draft("cytometry.brightness", subject, median, "{arbitrary_units}", {
      ...shared,
      interval,
      assumptions: ["median_on_grid"],
      flags: ["arbitrary_units", ...flags],
    });
    return { ...nothing, estimates: [arbitrary] };
  }
  const calibrated = calibrate(found.curve, median, parameters.level);
  if (calibrated.value === null) return nothing;
  const own = both(interval, found, calibrated.interval, parameters.level);
  const estimate = draft("cytometry.brightness", subject, calibrated.value, unitCode(found.summary.unit), {
    ...shared,
    interval: finiteInterval(own),
    assumptions: ["bead_values_as_assigned", "detector_linear", "median_on_grid"],
    flags: [...new Set([...calibrated.flags, ...found.summary.flags, ...flags])],
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
  const half = (of: { lower: number; upper: number }) => portable.log(of.upper / of.lower) / 2;
  const reach = portable.hypot(half({ lower, upper }), half(ofCurve));
  return {
    kind: "confidence",
    level,
    lower: middle * portable.exp(-reach),
    upper: middle * portable.exp(reach),
    method: "median-and-calibration",
  };
}
