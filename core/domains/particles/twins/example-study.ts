import type { ExamplePart, TwinFile } from "../../../kernel/index.ts";
import { nanosightPack } from "./nanosight.ts";
import type { NanosightOptions } from "./nanosight-options.ts";
import { zetaviewSet } from "./zetaview.ts";

interface ExampleSample {
  readonly name: string;
  readonly donor: string;
  readonly condition: string;
  readonly median: number;
  /** Of the original sample, in particles/mL. */
  readonly concentration: number;
}

const conditions = [
  { name: "normoxia", letter: "N", median: 112, concentration: 1.6e11 },
  { name: "hypoxia", letter: "H", median: 104, concentration: 3.4e11 },
  { name: "hypoxia+inhibitor", letter: "I", median: 110, concentration: 1.9e11 },
] as const;

/** How the donors differ from each other: factors on concentration and size. */
const donors = [
  { name: "D1", concentration: 1.22, size: 1.02 },
  { name: "D2", concentration: 0.81, size: 0.97 },
  { name: "D3", concentration: 1.08, size: 1.01 },
  { name: "D4", concentration: 0.93, size: 1.0 },
] as const;

const samples: readonly ExampleSample[] = conditions.flatMap((condition) =>
  donors.map((donor) => ({
    name: `${condition.letter}-${donor.name}`,
    donor: donor.name,
    condition: condition.name,
    median: condition.median * donor.size,
    concentration: condition.concentration * donor.concentration,
  })),
);

const diluted = 800;
const series = [200, 400, 800, 1600, 3200];

/** Files as different computers write them, so that the example shows that all are read. */
const habits: readonly Partial<NanosightOptions>[] = [
  { version: "3.4", recordedDilution: true },
  { version: "3.4", encoding: "windows-1252", weightings: "all" },
  { version: "3.2", encoding: "utf-8-bom", remarks: "second thaw, keep on ice" },
  { version: "3.4", lineEnd: "\n", averages: false },
];

/**
 * What NTA gives to the example study: three conditions of four donors on a NanoSight, two blanks, one dilution series, one sample on a
 * ZetaView as well, and one run that went wrong. Everything in it is simulated; the same seed gives the same bytes.
 */
export function particlesExample(seed: number): ExamplePart {
  const raw = samples.map((sample, i) => ({ sample, dilution: diluted, pack: samplePack(sample, i, seed) }));
  const dilutions = series
    .filter((factor) => factor !== diluted)
    .map((dilution, i) => ({ sample: seriesSample, dilution, pack: dilutionPack(dilution, i, seed) }));
  const blanks = ["PBS-1", "PBS-2"].map((name, i) => ({ name, pack: blankPack(name, seed + 500 + i) }));
  const zeta = zetaviewSet({
    truth: {
      median: samples[0]!.median,
      sigma: 0.3,
      concentration: samples[0]!.concentration,
      betweenPositions: 0.1,
      zetaPotential: -21.4,
    },
    dilution: 20_000,
    traces: 1400,
    seed: seed + 900,
    sample: "N-D1",
  });
  const rowsOf = (folder: string, files: readonly TwinFile[], cells: Readonly<Record<string, string>>) =>
    files.map(({ name }) => ({ file: `${folder}/${name}`, ...cells }));
  const rows = [
    ...[...raw, ...dilutions].flatMap(({ sample: { name, donor, condition }, dilution, pack }) =>
      rowsOf("nanosight", pack, {
        sample: name,
        role: "sample",
        donor,
        condition,
        dilution: String(dilution),
      }),
    ),
    ...blanks.flatMap(({ name, pack }) => rowsOf("nanosight", pack, { sample: name, role: "blank" })),
    ...rowsOf("zetaview", zeta, {
      sample: "N-D1",
      role: "sample",
      donor: "D1",
      condition: "normoxia",
      dilution: "20000",
    }),
  ];
  const inFolder = (folder: string, files: readonly TwinFile[]) =>
    files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));
  const files = [
    ...inFolder(
      "nanosight",
      [...raw, ...dilutions, ...blanks].flatMap(({ pack }) => pack),
    ),
    ...inFolder("zetaview", zeta),
  ];
  return { files, rows, parameters: { detectionLimit: 50 } };
}

const seriesSample = samples.find(({ name }) => name === "H-D2")!;

function samplePack(sample: ExampleSample, i: number, seed: number): readonly TwinFile[] {
  return nanosightPack({
    ...habits[i % habits.length],
    truth: truthOf(sample, diluted),
    seed: seed + i,
    captures: 5,
    tracksPerCapture: 1100,
    sampleName: sample.name,
    started: startTime(i),
    badCaptures: sample.name === "I-D3" ? [0, 1, 2, 3, 4] : [],
    files: { singles: false, particleData: sample.name === "N-D2", allTracks: false },
    trackLength: sample.name === "N-D2" ? 14 : null,
  });
}

/** The same sample at another dilution; at 1:200 one in eight particles is lost to coincidence. */
function dilutionPack(dilution: number, i: number, seed: number): readonly TwinFile[] {
  const lost = dilution === 200 ? 0.88 : 1;
  return nanosightPack({
    truth: truthOf({ ...seriesSample, concentration: seriesSample.concentration * lost }, dilution),
    seed: seed + 100 + i,
    captures: 3,
    tracksPerCapture: Math.round((1100 * diluted) / dilution),
    sampleName: `${seriesSample.name} 1in${dilution}`,
    started: startTime(20 + i),
  });
}

function blankPack(name: string, seed: number): readonly TwinFile[] {
  return nanosightPack({
    truth: { distribution: { median: 95, sigma: 0.4 }, concentration: 9e6, dilution: 1 },
    seed,
    captures: 3,
    tracksPerCapture: 22,
    sampleName: name,
    started: startTime(30 + (seed % 2)),
  });
}

function truthOf({ median, concentration }: ExampleSample, dilution: number): NanosightOptions["truth"] {
  return { distribution: { median, sigma: 0.3 }, concentration, dilution };
}

function startTime(i: number): string {
  const minutes = 9 * 60 + 10 * i;
  const two = (value: number) => String(value).padStart(2, "0");
  return `2026-03-11 ${two(Math.floor(minutes / 60))}-${two(minutes % 60)}-00`;
}
