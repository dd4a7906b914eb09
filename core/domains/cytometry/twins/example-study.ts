import type { ExamplePart, Json, TwinFile } from "../../../kernel/index.ts";
import { createCollector } from "../operations/mie/collect.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { solid, vesicle } from "../operations/mie/particle.ts";
import {
  exampleBeadIndex,
  exampleDiameters,
  exampleMesf,
  fluorescenceBeadFile,
  scatterBeadFile,
} from "./example-beads.ts";
import { exampleVesicles, type FcsTwinOptions, fcsTwin } from "./fcs-twin.ts";
import type { VesicleTruth } from "./populations.ts";
import { tabulatedScatter } from "./tabulated-scatter.ts";

/** Optics of the example's cytometer. */
const optics = { wavelength: 405, mediumIndex: 1.343, halfAngle: 46 } as const;

/** How the example's particles scatter by Mie's theory: side scatter of vesicles and of polystyrene. */
function mieScatter(): ExampleScatter {
  const collect = createCollector(sideScatter(optics.wavelength, optics.mediumIndex, optics.halfAngle));
  const [particle, bead] = [vesicle(), solid(exampleBeadIndex)];
  return { vesicle: (diameter) => collect(particle, diameter), bead: (diameter) => collect(bead, diameter) };
}

/** How the example's particles scatter: collected cross-section in nm2 of a diameter in nm. */
export interface ExampleScatter {
  readonly vesicle: (diameter: number) => number;
  readonly bead: (diameter: number) => number;
}

interface ExampleSample {
  readonly name: string;
  readonly donor: string;
  readonly condition: "normoxia" | "hypoxia";
  readonly truth: VesicleTruth;
}

const donors = [
  { name: "D1", concentration: 1.1, odds: 1.15 },
  { name: "D2", concentration: 0.85, odds: 0.8 },
  { name: "D3", concentration: 1.04, odds: 1.05 },
] as const;

const conditions = [
  { name: "normoxia", letter: "N", concentration: 1, positive: 0.12 },
  { name: "hypoxia", letter: "H", concentration: 1.9, positive: 0.27 },
] as const;

/** The truth behind the six samples: donors differ in concentration and, by odds, in the share with the PE marker. */
export const exampleSamples: readonly ExampleSample[] = conditions.flatMap((condition) =>
  donors.map((donor) => {
    const odds = (condition.positive / (1 - condition.positive)) * donor.odds;
    const marker = { ...exampleVesicles.markers["PE-A"]!, fraction: odds / (1 + odds) };
    return {
      name: `${condition.letter}-${donor.name}`,
      donor: donor.name,
      condition: condition.name,
      truth: {
        ...exampleVesicles,
        concentration: exampleVesicles.concentration * condition.concentration * donor.concentration,
        markers: { ...exampleVesicles.markers, "PE-A": marker },
      },
    };
  }),
);

interface Acquisition {
  readonly dilution: number;
  readonly seconds: number;
}

/** Of the example: factor and seconds of the samples, and of the other members of the dilution series. */
const usual: Acquisition = { dilution: 20_000, seconds: 90 };
const series: readonly Acquisition[] = [
  { dilution: 2500, seconds: 12 },
  { dilution: 5000, seconds: 24 },
  { dilution: 10_000, seconds: 45 },
];

const labels = { "FITC-A": "CD9", "PE-A": "CD63", "APC-A": "CD81" };

interface Line {
  readonly files: readonly TwinFile[];
  readonly cells: Readonly<Record<string, string>>;
}

/** 10 uL/min for so many seconds, in uL. */
const volume = (seconds: number) => seconds / 6;

/**
 * What the flow cytometer gives to the example study: fluorescence and size beads, buffer, unstained, isotype and
 * detergent controls, a dilution series of four, and two conditions of the same three donors. Everything in it is
 * simulated; the same seed and scatter functions give the same bytes.
 */
export function cytometryExample(seed: number, scatter: ExampleScatter = mieScatter()): ExamplePart {
  const first = exampleSamples[0]!;
  const scatterOf = tabulatedScatter(scatter.vesicle);
  const minutes = (i: number) =>
    `${String(10 + Math.floor(i / 12)).padStart(2, "0")}:${String((i * 5) % 60).padStart(2, "0")}:00`;
  const tube = (i: number, name: string, sample: ExampleSample, more: Partial<FcsTwinOptions>) =>
    fcsTwin({
      ...usual,
      vesicles: sample.truth,
      scatterOf,
      labels,
      sample: sample.name,
      started: minutes(i),
      ...more,
      seed: seed + i,
      name,
    });
  const of = ({ name, donor, condition }: ExampleSample, { dilution, seconds } = usual) => ({
    sample: name,
    role: "sample",
    donor,
    condition,
    dilution: String(dilution),
    volume_uL: String(volume(seconds)),
  });
  const control = (sample: ExampleSample, kind: string) => ({
    ...of(sample),
    sample: `${sample.name} ${kind}`,
    role: "control",
    control: kind,
  });
  const buffer = {
    sample: "buffer",
    role: "control",
    control: "buffer",
    volume_uL: String(volume(usual.seconds)),
  };
  const lines: Line[] = [
    {
      files: fluorescenceBeadFile(seed + 100, "beads-fluorescence.fcs"),
      cells: { sample: "beads", role: "calibrant", calibrant: "rainbow" },
    },
    {
      files: scatterBeadFile(seed + 101, "beads-size.fcs", scatter.bead),
      cells: { sample: "beads", role: "calibrant", calibrant: "size" },
    },
    { files: tube(1, "buffer.fcs", first, { vesicles: null, sample: "buffer" }), cells: buffer },
    { files: tube(2, "unstained.fcs", first, { stain: "unstained" }), cells: control(first, "unstained") },
    { files: tube(3, "isotype.fcs", first, { stain: "isotype" }), cells: control(first, "isotype") },
    { files: tube(4, "detergent.fcs", first, { kept: 0.05 }), cells: control(first, "detergent") },
    {
      files: tube(9, "fmo-pe.fcs", first, { stain: { isotypeOf: "PE-A" } }),
      cells: control(first, "fmo PE-A"),
    },
    ...series.map((one, i) => ({
      files: tube(5 + i, `${first.name}-1in${one.dilution}.fcs`, first, one),
      cells: of(first, one),
    })),
    ...exampleSamples.map((sample, i) => ({
      files: tube(10 + i, `${sample.name}.fcs`, sample, {}),
      cells: of(sample),
    })),
  ];
  const placed = ({ name, bytes }: TwinFile) => ({ name: `fcs/${name}`, bytes });
  return {
    files: lines.flatMap(({ files }) => files.map(placed)),
    rows: lines.flatMap(({ files, cells }) => files.map(({ name }) => ({ file: `fcs/${name}`, ...cells }))),
    parameters,
  };
}

const parameters: Json = {
  beads: {
    rainbow: { kind: "fluorescence", unit: "MESF", channels: exampleMesf as Json },
    size: { kind: "scatter", channel: "SSC-A", diameters: [...exampleDiameters], index: exampleBeadIndex },
  },
  optics: { wavelength: optics.wavelength, mediumIndex: optics.mediumIndex },
  probeVolume: 54,
  markers: ["FITC-A", "PE-A", "APC-A"],
};
