import { describe, expect, test } from "vitest";
import type { DomainResult, Json } from "../../../kernel/index.ts";
import { calibrationFigure } from "../figures/calibration.ts";
import { gridIndex } from "../operations/gates/grid.ts";
import { createCollector } from "../operations/mie/collect.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { solid, vesicle } from "../operations/mie/particle.ts";
import { calibrationOf, fluorescenceCalibrations } from "./calibrations.ts";
import { detectionLimits } from "./limits.ts";
import type { PlacedDataSet } from "./placed.ts";
import { sampleSets } from "./placed.ts";
import { scatterCalibrations } from "./scatter-calibrations.ts";
import { assignScatterPeaks } from "./scatter-peaks.ts";
import { sampleSizes } from "./sizes.ts";
import { parameters, placed } from "./studies.test-support.ts";
import type { ChannelSummary, PeakSummary } from "./summary.ts";

const peak = (median: number, more: Partial<PeakSummary> = {}): PeakSummary => ({
  median,
  lower: null,
  upper: null,
  rcv: 0.04,
  events: 1000,
  populations: 1,
  usable: true,
  flags: [],
  ...more,
});
const channel = (name: string, settings: string, more: Partial<ChannelSummary> = {}): ChannelSummary => ({
  name,
  label: "",
  role: name.startsWith("SSC") ? "scatter" : "fluorescence",
  pulse: "area",
  settings,
  excitation: "",
  filter: "",
  detector: "",
  median: 1,
  limit: null,
  spectrum: { indices: [], counts: [] },
  ...more,
});
const assigned = [100, 1000, 10_000, 100_000];
const study = (model: string) =>
  parameters({
    beads: { rainbow: { kind: "fluorescence", unit: "MESF", model, channels: { "PE-A": assigned } } },
  } as Json);
const beadFile = (
  medians: readonly number[],
  settings = "voltage 400",
  more: Partial<PlacedDataSet> = {},
) => {
  const { row: _, ...rest } = more;
  return placed({
    file: "beads.fcs",
    channels: [channel("PE-A", settings)],
    beads: [{ set: "rainbow", channel: "PE-A", peaks: medians.map((median) => peak(median)) }],
    ...rest,
    row: { sample: "beads", role: "calibrant", calibrant: "rainbow" },
  });
};

