import { draft, type EstimateDraft, finiteInterval, type Step } from "../../../kernel/index.ts";
import { calibrate } from "../operations/beads/calibration-curve.ts";
import { detectionDiameter } from "../operations/mie/sizing.ts";
import { type ChannelCalibration, calibrationOf } from "./calibrations.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type PlacedDataSet, stepsBehind } from "./placed.ts";
import type { ScatterCalibration } from "./scatter-calibrations.ts";

export interface DetectionLimits {
  readonly steps: readonly Step[];
  /** In a person's words, by channel of one instrument: `120 MESF`, `98 nm`; null where it is not known. */
  words(instrument: string, channel: string): string | null;
}

const kinds = ["buffer", "reagent", "unstained"] as const;

/** The detection limits of each instrument's buffer (else reagent, unstained) control in the units of the calibrations that hold for it. */
export function detectionLimits(
  dataSets: readonly PlacedDataSet[],
  fluorescence: readonly ChannelCalibration[],
  scatter: readonly ScatterCalibration[],
  parameters: CytometryParameters,
): DetectionLimits {
  const instruments = [...new Set(dataSets.map(({ instrument }) => instrument))].sort();
  const found = instruments.map((instrument) => {
    const own = dataSets.filter((one) => one.instrument === instrument);
    const key = instruments.length > 1 ? `limits:${instrument}` : "limits";
    return { instrument, ...instrumentLimits(key, own, fluorescence, scatter, parameters) };
  });
  return {
    steps: found.flatMap(({ steps }) => steps),
    words: (instrument, channel) =>
      found.find((one) => one.instrument === instrument)?.words.get(channel) ?? null,
  };
}

function instrumentLimits(
  key: string,
  dataSets: readonly PlacedDataSet[],
  fluorescence: readonly ChannelCalibration[],
  scatter: readonly ScatterCalibration[],
  { level }: CytometryParameters,
): { readonly steps: readonly Step[]; readonly words: ReadonlyMap<string, string> } {
  const kind = kinds.find((one) => dataSets.some(({ row }) => row.control === one));
  const blank = dataSets.find(({ row }) => row.control === kind);
  const words = new Map<string, string>();
  if (!kind || !blank) return { steps: [], words };
  const used: string[] = [];
  const estimates = blank.channels.flatMap((channel): EstimateDraft[] => {
    const { name, limit } = channel;
    if (!limit) return [];
    const subject = { level: "file", file: blank.file } as const;
    const shared = {
      n: { technical: 1, biological: null },
      assumptions: ["blank_median_and_spread", "bead_values_as_assigned"],
      qualifiers: { channel: name, control: kind },
    };
    const curve = calibrationOf(fluorescence, blank, name).found;
    if (curve) {
      const at = (x: number | null) => (x === null ? null : calibrate(curve.curve, x, level));
      const [value, lower, upper] = [limit.value, limit.lower, limit.upper].map(at);
      if (value?.value == null) return [];
      used.push(curve.key);
      words.set(name, `${Number(value.value.toPrecision(3))} ${curve.summary.unit}`);
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
        draft("cytometry.detectableBrightness", subject, value.value, `{${curve.summary.unit}}`, {
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
    words.set(name, `${Number(found.diameter.toPrecision(3))} nm`);
    return [
      draft("cytometry.detectableDiameter", subject, found.diameter, "nm", {
        ...shared,
        basis: "inferred",
        assumptions: ["blank_median_and_spread", "vesicle_core_shell", "index_as_assumed"],
        flags: sized.summary.flags.map(String),
        ...(found.bound ? { bound: found.bound } : {}),
      }),
    ];
  });
  if (estimates.length === 0) return { steps: [], words };
  const step: Step = {
    key,
    operation: { id: "cytometry.detectionLimit", version: "1" },
    parameters: { level },
    inputs: [...stepsBehind([blank], "limits"), ...new Set(used)],
    estimates,
  };
  return { steps: [step], words };
}
