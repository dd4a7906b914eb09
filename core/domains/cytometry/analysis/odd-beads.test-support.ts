import type { Json, SheetRow } from "../../../kernel/index.ts";
import { createCollector } from "../operations/mie/collect.ts";
import { polystyreneIndex, waterIndex } from "../operations/mie/dispersion.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { solid } from "../operations/mie/particle.ts";
import { type Cloud, type CloudFile, cloudFcs, sheetRow } from "./odd-files.test-support.ts";
import type { OddStudy } from "./odd-studies.test-support.ts";

interface Odd {
  readonly name: string;
  readonly file: Omit<CloudFile, "seed">;
  readonly row: Parameters<typeof sheetRow>[1];
  readonly extra?: Readonly<Record<string, string>>;
}

const peaks = (medians: readonly number[], n: number, channel = "FITC-A", logSd = 0.05): Cloud[] =>
  medians.map((median) => ({ n, of: { "SSC-A": [5000, 0.05], [channel]: [median, logSd] } }));

const beads = (calibrant: string) => ({
  row: { sample: "beads", role: "calibrant" as const },
  extra: { calibrant },
});

const vesicles = (n: number, fitc: number, scatter = 120, logSd = 0.5): Cloud => ({
  n,
  of: { "SSC-A": [scatter, logSd], "FITC-A": [fitc, 0.3], "PE-A": [900, 0.5] },
});
const counting = (n: number): Cloud => ({ n, of: { "SSC-A": [200_000, 0.05], "APC-A": [50_000, 0.05] } });

/** Beads of these diameters as Mie's theory has them, each times a factor. */
function sizes(
  diameters: readonly number[],
  halfAngle: number,
  index: number,
  factors: readonly number[] = [],
): Cloud[] {
  const collect = createCollector(sideScatter(405, waterIndex(405).index, halfAngle));
  return diameters.map((diameter, i) => ({
    n: 400,
    of: { "SSC-A": [100 * collect(solid(index), diameter) * (factors[i] ?? 1), 0.04] },
  }));
}

const files: readonly Odd[] = [
  // three values, not in proportion to the brightness
  {
    name: "slope",
    file: { clouds: peaks([400, 3000, 20_000], 400), range: 1_000_000 },
    ...beads("slope"),
  },
  // overlapping, few, imprecise and saturated peaks
  {
    name: "doubtful",
    file: {
      clouds: [
        ...peaks([500, 575], 800, "PE-A", 0.05),
        ...peaks([1500, 1740], 800, "PE-A", 0.05),
        ...peaks([9000], 30, "PE-A", 0.05),
        ...peaks([40_000], 800, "PE-A", 0.05),
        ...peaks([400_000], 800, "PE-A", 0.1),
      ],
      range: 262_144,
    },
    ...beads("doubtful"),
  },
  {
    name: "floor",
    file: { clouds: peaks([2, 60, 72, 300, 1800], 300, "APC-A", 0.1), noise: 2, floor: 0, range: 2000 },
    ...beads("by hand"),
  },
  {
    name: "size",
    file: { clouds: sizes([100, 125, 160, 200], 46, polystyreneIndex(405).index) },
    ...beads("size"),
  },
  // one bead off by a third
  {
    name: "size-off",
    file: {
      clouds: sizes([100, 125, 160, 200], 46, 1.6, [1.05, 1, 0.7, 1.05]),
      instrument: "Second cytometer",
    },
    ...beads("size off"),
  },
  // light collected through a wider aperture than any that is looked for
  {
    name: "size-wide",
    file: { clouds: sizes([100, 125, 160, 200], 88, 1.6), instrument: "Third cytometer" },
    ...beads("size off"),
  },
  {
    name: "third",
    file: { clouds: [vesicles(900, 900, 500_000), counting(200)], instrument: "Third cytometer" },
    row: { sample: "third", dilution: 50 },
  },
  {
    name: "dim",
    file: { clouds: [vesicles(900, 60), counting(300)] },
    row: { sample: "dim", donor: "D1", condition: "a", dilution: 50 },
  },
  {
    name: "bright",
    file: { clouds: [vesicles(900, 90_000, 30_000), counting(300)] },
    row: { sample: "bright", donor: "D2", condition: "b", dilution: 50 },
  },
  {
    name: "below",
    file: { clouds: [vesicles(900, 900, 0.6), counting(200)], noise: 0.01 },
    row: { sample: "below", donor: "D3", condition: "b", dilution: 50 },
  },
  {
    name: "second",
    file: { clouds: [vesicles(900, 900, 2000), counting(200)], instrument: "Second cytometer" },
    row: { sample: "second", dilution: 50 },
  },
  {
    name: "flat",
    file: { clouds: [vesicles(900, 900, 4500, 0.02), counting(200)] },
    row: { sample: "flat", dilution: 50 },
  },
  {
    name: "size-narrow",
    file: { clouds: sizes([100, 125, 160, 200], 20, 1.6), instrument: "Fourth cytometer" },
    ...beads("size off"),
  },
  {
    name: "fourth",
    file: { clouds: [vesicles(900, 900, 200, 0.02), counting(200)], instrument: "Fourth cytometer" },
    row: { sample: "fourth", dilution: 50 },
  },
  {
    name: "other-voltage",
    file: { clouds: [vesicles(400, 900), counting(200)], voltage: "620" },
    row: { sample: "other-voltage", dilution: 50 },
  },
  {
    name: "buffer",
    file: { clouds: [{ n: 90, of: { "SSC-A": [30, 0.4] } }, counting(300)] },
    row: { sample: "buffer", role: "control" },
    extra: { control: "buffer" },
  },
  // the beads' own fluorescence is as bright as the dimmest of them
  {
    name: "offset",
    file: { clouds: peaks([200, 600, 2600, 12_600, 60_600], 400, "PE-A"), instrument: "Fifth cytometer" },
    ...beads("own fluorescence"),
  },
];

