import { draft, type EstimateDraft, finiteInterval, type Step } from "../../../kernel/index.ts";
import { unitCode } from "../operations/beads/bead-units.ts";
import { calibrate } from "../operations/beads/calibration-curve.ts";
import { detectionDiameter } from "../operations/mie/sizing.ts";
import { type ChannelCalibration, calibrationOf } from "./calibrations.ts";
import type { CytometryParameters } from "./parameters.ts";
import { dataSetQualifiers, type PlacedDataSet, settingsOf, stepsBehind } from "./placed.ts";
import type { ScatterCalibration } from "./scatter-calibrations.ts";

export interface DetectionLimits {
  readonly steps: readonly Step[];
  /** That of a channel as a data set was recorded, in a person's words: `120 MESF`, `98 nm`; null where it is not known. */
  readonly wordsFor: (dataSet: PlacedDataSet, channel: string) => string | null;
}

/** The detection limits of each instrument's buffer (else reagent, unstained) control in the units of the calibrations that hold for it. */
export function detectionLimits(
  dataSets: readonly PlacedDataSet[],
  fluorescence: readonly ChannelCalibration[],
  scatter: readonly ScatterCalibration[],
  parameters: CytometryParameters,
): DetectionLimits {
  const instruments = [...new Set(dataSets.map(({ instrument }) => instrument))];
  const words = new Map<string, string>();
  const steps = instruments.flatMap((instrument) => {
    const own = dataSets.filter((one) => one.instrument === instrument);
    const key = instruments.length > 1 ? `limits@${instrument}` : "limits";
    return blankLimits(own, fluorescence, scatter, { key, words, level: parameters.level });
  });
  return {
    steps,
    wordsFor: (dataSet, channel) => words.get(recordingKey(dataSet, channel)) ?? null,
  };
}

function recordingKey(dataSet: PlacedDataSet, channel: string): string {
  return JSON.stringify([dataSet.instrument, channel, settingsOf(dataSet, channel)]);
}

/** The limits of one instrument's blank; `words` takes up what they are called. */
function blankLimits(
  dataSets: readonly PlacedDataSet[],
  fluorescence: readonly ChannelCalibration[],
  scatter: readonly ScatterCalibration[],
  {
    key,
    words,
    level,
  }: { readonly key: string; readonly words: Map<string, string>; readonly level: number },
): readonly Step[] {
  const order = ["buffer", "reagent", "unstained"] as const;
  const kind = order.find((one) => dataSets.some(({ row }) => row.control === one));
  const blank = dataSets.find(({ row }) => row.control === kind);
  if (!kind || !blank) return [];
  const used: string[] = [];
  const estimates = blank.channels.flatMap((channel): EstimateDraft[] => {
    const { name, limit } = channel;
    if (!limit) return [];
    const subject = { level: "file", file: blank.file } as const;
    const shared = {
      n: { technical: 1, biological: null },
      assumptions: ["blank_median_and_spread", "bead_values_as_assigned"],
      qualifiers: { channel: name, control: kind, ...dataSetQualifiers(blank) },
    };
    const curve = calibrationOf(fluorescence, blank, name).found;
    if (curve) {
      const at = (x: number | null) => (x === null ? null : calibrate(curve.curve, x, level));
      const [value, lower, upper] = [limit.value, limit.lower, limit.upper].map(at);
      if (value?.value == null) return [];
      used.push(curve.key);
      words.set(recordingKey(blank, name), `${Number(value.value.toPrecision(3))} ${curve.summary.unit}`);
      const interval =
        lower?.value != null && upper?.value != null
          ? {
              kind: "confidence" as const,
              level,
              lower: lower.value,
              upper: upper.value,
              method: "limit-through-curve",
            }
          : null;
      const flags = value.flags;
      return [
        draft("cytometry.detectableBrightness", subject, value.value, unitCode(curve.summary.unit), {
          ...shared,
          flags,
          interval: finiteInterval(interval),
        }),
      ];
    }
    const sized = calibrationOf(scatter, blank, name).found;
    const found = sized && detectionDiameter(sized.sizer, limit.value);
    if (!sized || !found) return [];
    used.push(sized.key);
    words.set(recordingKey(blank, name), `${Number(found.diameter.toPrecision(3))} nm`);
    return [
      draft("cytometry.detectableDiameter", subject, found.diameter, "nm", {
        ...shared,
        basis: "inferred",
        assumptions: ["blank_median_and_spread", "vesicle_core_shell", "index_as_assumed"],
        flags: [...sized.summary.flags, ...(found.bound ? [] : ["no_interval"])],
        ...(found.bound ? { bound: found.bound } : {}),
      }),
    ];
  });
  if (estimates.length === 0) return [];
  const step: Step = {
    key,
    operation: { id: "cytometry.detectionLimit", version: "1" },
    parameters: { level },
    inputs: [...stepsBehind([blank], "limits"), ...new Set(used)],
    estimates,
  };
  return [step];
}
