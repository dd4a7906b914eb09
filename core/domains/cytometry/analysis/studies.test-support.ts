import {
  allTerms,
  canonicalJson,
  type DomainResult,
  type EstimateDraft,
  estimateKey,
  type Figure,
  type FileAnalysis,
  type Finding,
  type Issue,
  isAccepted,
  type Json,
  type SheetRow,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
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

export interface TestStudy {
  readonly estimates: readonly EstimateDraft[];
  readonly issues: readonly Issue[];
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
  readonly result: DomainResult;
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
  const analysed = files.map(({ file, format, summary }) => ({
    file,
    format,
    summary: JSON.parse(canonicalJson(summary)) as Json,
  }));
  const own = cytometry.analyseStudy(analysed, design);
  const known = new Set(given.map(({ file }) => `${file}#file`));
  for (const { file, steps } of files) checkSteps(steps, new Set(["file"]), known, `${file}#`);
  checkSteps(own.steps, known, known, "");
  const drafts = own.steps.flatMap(({ estimates }) => estimates);
  const result: DomainResult = {
    estimates: drafts.map((draft) => ({ ...draft, evidence: "ev:test" })),
    files: analysed,
    study: own,
    design,
  };
  const findings = cytometry.rules(result);
  const figures = cytometry.figures(result);
  canonicalJson({ findings, figures, summary: own.summary } as unknown as Json);
  const estimates = [...files.flatMap(({ steps }) => steps.flatMap((step) => step.estimates)), ...drafts];
  checkEstimates(estimates);
  checkFindings(findings, new Set(estimates.map(estimateKey)));
  const issues = [...files.flatMap((file) => file.issues), ...own.issues];
  checkIssues(issues);
  return {
    estimates,
    issues,
    findings,
    figures,
    result,
    files,
    one: (id, of, qualifiers = {}) => {
      const found = estimates.filter((estimate) => {
        const { level, file, sample, group } = estimate.subject;
        const fits = Object.entries(qualifiers).every(([name, value]) => estimate.qualifiers[name] === value);
        const named = level === "file" || level === "capture" ? file : (group ?? sample);
        return estimate.id === id && fits && named === of;
      });
      if (found.length > 1) throw new Error(`${found.length} estimates ${id} of ${of}`);
      return found[0];
    },
    codes: () => issues.map(({ code }) => code),
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

function checkSteps(steps: readonly Step[], start: ReadonlySet<string>, known: Set<string>, prefix: string) {
  const own = new Set(start);
  for (const { key, inputs, parameters: given } of steps) {
    for (const input of inputs) if (!own.has(input)) throw new Error(`${key} rests on unknown ${input}`);
    if (prefix === "" ? own.has(key) : known.has(prefix + key)) throw new Error(`step ${key} twice`);
    canonicalJson(given);
    own.add(key);
    known.add(prefix + key);
  }
}

function checkEstimates(estimates: readonly EstimateDraft[]) {
  const keys = estimates.map(estimateKey);
  const twice = [...keys].sort().filter((key, i, all) => key === all[i - 1]);
  if (twice.length > 0) throw new Error(`given twice: ${twice.join(" ")}`);
  const sentences = allTerms(cytometry.terms);
  for (const { id, value, assumptions, flags, interval, qualifiers, n } of estimates) {
    if (!Number.isFinite(value)) throw new Error(`${id} is ${value}`);
    if (interval && !(interval.lower <= interval.upper))
      throw new Error(`${id}: ${canonicalJson({ ...interval })}`);
    if (id === "cytometry.concentration" && !(value > 0)) throw new Error(`a concentration of ${value}`);
    if (!id.includes("group") && n.biological !== null) throw new Error(`${id} counts biology`);
    const codes = [
      id,
      ...assumptions,
      ...flags,
      ...Object.keys(qualifiers),
      ...(interval ? [interval.method] : []),
    ];
    const unsaid = codes.filter((code) => !Object.hasOwn(sentences, code));
    if (unsaid.length > 0) throw new Error(`no words for ${unsaid.join(", ")} of ${id}`);
    if (new Set(flags).size < flags.length) throw new Error(`${id}: a flag twice: ${flags.join(", ")}`);
    if (new Set(assumptions).size < assumptions.length)
      throw new Error(`${id}: twice: ${assumptions.join(", ")}`);
  }
}

function checkFindings(findings: readonly Finding[], keys: ReadonlySet<string>) {
  for (const { rule, message, remedy, estimates } of findings) {
    const lost = estimates.filter((key) => !keys.has(key));
    if (lost.length > 0) throw new Error(`${rule} rests on ${lost.join(" ")}`);
    for (const sentence of [message.en, message.ja, remedy.en, remedy.ja]) {
      if (/\{|undefined|NaN|null|[:：]\s*$/.test(sentence)) throw new Error(`${rule}: ${sentence}`);
    }
  }
}

function checkIssues(issues: readonly Issue[]) {
  for (const { code, message, remedy } of issues) {
    const known = Object.hasOwn(cytometry.issues, code) || /^(?:groups|statistics)-/.test(code);
    if (!known) throw new Error(`${code} is not in the catalogue`);
    for (const sentence of [message.en, message.ja, remedy.en, remedy.ja])
      if (/\{[A-Za-z]\w*\}/.test(sentence)) throw new Error(`${code}: ${sentence}`);
  }
}
