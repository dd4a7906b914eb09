import type { AnalysedFile } from "../../../kernel/index.ts";
import type { CytometryRow } from "./sheet.ts";
import { type DataSetSummary, fileSummary } from "./summary.ts";

/** A data set with its file and the sheet's row for it. */
export interface PlacedDataSet extends DataSetSummary {
  readonly file: string;
  readonly row: CytometryRow;
}

const unlisted = (sample: string): CytometryRow => ({
  sample,
  role: "sample",
  donor: null,
  condition: null,
  dilution: null,
  control: null,
  lacking: null,
  volume: null,
  calibrant: null,
});

/** The data sets of a study that were not set aside, in file order; those of no row go by their file's name. */
export function placedDataSets(files: readonly AnalysedFile[]): readonly PlacedDataSet[] {
  return files.flatMap((analysis) =>
    fileSummary(analysis).dataSets.flatMap((dataSet) => {
      const { row } = dataSet;
      if (row?.role === "ignore") return [];
      const label = dataSet.name === "" ? analysis.file : `${analysis.file} ${dataSet.name}`;
      return [{ ...dataSet, file: analysis.file, row: row ?? unlisted(label) }];
    }),
  );
}

/** Keys of the steps of the files that data sets rest on. */
export function stepsBehind(dataSets: readonly PlacedDataSet[], step = "events"): string[] {
  const keys = dataSets.map(({ file, name }) => `${file}#${name === "" ? "" : `${name}:`}${step}`);
  return [...new Set(keys)].sort();
}

/** Qualifiers that tell the numbers of several data sets of one file apart. */
export function dataSetQualifiers({ name }: PlacedDataSet): Readonly<Record<string, string>> {
  return name === "" ? {} : { dataSet: name };
}

/** How a channel of a data set was recorded; empty where it has no such channel. */
export function settingsOf({ channels }: PlacedDataSet, channel: string): string {
  return channels.find(({ name }) => name === channel)?.settings ?? "";
}

/** A sample on one instrument, with its data sets in file order. */
export interface SampleSets {
  readonly name: string;
  readonly instrument: string;
  /** Whether other instruments measured it too, so that its numbers have to say which. */
  readonly several: boolean;
  readonly sets: readonly PlacedDataSet[];
}

/** The samples of a study, each apart by instrument, in code-unit order: neither controls nor calibrants. */
export function sampleSets(dataSets: readonly PlacedDataSet[]): readonly SampleSets[] {
  const own = dataSets.filter(({ row }) => row.role === "sample" && row.control === null);
  const names = [...new Set(own.map(({ row }) => row.sample))].sort();
  return names.flatMap((name) => {
    const named = own.filter(({ row }) => row.sample === name);
    const instruments = [...new Set(named.map(({ instrument }) => instrument))].sort();
    return instruments.map((instrument) => ({
      name,
      instrument,
      several: instruments.length > 1,
      sets: named.filter((one) => one.instrument === instrument),
    }));
  });
}

/** A sample's part of step keys; with its instrument where several measured it. */
export function sampleKey({ name, instrument, several }: SampleSets): string {
  return several ? `${name}@${instrument}` : name;
}

/** A sample's name in figures; with its instrument where several measured it. */
export function sampleLabel({ name, instrument, several }: SampleSets): string {
  return several ? `${name} (${instrument})` : name;
}

/** Qualifiers that tell the numbers of a sample on several instruments apart. */
export function sampleQualifiers({ instrument, several }: SampleSets): Readonly<Record<string, string>> {
  return several ? { instrument } : {};
}