describe("brightness calibrations", () => {
  test("give the line through the beads by each model", () => {
    // value = 2 median; 2 median - 60 with the beads' own fluorescence of 60
    for (const model of ["power", "proportional"]) {
      const found = fluorescenceCalibrations([beadFile(assigned.map((value) => value / 2))], study(model));
      const [{ summary }] = found.calibrations as [(typeof found.calibrations)[0]];
      expect(summary.slope).toBeCloseTo(1, 9);
      expect(summary.intercept).toBeCloseTo(Math.log10(2), 9);
      expect(summary.points.map(({ residual }) => Math.abs(residual) < 1e-9)).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
    const own = fluorescenceCalibrations(
      [beadFile(assigned.map((value) => (value + 60) / 2))],
      study("offset"),
    );
    const [{ summary, curve }] = own.calibrations as [(typeof own.calibrations)[0]];
    expect(summary.model).toBe("offset");
    expect(summary.slope).toBeCloseTo(1, 3);
    expect(10 ** (curve.alpha + curve.beta * Math.log10(500))).toBeCloseTo(1000, -1);
    const [estimate] = own.steps[0]!.estimates.filter(({ id }) => id === "cytometry.calibrationOffset");
    expect(estimate!.value).toBe(summary.offset);
    expect(summary.offset / 60).toBeCloseTo(1, 2);
    expect(estimate!.interval).not.toBeNull();
  });

  test("are drawn with points and line on one footing, the beads' own fluorescence added to the values", () => {
    const { calibrations } = fluorescenceCalibrations(
      [beadFile(assigned.map((value) => (value + 60) / 2))],
      study("offset"),
    );
    const summary = { fluorescence: calibrations.map((one) => one.summary) } as unknown as Json;
    const figure = calibrationFigure({ study: { summary } } as unknown as DomainResult)!;
    const { points, lines } = figure.data as Record<string, { median: number; assigned: number }[]>;
    for (const end of lines!) {
      const point = points!.find(({ median }) => median === end.median)!;
      expect(end.assigned / point.assigned).toBeCloseTo(1, 3);
    }
    expect(figure.description.en).toContain("own fluorescence");
  });

  test("hold for the same instrument at the same settings alone", () => {
    const { calibrations } = fluorescenceCalibrations([beadFile(assigned)], study("power"));
    const sample = (settings: string, instrument = "Cytometer A") =>
      calibrationOf(calibrations, placed({ instrument, channels: [channel("PE-A", settings)] }), "PE-A");
    expect(sample("voltage 400").found).toBe(calibrations[0]);
    expect(sample("voltage 500")).toEqual({ found: null, differs: calibrations[0] });
    expect(sample("voltage 400", "B")).toEqual({ found: null, differs: null });
  });

  test("too few peaks, and peaks that match no order, are told of the file", () => {
    const { calibrations, issues } = fluorescenceCalibrations([beadFile([50])], study("power"));
    expect(calibrations).toEqual([]);
    expect(issues.map(({ file }) => file)).toContain("beads.fcs");
  });

  test("of two data sets of one file keep apart", () => {
    const two = [1, 2].map((i) => beadFile(assigned, "voltage 400", { name: `data set ${i}` }));
    const { steps } = fluorescenceCalibrations(two, study("power"));
    expect(new Set(steps.map(({ key }) => key)).size).toBe(2);
    expect(steps.map(({ inputs }) => inputs)).toEqual([
      ["beads.fcs#data set 1:beads"],
      ["beads.fcs#data set 2:beads"],
    ]);
    const sets = steps.flatMap(({ estimates }) => estimates.map(({ qualifiers }) => qualifiers.dataSet));
    expect(new Set(sets)).toEqual(new Set(["data set 1", "data set 2"]));
  });
});

const optics = sideScatter(405, 1.343, 46);
const collect = createCollector(optics);
const bead = (diameter: number) => 100 * collect(solid(1.63), diameter);
const sizes = [100, 125, 160, 210, 300, 400].map((diameter) => ({ diameter, index: 1.63 }));
const found = (signals: readonly number[], more: Partial<PeakSummary> = {}) => ({
  set: "size",
  channel: "SSC-A",
  peaks: signals.map((signal) => peak(signal, more)),
});

describe("scatter peaks and bead sizes", () => {
  test("match by the order that theory expects", () => {
    const { value, issues } = assignScatterPeaks(
      found(sizes.map(({ diameter }) => bead(diameter))),
      sizes,
      optics,
    );
    expect(value!.map(({ diameter }) => diameter)).toEqual([100, 125, 160, 210, 300, 400]);
    expect(issues).toEqual([]);
  });

  test("fewer peaks than sizes are the run of neighbours that fits clearly best", () => {
    const { value } = assignScatterPeaks(found([160, 210, 300].map(bead)), sizes, optics);
    expect(value!.map(({ diameter }) => diameter)).toEqual([160, 210, 300]);
  });

  test.each([
    ["one peak of several sizes", [1000]],
    ["more peaks than sizes", Array.from({ length: 9 }, (_, i) => 10 ** (i + 1))],
    ["steps that no sizes have", [1, 1e6, 1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4]],
    ["none", []],
  ])("%s is not guessed", (_, signals) => {
    const { value, issues } = assignScatterPeaks(found(signals), sizes, optics);
    expect(value).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["cytometry-scatter-peaks-unmatched"]);
  });

  test("saturated peaks keep their place and are not used", () => {
    const all = found(sizes.map(({ diameter }) => bead(diameter)));
    const peaks = all.peaks.map((one, i) => (i === 5 ? { ...one, usable: false } : one));
    const { value } = assignScatterPeaks({ ...all, peaks }, sizes, optics);
    expect(value!.map(({ diameter }) => diameter)).toEqual([100, 125, 160, 210, 300]);
  });
});

