import {
  type EstimateDraft,
  type FileAnalysis,
  isAccepted,
  type Json,
  type SheetRow,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { type CheckedStudy, checkedStudy } from "../../../testing/study.test-support.ts";
import { readFcs } from "../formats/fcs.ts";
import { cytometry } from "../index.ts";
import type { CytometryMeasurement } from "../measurement.ts";
import { fcsBytes } from "../twins/fcs-bytes.ts";
import { analyseFile } from "./file.ts";
import { parametersOf } from "./parameters.ts";
import type { PlacedDataSet } from "./placed.ts";
import { studySummary } from "./study-summary.ts";
import { type DataSetSummary, fileSummary } from "./summary.ts";

export interface FlowFile {
  readonly channels: Readonly<Record<string, ArrayLike<number>>>;
  /** `$PnV` by channel; 400 where not given. */
  readonly voltages?: Readonly<Record<string, string>>;
  readonly keywords?: Readonly<Record<string, string>>;
}

/** A small FCS file of one instrument, as 32-bit floats. */
export function flow({ channels, voltages = {}, keywords = {} }: FlowFile): Uint8Array<ArrayBuffer> {
  const columns = Object.entries(channels).map(([name, values]) => ({
    name,
    range: 262_144,
    values: Float64Array.from(values),
    more: name === "Time" ? {} : { V: voltages[name] ?? "400" },
  }));
  return fcsBytes(columns, { $CYT: "Cytometer A", ...keywords });
}

export interface TestFile {
  readonly file: string;
  /** One data set, or several that stand in one file. */
  readonly bytes: Uint8Array<ArrayBuffer> | readonly Uint8Array<ArrayBuffer>[];
  readonly rows?: readonly Partial<SheetRow>[];
}

export interface TestStudy extends CheckedStudy {
  readonly files: readonly FileAnalysis[];
  /** The only estimate with this id of the file, sample or group; undefined where there is none. */
  one(id: string, of: string, qualifiers?: Readonly<Record<string, string>>): EstimateDraft | undefined;
  codes(): string[];
}

export async function measured(bytes: TestFile["bytes"]): Promise<CytometryMeasurement> {
  if (!(bytes instanceof Uint8Array)) {
    const all = await Promise.all(bytes.map(measured));
    const captures = all.map(({ captures: [first] }, i) => ({ ...first!, name: `data set ${i + 1}` }));
    return { ...all[0]!, captures };
  }
  const read = await readFcs(new Blob([bytes]), { name: "x.fcs" });
  if (!isAccepted(read)) throw new Error(read.issues[0]!.message.en);
  return read.value;
}

/** Files through the whole of the analysis, with what must hold of every study checked on the way. */
export async function study(
  given: readonly TestFile[],
  options: { readonly parameters?: Json; readonly reference?: string } = {},
): Promise<TestStudy> {
  const rows = given.flatMap(({ file, rows = [] }) =>
    rows.map((row, i): SheetRow => ({ line: i + 2, file, sample: "S", role: "sample", extra: {}, ...row })),
  );
  const { parameters = {}, reference } = options;
  const design: StudyDesign = {
    title: "",
    question: "",
    rows,
    parameters: { cytometry: parameters },
    seed: 1,
    ...(reference === undefined ? {} : { reference }),
  };
  const files: FileAnalysis[] = [];
  for (const { file, bytes } of given)
    files.push(
      await analyseFile(await measured(bytes), {
        file,
        rows: rows.filter((row) => row.file === file),
        design,
      }),
    );
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  const checked = checkedStudy(cytometry, files, design);
  return {
    ...checked,
    files,
    one: (id, of, qualifiers = {}) => {
      const found = checked.estimates.filter((estimate) => {
        const { level, file, sample, group } = estimate.subject;
        const fits = Object.entries(qualifiers).every(([name, value]) => estimate.qualifiers[name] === value);
        const named = level === "file" || level === "capture" ? file : (group ?? sample);
        return estimate.id === id && fits && named === of;
      });
      if (found.length > 1) throw new Error(`${found.length} estimates ${id} of ${of}`);
      return found[0];
    },
    codes: () => checked.issues.map(({ code }) => code),
  };
}

export const summaryOf = ({ result }: TestStudy) => studySummary(result.study);

/** The first data set's summary of a file. */
export function dataSetOf({ files }: TestStudy, file: string): DataSetSummary {
  return fileSummary(files.find((one) => one.file === file)!).dataSets[0]!;
}

export const parameters = (given: Json = {}) => parametersOf({ parameters: { cytometry: given } }).value;

/** A data set as the study analysis sees it. */
export function placed(
  given: Partial<Omit<PlacedDataSet, "row">> & { row?: Partial<PlacedDataSet["row"]> } = {},
) {
  const { row = {}, ...rest } = given;
  const whole: PlacedDataSet = {
    name: "",
    instrument: "Cytometer A",
    events: 1000,
    seconds: 60,
    volume: { value: 10, from: "sheet" },
    population: null,
    counted: 1000,
    gates: [],
    trigger: "",
    channels: [],
    beads: [],
    densities: [],
    analytes: [],
    file: "a.fcs",
    ...rest,
    row: {
      lacking: null,
      sample: "S",
      role: "sample",
      donor: null,
      condition: null,
      dilution: null,
      control: null,
      volume: null,
      calibrant: null,
      ...row,
    },
  };
  return whole;
}
