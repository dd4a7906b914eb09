import type { AnalysedFile } from "../../../kernel/index.ts";
import { type CaptureSummary, fileSummary } from "./summary.ts";

/** A capture with the file it is from. */
export interface PlacedCapture extends CaptureSummary {
  readonly file: string;
  readonly method: string;
  readonly instrument: string;
}

/** All captures of the study's distributions that were not set aside, in file order. */
export function placedCaptures(files: readonly AnalysedFile[]): PlacedCapture[] {
  return files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    if (summary.kind !== "distribution") return [];
    const { method, instrument } = summary;
    return summary.captures
      .filter((capture) => capture.role !== "ignore")
      .map((capture) => ({ ...capture, file: analysis.file, method, instrument }));
  });
}

/** The captures by sample, samples in code-unit order; captures of no sample go by their file's name. */
export function bySample(captures: readonly PlacedCapture[]): Map<string, PlacedCapture[]> {
  const groups = new Map<string, PlacedCapture[]>();
  for (const capture of captures) {
    const name = capture.sample ?? capture.file;
    const group = groups.get(name);
    if (group) group.push(capture);
    else groups.set(name, [capture]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A sample on one instrument: what its own numbers are made of. */
export interface SampleCaptures {
  readonly name: string;
  /** Named where the sample was measured on several, so that their numbers are never averaged; else null. */
  readonly instrument: string | null;
  readonly captures: readonly PlacedCapture[];
}

/** The samples in code-unit order, each apart by instrument. */
export function sampleGroups(captures: readonly PlacedCapture[]): SampleCaptures[] {
  return [...bySample(captures)].flatMap(([name, own]) => {
    const instruments = distinct(own.map(({ instrument }) => instrument));
    return instruments.map((instrument) => ({
      name,
      instrument: instruments.length > 1 ? instrument : null,
      captures: own.filter((capture) => capture.instrument === instrument),
    }));
  });
}

/** How figures name a sample: with its instrument where it was measured on several. */
export function sampleLabel({ name, instrument }: Pick<SampleCaptures, "name" | "instrument">): string {
  return instrument === null ? name : `${name} (${instrument.split(" ").at(-1)})`;
}

/** The qualifier that tells a sample's numbers on several instruments apart. */
export function instrumentQualifier({
  instrument,
}: Pick<SampleCaptures, "instrument">): Readonly<Record<string, string>> {
  return instrument === null ? {} : { instrument };
}

/** What is in `values`, each once, in code-unit order. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