const parameters: Json = {
  beads: {
    slope: { kind: "fluorescence", unit: "MESF", channels: { "FITC-A": [300, 1500, 20_000] } },
    doubtful: {
      kind: "fluorescence",
      unit: "ERF",
      channels: { "PE-A": [500, 575, 1500, 1740, 9000, 40_000, 400_000] },
    },
    "by hand": {
      kind: "fluorescence",
      unit: "ABC",
      channels: { "APC-A": [null, 60, 72, 300, 1800] },
      peaks: {
        "APC-A": [
          [-1, 20],
          [30, 66],
          [66, 120],
          [150, 600],
          [1000, 2000],
        ],
      },
    },
    "own fluorescence": {
      kind: "fluorescence",
      unit: "MEF",
      model: "offset",
      channels: { "PE-A": [100, 500, 2500, 12_500, 60_500] },
    },
    size: { kind: "scatter", channel: "SSC-A", diameters: [100, 125, 160, 200] },
    "size off": { kind: "scatter", channel: "SSC-A", diameters: [100, 125, 160, 200], index: 1.6 },
    counting: { kind: "counting", gate: "beads", concentration: 1e6, relativeUncertainty: 0.04 },
  },
  gates: [
    { kind: "rectangle", id: "beads", bounds: [{ channel: "APC-A", min: 20_000 }] },
    { kind: "rectangle", id: "particles", bounds: [{ channel: "APC-A", max: 20_000 }] },
  ],
  population: "particles",
  markers: ["FITC-A"],
  thresholds: { "FITC-A": 20 },
  optics: { wavelength: 405 },
};

/** Beads that calibrate badly, and samples outside what they reach; counting beads in every tube. */
export function beadStudy(): OddStudy {
  return {
    name: "beads",
    files: files.map(({ name, file }, i) => ({
      name: `${name}.fcs`,
      bytes: cloudFcs({ seed: 60 + i, ...file }),
    })),
    rows: files.map(({ name, row, extra }): SheetRow => sheetRow(`${name}.fcs`, row, extra)),
    parameters,
    reference: "a",
  };
}
