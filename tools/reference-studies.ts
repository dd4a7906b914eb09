import { oddStudies } from "../core/domains/cytometry/analysis/odd-studies.test-support.ts";
import { domains, exampleParameters, exampleStudy } from "../core/domains/index.ts";
import { nanosightPack, zetaviewSet } from "../core/domains/particles/index.ts";
import type { Domain, DomainResult, Json, SheetRow } from "../core/kernel/index.ts";
import {
  analyseBytes,
  assembleStudy,
  type FileOutcome,
  parseSheet,
  type ResultDocument,
} from "../core/study/index.ts";
import * as fixtures from "./reference-fixtures.ts";

interface StudyInput {
  readonly files: readonly StudyFile[];
  readonly rows: readonly SheetRow[];
  readonly parameters: Readonly<Record<string, Json>>;
  readonly reference?: string;
}

interface StudyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A study that was run for the reference: its document and what its rules looked at. */
export interface ReferenceStudy {
  readonly document: ResultDocument;
  /** By room. */
  readonly results: ReadonlyMap<string, DomainResult>;
}

/** The studies that the reference is made from: the example study, and those with what the example has not. */
export async function referenceStudies(): Promise<readonly ReferenceStudy[]> {
  const studies: ReferenceStudy[] = [];
  for (const study of [example(), oddities(), ...cytometryOddities()]) studies.push(await run(study));
  return studies;
}

function example(): StudyInput {
  const files = exampleStudy(1);
  const sheet = parseSheet(files.find(({ name }) => name === "samples.csv")!.bytes, { name: "samples.csv" });
  if (!("value" in sheet)) throw new Error("the example's sheet is refused");
  return {
    files: files.filter(({ name }) => name.includes("/")),
    rows: sheet.value,
    parameters: exampleParameters(1),
    reference: "normoxia",
  };
}

function oddities(): StudyInput {
  const truth = (concentration: number, dilution: number) => ({
    distribution: { median: 105, sigma: 0.35 },
    concentration,
    dilution,
  });
  const few = { captures: 2, tracksPerCapture: 60 };
  const packs = [
    { sampleName: "few", truth: truth(2e11, 500), ...few },
    { sampleName: "dense", truth: truth(9e11, 100), captures: 3, badCaptures: [1] },
    { sampleName: "single", truth: truth(2e11, 500), captures: 1 },
    { sampleName: "recorded", truth: truth(2e11, 500), ...few, recordedDilution: true },
    { sampleName: "low", truth: truth(1.1e7, 1), ...few },
    { sampleName: "blank", truth: truth(1e7, 1), ...few },
    {
      sampleName: "doubtful",
      truth: truth(2e11, 500),
      ...few,
      judgements: { "Information / Settings changed?": ["Yes"] },
    },
  ].map((options, i) => nanosightPack({ ...options, seed: i + 1 }));
  const alone = nanosightPack({
    truth: truth(2e11, 500),
    captures: 1,
    sampleName: "alone",
    trackLength: 14,
    files: { singles: false, particleData: true, allTracks: true },
  }).slice(1);
  const zetaTruth = {
    median: 110,
    sigma: 0.3,
    concentration: 2e11,
    betweenPositions: 0.1,
    zetaPotential: -20,
  };
  const zeta = zetaviewSet({
    truth: zetaTruth,
    dilution: 20_000,
    traces: 1400,
    seed: 9,
    sample: "zeta",
    oddities: { dilutionMissing: true, driftResult: "Bad" },
  });
  const tables: StudyFile[] = [
    { name: "zetasizer.txt", bytes: utf8(fixtures.zetasizerSummary) },
    { name: "curves.txt", bytes: utf8(fixtures.zetasizerCurves()) },
    { name: "stunner.csv", bytes: utf8(fixtures.stunnerTable) },
  ];
  const rows = packs.flatMap((pack, i): SheetRow[] => pack.map(({ name }) => oddRow(i, name)));
  return {
    files: [...packs.flat(), ...alone, ...zeta, ...tables],
    rows,
    parameters: {
      particles: { wavelength: 633, angle: 173, refractiveIndex: 1.33, temperature: 298.15 },
    },
    reference: "a",
  };
}

function cytometryOddities(): StudyInput[] {
  return oddStudies().map(({ parameters, ...study }) => ({
    ...study,
    parameters: { cytometry: parameters },
  }));
}

const oddDilutions = [500, 100, 500, undefined, 1, undefined, undefined];

function oddRow(i: number, file: string): SheetRow {
  const dilution = oddDilutions[i];
  return {
    line: i + 2,
    file,
    sample: file.split(" ")[0]!,
    role: i === 5 ? "blank" : "sample",
    donor: `D${i}`,
    condition: i % 2 === 0 ? "a" : "b",
    ...(dilution === undefined ? {} : { dilution }),
    extra: {},
  };
}

async function run(study: StudyInput): Promise<ReferenceStudy> {
  const design = { title: "", question: "", parameters: study.parameters, seed: 1 };
  const reference = study.reference === undefined ? {} : { reference: study.reference };
  const outcomes: FileOutcome[] = [];
  for (const { name, bytes } of study.files) {
    const rows = study.rows.filter((row) => row.file === name);
    const task = { name, rows, design };
    outcomes.push(await analyseBytes(domains, new Blob([bytes as Uint8Array<ArrayBuffer>]), task));
  }
  const results = new Map<string, DomainResult>();
  const heard = domains.map(
    (domain): Domain => ({
      ...domain,
      rules(result) {
        results.set(domain.id, result);
        return domain.rules(result);
      },
    }),
  );
  const document = assembleStudy(heard, outcomes, { ...design, ...reference, rows: study.rows }, "0");
  return { document, results };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
