import {
  exampleBeadIndex,
  exampleDiameters,
  exampleMesf,
  fluorescenceBeadFile,
  scatterBeadFile,
} from "./example-beads.ts";
import { exampleVesicles, type FcsTwinOptions, fcsTwin, type TwinFile } from "./fcs-twin.ts";
import { powerLawBeadScatter, powerLawScatter, type VesicleTruth } from "./populations.ts";
import { tabulatedScatter } from "./tabulated-scatter.ts";

/** How the example's particles scatter: collected cross-section in nm2 of a diameter in nm. */
export interface ExampleScatter {
  readonly vesicle: (diameter: number) => number;
  readonly bead: (diameter: number) => number;
}

interface ExampleSample {
  readonly name: string;
  readonly donor: string;
  readonly condition: "control" | "treated";
  readonly truth: VesicleTruth;
}

const donors = [
  { name: "D1", concentration: 1.1, odds: 1.15 },
  { name: "D2", concentration: 0.85, odds: 0.8 },
  { name: "D3", concentration: 1.04, odds: 1.05 },
] as const;

const conditions = [
  { name: "control", letter: "C", concentration: 1, positive: 0.12 },
  { name: "treated", letter: "T", concentration: 1.25, positive: 0.27 },
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

/** Of the example: factor and seconds of the samples, and of the other members of the dilution series. */
const usual = { dilution: 20_000, seconds: 90 };
const series = [
  { dilution: 2500, seconds: 12 },
  { dilution: 5000, seconds: 24 },
  { dilution: 10_000, seconds: 45 },
] as const;

const labels = { "FITC-A": "CD9", "PE-A": "CD63", "APC-A": "CD81" };

interface Line {
  readonly files: readonly TwinFile[];
  /** sample,role,donor,condition,dilution,control,volume_uL,calibrant */
  readonly cells: readonly (string | number)[];
}

/** 10 uL/min for so many seconds, in uL. */
const volume = (seconds: number) => seconds / 6;

/**
 * The example study of this room: fluorescence and size beads, buffer, unstained, isotype and detergent controls, a
 * dilution series of four, and two conditions of the same three donors. Everything in it is simulated; the same seed and
 * scatter functions give the same bytes. Without `scatter` vesicles and beads follow power laws, not Mie's theory.
 */
export function exampleCytometry(
  seed: number,
  scatter: ExampleScatter = { vesicle: powerLawScatter, bead: powerLawBeadScatter },
): readonly TwinFile[] {
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
  const of = ({ name, donor, condition }: ExampleSample) => [name, "sample", donor, condition];
  const control = ({ name, donor, condition }: ExampleSample) => [name, "control", donor, condition];
  const uL = volume(usual.seconds);
  const lines: Line[] = [
    {
      files: fluorescenceBeadFile(seed + 100, "beads-fluorescence.fcs"),
      cells: ["beads", "calibrant", "", "", "", "", "", "rainbow"],
    },
    {
      files: scatterBeadFile(seed + 101, "beads-size.fcs", scatter.bead),
      cells: ["beads", "calibrant", "", "", "", "", "", "size"],
    },
    {
      files: tube(1, "buffer.fcs", first, { vesicles: null, sample: "buffer" }),
      cells: ["buffer", "control", "", "", "", "buffer", uL, ""],
    },
    {
      files: tube(2, "unstained.fcs", first, { stain: "unstained" }),
      cells: [...control(first), usual.dilution, "unstained", uL, ""],
    },
    {
      files: tube(3, "isotype.fcs", first, { stain: "isotype" }),
      cells: [...control(first), usual.dilution, "isotype", uL, ""],
    },
    {
      files: tube(4, "detergent.fcs", first, { kept: 0.05 }),
      cells: [...control(first), usual.dilution, "detergent", uL, ""],
    },
    ...series.map(({ dilution, seconds }, i) => ({
      files: tube(5 + i, `${first.name}-1in${dilution}.fcs`, first, { dilution, seconds }),
      cells: [...of(first), dilution, "", volume(seconds), ""],
    })),
    ...exampleSamples.map((sample, i) => ({
      files: tube(10 + i, `${sample.name}.fcs`, sample, {}),
      cells: [...of(sample), usual.dilution, "", uL, ""],
    })),
  ];
  const rows = lines.flatMap(({ files, cells }) =>
    files.map(({ name }) => [`fcs/${name}`, ...cells].join(",")),
  );
  const heading = "file,sample,role,donor,condition,dilution,control,volume_uL,calibrant";
  return [
    { name: "study.yaml", bytes: utf8(studyFile) },
    { name: "samples.csv", bytes: utf8(`${[heading, ...rows].join("\n")}\n`) },
    ...lines.flatMap(({ files }) => files.map(({ name, bytes }) => ({ name: `fcs/${name}`, bytes }))),
  ];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const listed = (values: readonly (number | null)[]) =>
  `[${values.map((value) => value ?? "null").join(", ")}]`;

const studyFile = `title: A marker on particles after treatment (simulated example)
question: Does the treatment raise the share of particles with CD63?
source: conditioned medium, size exclusion; every file of this study is simulated
design:
  reference: control
parameters:
  cytometry:
    beads:
      rainbow:
        kind: fluorescence
        unit: MESF
        channels:
${Object.entries(exampleMesf)
  .map(([channel, values]) => `          ${channel}: ${listed(values)}`)
  .join("\n")}
      size:
        kind: scatter
        channel: SSC-A
        wavelength: 405
        diameters: ${listed(exampleDiameters)}
        index: ${exampleBeadIndex}
    optics:
      medium: 1.343
      angle: 90
      halfAngle: 46
      probeVolume: 54
    vesicles:
      core: 1.38
      shell: 1.48
      thickness: 6
    positive:
      fraction: 0.01
    markers: ["FITC-A", "PE-A", "APC-A"]
`;
