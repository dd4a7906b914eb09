import { draft, type EstimateDraft, finiteInterval, type Issue, type Step } from "../../../kernel/index.ts";
import { gridQuantile } from "../operations/gates/grid.ts";
import { calibrationOf, settingsIssue } from "./calibrations.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type SampleSets, sampleKey, sampleQualifiers, stepsBehind } from "./placed.ts";
import { comparableSets } from "./positives.ts";
import type { ScatterCalibration } from "./scatter-calibrations.ts";
import { asHistogram, eventsOf, pooledSpectrum } from "./spectra.ts";

/** Fewest events whose diameters are summarised. */
const fewest = 50;
const quantiles = [
  ["cytometry.d10", 0.1],
  ["cytometry.d50", 0.5],
  ["cytometry.d90", 0.9],
] as const;

/**
 * Diameters of a sample's counted events from their scatter, as the assumed vesicle model has them: the interval is the
 * range over the model's refractive indices and over all diameters of one signal. No step without a calibration that
 * holds. Issues: `cytometry-calibration-settings`, `cytometry-sample-settings`.
 */
export function sampleSizes(
  sample: SampleSets,
  calibrations: readonly ScatterCalibration[],
  doubts: readonly string[],
  parameters: CytometryParameters,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const own = calibrations.find(({ summary }) => summary.instrument === sample.instrument);
  const channel = parameters.scatter ?? own?.summary.channel;
  const nothing = { steps: [], issues: [] };
  if (channel === undefined) return nothing;
  const { sets, issues } = comparableSets(sample, channel);
  if (sets.length === 0) return nothing;
  const { found, differs } = calibrationOf(calibrations, sets[0]!, channel);
  if (differs) return { steps: [], issues: [settingsIssue(channel, differs.summary, sets[0]!)] };
  if (!found) return nothing;
  const spectrum = pooledSpectrum(
    sets.flatMap(({ channels }) => channels.find(({ name }) => name === channel)?.spectrum ?? []),
  );
  if (eventsOf(spectrum) < fewest) return { steps: [], issues };
  const bins = asHistogram(spectrum);
  const estimates = quantiles.flatMap(([id, p]) =>
    sizeEstimate(id, gridQuantile(bins, p), sample, channel, found, doubts),
  );
  if (estimates.length === 0) return { steps: [], issues };
  const step: Step = {
    key: `sizes:${sampleKey(sample)}`,
    operation: { id: "cytometry.scatterDiameter", version: "1" },
    parameters: { channel, vesicles: { ...parameters.vesicles } } as never,
    inputs: [...stepsBehind(sets), found.key],
    estimates,
  };
  return { steps: [step], issues };
}

function sizeEstimate(
  id: string,
  signal: number,
  sample: SampleSets,
  channel: string,
  { sizer, summary }: ScatterCalibration,
  ofSample: readonly string[],
): EstimateDraft[] {
  const size = sizer.sizeOf(signal);
  const subject = { level: "sample", sample: sample.name } as const;
  const rest = {
    n: { technical: sample.sets.length, biological: null },
    basis: "inferred" as const,
    assumptions: ["vesicle_core_shell", "index_as_assumed", "single_particles_above_detection_limit"],
    qualifiers: { channel, ...sampleQualifiers(sample) },
  };
  const flags = [...new Set([...summary.flags, ...ofSample])];
  const between = ({ rangeLower: lower, rangeUpper: upper }: typeof size) =>
    finiteInterval({ kind: "range", level: 1, lower, upper, method: "refractive-index-range" });
  const ranged = (diameter: number, doubts: readonly string[]) => {
    const interval = between(size);
    const all = [...flags, ...doubts, ...(interval === null ? ["no_interval"] : [])];
    return [draft(id, subject, diameter, "nm", { ...rest, interval, flags: all })];
  };
  // a limit has to hold under every index of the range
  const limit = (diameter: number, bound: "below" | "above") =>
    Number.isFinite(diameter)
      ? [draft(id, subject, diameter, "nm", { ...rest, flags: [...flags, `scatter_${bound}_curve`], bound })]
      : [];
  switch (size.state) {
    case "unique":
      return ranged(size.diameter, []);
    case "flat":
      return ranged(size.diameter, ["scatter_flat"]);
    case "multivalued":
      return ranged(Math.sqrt(size.lower * size.upper), ["scatter_multivalued"]);
    case "below":
      return limit(size.rangeUpper, "below");
    case "above":
      return limit(size.rangeLower, "above");
    case "unknown":
      return [];
  }
}