describe("diameters of a sample", () => {
  const given = parameters({
    beads: {
      size: {
        kind: "scatter",
        channel: "SSC-A",
        diameters: sizes.map(({ diameter }) => diameter),
        index: 1.63,
      },
    },
    optics: { wavelength: 405, mediumIndex: 1.343 },
  });
  const settings = "voltage 300";
  const beadsFile = placed({
    file: "size.fcs",
    channels: [channel("SSC-A", settings)],
    beads: [found(sizes.map(({ diameter }) => bead(diameter)))],
    row: { role: "calibrant", calibrant: "size" },
  });
  const { calibrations } = scatterCalibrations([beadsFile], given);
  const sampleOf = (signals: readonly number[], own = settings, more: object = {}) => {
    const indices = signals.map(gridIndex);
    const spectrum = { indices, counts: indices.map(() => 100) };
    return sampleSets([
      placed({ file: "s.fcs", channels: [channel("SSC-A", own, { spectrum })], ...more }),
    ])[0]!;
  };
  const of = (signals: readonly number[], own = settings, more: object = {}) =>
    sampleSizes(sampleOf(signals, own, more), calibrations, [], given);
  const d50 = (signals: readonly number[]) =>
    of(signals).steps[0]?.estimates.find(({ id }) => id === "cytometry.d50");

  test("recover the vesicle that scatters so, and its range over the index", () => {
    const one = d50([100 * collect(vesicle(), 120)])!;
    expect(Math.abs(one.value / 120 - 1)).toBeLessThan(0.03);
    expect(one.interval!.lower).toBeLessThan(120);
    expect(one.interval!.upper).toBeGreaterThan(120);
    expect(one.interval!.kind).toBe("range");
    expect(one.basis).toBe("inferred");
  });

  test("below and above the curve are limits", () => {
    expect(d50([1e-3])).toMatchObject({ bound: "below", interval: null });
    expect(d50([1e9])).toMatchObject({ bound: "above", interval: null });
  });

  test("where several diameters scatter alike say so, with all of them in the range", () => {
    const narrow = createCollector(sideScatter(405, 1.343, 8));
    const signals = sizes.map(({ diameter }) => 100 * narrow(solid(1.63), diameter)).sort((a, b) => a - b);
    const own = { ...given, optics: { ...given.optics!, halfAngle: 8 } };
    const fitted = scatterCalibrations([{ ...beadsFile, beads: [found(signals)] }], own);
    const grid = Array.from({ length: 120 }, (_, i) => 150 + 5 * i);
    const several = grid.flatMap((at) => {
      const [step] = sampleSizes(sampleOf([100 * narrow(vesicle(), at)]), fitted.calibrations, [], own).steps;
      const one = step!.estimates.find(({ id }) => id === "cytometry.d50")!;
      return one.flags.includes("scatter_multivalued") ? [{ one, at }] : [];
    });
    expect(several.length).toBeGreaterThan(10);
    for (const { one, at } of several) {
      expect(one.interval!.lower).toBeLessThanOrEqual(at);
      expect(one.interval!.upper).toBeGreaterThanOrEqual(at);
    }
  });

  test("are not given at other settings, which is told, nor of few events or another instrument", () => {
    const other = of([1000], "voltage 350");
    expect(other.steps).toEqual([]);
    expect(other.issues).toMatchObject([{ code: "cytometry-calibration-settings", file: "s.fcs" }]);
    expect(of([1000], settings, { instrument: "B" })).toEqual({ steps: [], issues: [] });
    const few = sampleSets([
      placed({
        channels: [channel("SSC-A", settings, { spectrum: { indices: [gridIndex(1e3)], counts: [49] } })],
      }),
    ])[0]!;
    expect(sampleSizes(few, calibrations, [], given).steps).toEqual([]);
  });

  describe("detection limits", () => {
    const limit = { value: 200, lower: 190, upper: 210, median: 100, robustSd: 33, n: 1000 };
    const blank = (instrument: string, own: string) =>
      placed({
        file: `${instrument}.fcs`,
        instrument,
        channels: [channel("SSC-A", own, { limit })],
        row: { role: "control", control: "buffer" },
      });

    test("hold for the instrument and the settings of their blank alone", () => {
      const all = [blank("Cytometer A", settings), blank("B", settings)];
      const limits = detectionLimits(all, [], calibrations, given);
      const words = (own: string, instrument = "Cytometer A") =>
        limits.wordsFor(placed({ instrument, channels: [channel("SSC-A", own)] }), "SSC-A");
      expect(words(settings)).toMatch(/^\d+(\.\d+)? nm$/);
      expect(words("voltage 350")).toBeNull();
      // no beads were measured on it
      expect(words(settings, "B")).toBeNull();
      expect(limits.steps.map(({ key, inputs }) => [key, inputs[0]])).toEqual([
        ["limits@Cytometer A", "Cytometer A.fcs#limits"],
      ]);
    });

    test("are in the units of the beads where there are some", () => {
      const { calibrations: fluorescence } = fluorescenceCalibrations([beadFile(assigned)], study("power"));
      const own = placed({
        file: "b.fcs",
        channels: [channel("PE-A", "voltage 400", { limit })],
        row: { role: "control", control: "buffer" },
      });
      const [step] = detectionLimits([own], fluorescence, [], given).steps;
      expect(step!.estimates[0]).toMatchObject({ id: "cytometry.detectableBrightness", unit: "{MESF}" });
      expect(step!.estimates[0]!.value).toBeCloseTo(200, 6);
    });
  });
});
