import { draft, finiteInterval, type Issue, isAccepted, portable, type Step } from "../../../kernel/index.ts";
import { createCollector } from "../operations/mie/collect.ts";
import { polystyreneIndex, waterIndex } from "../operations/mie/dispersion.ts";
import type { Optics } from "../operations/mie/optics.ts";
import { type ParticleModel, solid, vesicle } from "../operations/mie/particle.ts";
import { fitScatter, type ScatterBead, type ScatterFit } from "../operations/mie/scatter-fit.ts";
import { createSizer, type Sizer } from "../operations/mie/sizing.ts";
import type { Calibrations } from "./calibrations.ts";
import type { BeadSet, CytometryParameters } from "./parameters.ts";
import { dataSetQualifiers, type PlacedDataSet, settingsOf, stepsBehind } from "./placed.ts";
import { assignScatterPeaks } from "./scatter-peaks.ts";
import type { ScatterSummary } from "./study-summary.ts";

export interface ScatterCalibration {
  readonly key: string;
  readonly sizer: Sizer;
  readonly summary: ScatterSummary;
}

const halfAngles = { lowest: 5, highest: 80 } as const;
/** Diameters of the vesicle curve, nm. */
const range = { from: 30, to: 1000 } as const;
const tolerance = 0.05;
const drawn = 60;

/** Calibrates the scatter channel of every bead file by Mie theory. Without `optics` in study.yaml nothing is calibrated. Issues: those of `assignScatterPeaks` and `fitScatter`. */
export function scatterCalibrations(
  dataSets: readonly PlacedDataSet[],
  parameters: CytometryParameters,
): Calibrations<ScatterCalibration> {
  const calibrations: ScatterCalibration[] = [];
  const steps: Step[] = [];
  const issues: Issue[] = [];
  for (const dataSet of dataSets) {
    for (const measured of dataSet.beads) {
      const set = Object.hasOwn(parameters.beads, measured.set) ? parameters.beads[measured.set]! : null;
      if (set?.kind !== "scatter" || !parameters.optics) continue;
      const optics = opticsOf(parameters.optics);
      const place = { key: measured.channel };
      const placed = (issue: Issue): Issue => ({ ...issue, file: dataSet.file, place });
      const beads = assignScatterPeaks(measured, indicesOf(set, optics.wavelength), optics);
      issues.push(...beads.issues.map(placed));
      if (beads.value === null) continue;
      const given = parameters.optics.halfAngle;
      const fitted = fitScatter(beads.value, optics, {
        lowest: given ?? halfAngles.lowest,
        highest: given ?? halfAngles.highest,
        offset: 0,
        level: parameters.level,
      });
      const told = isAccepted(fitted) ? fitted.warnings : fitted.issues;
      issues.push(...told.map(placed));
      if (!isAccepted(fitted)) continue;
      const fit: DoubtedFit = { ...fitted.value, flags: [...fitted.value.flags, ...indexFlags(set, optics)] };
      const sizer = sizerOf(fit, parameters);
      if (sizer === null) continue;
      const key = `scatter:${dataSet.file}:${dataSet.name}:${measured.channel}`;
      const settings = settingsOf(dataSet, measured.channel);
      const summary = summaryOf(fit, beads.value, parameters, {
        dataSet,
        set: measured.set,
        channel: measured.channel,
        settings,
      });
      calibrations.push({ key, sizer, summary });
      steps.push(fitStep(key, dataSet, fit, summary, set.index === undefined, parameters));
    }
  }
  return { calibrations, steps, issues };
}

function opticsOf(given: NonNullable<CytometryParameters["optics"]>): Optics {
  const { wavelength, mediumIndex, angle, polarisation } = given;
  return {
    wavelength,
    mediumIndex: mediumIndex ?? waterIndex(wavelength).index,
    angle,
    halfAngle: given.halfAngle ?? 45,
    polarisation,
    stop: 0,
  };
}

/** The fit with what else is doubtful about it. */
type DoubtedFit = Omit<ScatterFit, "flags"> & { readonly flags: readonly string[] };

type ScatterSet = Extract<BeadSet, { kind: "scatter" }>;

