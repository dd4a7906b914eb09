import type { AnalysedFile } from "../../../kernel/index.ts";
import { type CaptureSummary, fileSummary } from "./summary.ts";

/** A capture with the file it is from. */
export interface PlacedCapture extends CaptureSummary {
  readonly file: string;
  readonly method: string;
  readonly instrument: string;
  readonly smoothed: boolean;
}

/** The captures of the study's distributions that were not set aside, each once, in file order. */
export function placedCaptures(files: readonly AnalysedFile[]): readonly PlacedCapture[] {
  return withoutCopies(everyCapture(files)).captures;
}

/** All captures of the study's distributions that were not set aside, in file order. */
export function everyCapture(files: readonly AnalysedFile[]): PlacedCapture[] {
  return files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    if (summary.kind !== "distribution") return [];
    const { method, instrument, smoothed } = summary;
    return summary.captures
      .filter((capture) => capture.role !== "ignore")
      .map((capture) => ({
        ...capture,
        instrumentWarnings:
          summary.instrumentWarnings.length === 0
            ? capture.instrumentWarnings
            : [...summary.instrumentWarnings, ...capture.instrumentWarnings],
        file: analysis.file,
        method,
        instrument,
        smoothed,
      }));
  });
}

/** A capture that another file of the study holds with the same numbers. */
export interface Copy {
  readonly capture: PlacedCapture;
  readonly first: string;
}

/**
 * The captures of a study, each once: an export of a single video beside that of its experiment is no second measurement.
 * Copies have the sample, the instrument, the name, the tracks, the sizes and the concentration of one in another file with as many
 * captures or more.
 */
export function withoutCopies(captures: readonly PlacedCapture[]): {
  readonly captures: readonly PlacedCapture[];
  readonly copies: readonly Copy[];
} {
  const files = new Map<string, Set<string>>();
  const perFile = new Map<string, number>();
  const nameOf = ({ sample, name }: PlacedCapture) => `${sample}\n${name}`;
  for (const capture of captures) {
    perFile.set(capture.file, (perFile.get(capture.file) ?? 0) + 1);
    const held = files.get(nameOf(capture));
    if (held) held.add(capture.file);
    else files.set(nameOf(capture), new Set([capture.file]));
  }
  const repeated = captures.filter(
    (capture) => capture.sample !== null && capture.sizes !== null && files.get(nameOf(capture))!.size > 1,
  );
  const held = new Map<string, string>();
  const copies = new Map<PlacedCapture, string>();
  for (const capture of repeated.sort((a, b) => perFile.get(b.file)! - perFile.get(a.file)!)) {
    const { instrument, tracks, sizes, asMeasured, original, file } = capture;
    const numbers = [tracks, sizes!.d50, sizes!.mean, sizes!.sd, asMeasured, original];
    const key = [nameOf(capture), instrument, ...numbers].join("\n");
    const first = held.get(key);
    if (first === undefined) held.set(key, file);
    else if (first !== file) copies.set(capture, first);
  }
  return {
    captures: copies.size === 0 ? captures : captures.filter((capture) => !copies.has(capture)),
    copies: [...copies].map(([capture, first]) => ({ capture, first })),
  };
}

/** What a capture is a repeat within: one file at one dilution. */
export function measurementOf({ file, dilutionFactor }: PlacedCapture): string {
  return dilutionFactor === null ? file : `${file} 1:${dilutionFactor}`;
}

/** Steps of the files' analyses that captures rest on. */
export function stepsBehind(captures: readonly PlacedCapture[]): string[] {
  return distinct(
    captures.flatMap(({ file, sizes, original, asMeasured }) => {
      const counted = original === null ? asMeasured !== null && asMeasured > 0 : original > 0;
      const steps = [
        ...(sizes === null ? [] : [`${file}#sizes`]),
        ...(counted ? [`${file}#concentrations`] : []),
      ];
      return steps.length > 0 ? steps : [`${file}#file`];
    }),
  );
}

/** The captures by sample, samples in code-unit order; captures of no sample go by their file's name. */
function bySample(captures: readonly PlacedCapture[]): Map<string, PlacedCapture[]> {
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