function indicesOf(set: ScatterSet, wavelength: number) {
  const { diameters, index } = set;
  const plain = typeof index === "number" ? index : polystyreneIndex(wavelength).index;
  return diameters.map((diameter, i) => ({
    diameter,
    index: Array.isArray(index) ? (index[i] ?? plain) : plain,
  }));
}

function indexFlags(set: ScatterSet, { wavelength }: Optics): string[] {
  const isGuessed = set.index === undefined && polystyreneIndex(wavelength).extrapolated;
  return isGuessed ? ["scatter_index_extrapolated"] : [];
}

function models({ vesicles }: CytometryParameters): readonly [ParticleModel, ParticleModel, ParticleModel] {
  const { core, coreRange, shell, thickness } = vesicles;
  const of = (index: number) => vesicle(index, shell, thickness);
  return [of(core), of(coreRange[0]), of(coreRange[1])];
}

function sizerOf({ optics, gain, offset }: DoubtedFit, parameters: CytometryParameters): Sizer | null {
  const [model, low, high] = models(parameters);
  return createSizer({ optics, model, alternatives: [low, high], range, scale: { gain, offset }, tolerance });
}

function summaryOf(
  fit: DoubtedFit,
  beads: readonly ScatterBead[],
  parameters: CytometryParameters,
  of: { dataSet: PlacedDataSet; set: string; channel: string; settings: string },
): ScatterSummary {
  const { optics, gain, offset, halfAngleInterval } = fit;
  const collect = createCollector(optics);
  const signal = (model: ParticleModel) => (diameter: number) =>
    Number((offset + gain * collect(model, diameter)).toPrecision(6));
  const [own, low, high] = models(parameters).map(signal) as [
    (diameter: number) => number,
    (diameter: number) => number,
    (diameter: number) => number,
  ];
  const steps = Array.from({ length: drawn + 1 }, (_, i) =>
    Number((range.from * portable.pow(range.to / range.from, i / drawn)).toPrecision(4)),
  );
  const first = beads[0]!;
  const bead = signal(solid(first.index));
  return {
    file: of.dataSet.file,
    set: of.set,
    channel: of.channel,
    instrument: of.dataSet.instrument,
    settings: of.settings,
    wavelength: optics.wavelength,
    halfAngle: optics.halfAngle,
    halfAngleInterval,
    gain,
    flags: fit.flags,
    points: fit.beads.map(({ diameter, median, fitted }) => ({ diameter, signal: median, fitted })),
    beads: steps.map((diameter) => ({ diameter, signal: bead(diameter) })),
    vesicles: steps.map((diameter) => ({
      diameter,
      signal: own(diameter),
      low: low(diameter),
      high: high(diameter),
    })),
  };
}

function fitStep(
  key: string,
  dataSet: PlacedDataSet,
  fit: DoubtedFit,
  { file, channel, flags }: ScatterSummary,
  isPolystyrene: boolean,
  parameters: CytometryParameters,
): Step {
  const subject = { level: "file", file } as const;
  const rest = {
    n: { technical: fit.beads.length, biological: null },
    basis: "inferred" as const,
    assumptions: [
      "beads_are_spheres",
      isPolystyrene ? "bead_index_polystyrene" : "bead_index_as_given",
      "round_aperture",
    ],
    flags,
    qualifiers: { channel, ...dataSetQualifiers(dataSet) },
  };
  const { optics, vesicles } = parameters;
  return {
    key,
    operation: { id: "cytometry.scatterCalibration", version: "1" },
    parameters: { optics: { ...optics }, vesicles: { ...vesicles }, level: parameters.level } as never,
    inputs: stepsBehind([dataSet], "beads"),
    estimates: [
      draft("cytometry.halfAngle", subject, fit.optics.halfAngle, "deg", {
        ...rest,
        interval: finiteInterval(fit.halfAngleInterval),
      }),
      draft("cytometry.scatterGain", subject, fit.gain, "nm-2", {
        ...rest,
        interval: finiteInterval(fit.gainInterval),
      }),
      ...(fit.rSquared === null
        ? []
        : [draft("cytometry.scatterRSquared", subject, fit.rSquared, "1", rest)]),
    ],
  };
}
