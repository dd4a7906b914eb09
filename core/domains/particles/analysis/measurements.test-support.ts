import {
  allTerms,
  canonicalJson,
  type DomainResult,
  type Estimate,
  type EstimateDraft,
  estimateKey,
  type FileAnalysis,
  type Finding,
  type Issue,
  type Json,
  type SheetRow,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import { particles } from "../index.ts";
import type { Capture, DistributionMeasurement, ParticlesMeasurement, Stated } from "../measurement.ts";
import { analyseFile } from "./file.ts";

export function stated(value: number, unit = "1"): Stated {
  return { value, unit, printed: String(value), line: 40 };
}

/** A capture with one bin per value: TV-A4's bins unless others are given. */
export function capture(name: string, given: Partial<Capture> = {}): Capture {
  return {
    name,
    stated: {},
    dilution: { factor: null, printedConcentrationIs: "as measured", words: "Not recorded", line: 12 },
    bins: bins([40, 180, 320, 260, 120, 50, 20, 10]),
    temperatureKelvin: 298.15,
    viscosity: 1.5,
    instrumentWarnings: [],
    ...given,
  };
}

/** Bins of 20 nm from `from` on. */
export function bins(concentration: readonly number[], from = 50) {
  return {
    edges: Float64Array.from({ length: concentration.length + 1 }, (_, i) => from + 20 * i),
    concentration: Float64Array.from(concentration),
  };
}

/** A capture whose bins add up to `total` particles/mL, with `tracks` valid tracks. */
export function total(name: string, concentration: number, tracks = 400, given: Partial<Capture> = {}) {
  const shape = [0.04, 0.18, 0.32, 0.26, 0.12, 0.05, 0.02, 0.01].map((share) => share * concentration);
  return capture(name, { bins: bins(shape), stated: { validTracks: stated(tracks) }, ...given });
}

export function distribution(
  captures: readonly Capture[],
  given: Partial<DistributionMeasurement> = {},
): DistributionMeasurement {
  return {
    kind: "distribution",
    format: "nanosight-summary",
    instrument: { vendor: "Malvern Panalytical", model: "NanoSight", software: "" },
    method: "NTA",
    sampleName: "",
    capturedAt: "",
    pack: "run",
    captures,
    statedAverage: {},
    settings: [],
    instrumentWarnings: [],
    ...given,
  };
}

export interface TestFile {
  readonly file: string;
  readonly measurement: ParticlesMeasurement;
  readonly rows?: readonly Partial<SheetRow>[];
}

export interface TestStudy {
  readonly estimates: readonly (Estimate | EstimateDraft)[];
  readonly issues: readonly Issue[];
  readonly findings: readonly Finding[];
  readonly result: DomainResult;
  readonly files: readonly FileAnalysis[];
  /** The only estimate with this id, of a sample or group where one is named; undefined where there is none. */
  one(id: string, of?: string, qualifiers?: Readonly<Record<string, string>>): EstimateDraft | undefined;
  finding(rule: string): Finding | undefined;
  codes(): string[];
}

/** Files through the whole of the analysis, with what must hold of every study checked on the way. */
export function study(
  given: readonly TestFile[],
  options: { readonly parameters?: Json; readonly reference?: string } = {},
): TestStudy {
  const rows = given.flatMap(({ file, rows = [] }) =>
    rows.map((row, i): SheetRow => ({ line: i + 2, file, sample: "S", role: "sample", extra: {}, ...row })),
  );
  const { parameters = {}, reference } = options;
  const design: StudyDesign = {
    title: "",
    question: "",
    rows,
    parameters: { particles: parameters },
    seed: 1,
    ...(reference === undefined ? {} : { reference }),
  };
  const files = given.map(({ file, measurement }) =>
    analyseFile(measurement, { file, rows: rows.filter((row) => row.file === file), design }),
  );
  const analysed = files.map(({ file, format, summary }) => ({
    file,
    format,
    summary: JSON.parse(canonicalJson(summary)) as Json,
  }));
  const own = particles.analyseStudy(analysed, design);
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
  const findings = particles.rules(result);
  const figures = particles.figures(result);
  canonicalJson({ findings, figures, summary: own.summary } as unknown as Json);
  const estimates = [...files.flatMap(({ steps }) => steps.flatMap((step) => step.estimates)), ...drafts];
  checkEstimates(estimates);
  checkFindings(findings, new Set(estimates.map(estimateKey)));
  const issues = [...files.flatMap((file) => file.issues), ...own.issues];
  return {
    estimates,
    issues,
    findings,
    result,
    files,
    one: (id, of, qualifiers = {}) => {
      const found = estimates.filter((estimate) => {
        const { level, sample, group, capture: video } = estimate.subject;
        const fits = Object.entries(qualifiers).every(([name, value]) => estimate.qualifiers[name] === value);
        const named = level === "capture" ? video : (group ?? sample);
        return estimate.id === id && fits && (of === undefined ? level !== "capture" : named === of);
      });
      if (found.length > 1) throw new Error(`${found.length} estimates ${id} of ${of}`);
      return found[0];
    },
    finding: (rule) => findings.find((finding) => finding.rule === `particles.${rule}`),
    codes: () => issues.map(({ code }) => code),
  };
}

function checkSteps(steps: readonly Step[], start: ReadonlySet<string>, known: Set<string>, prefix: string) {
  const own = new Set(start);
  for (const { key, inputs } of steps) {
    for (const input of inputs) if (!own.has(input)) throw new Error(`${key} rests on unknown ${input}`);
    own.add(key);
    known.add(prefix + key);
  }
}

function checkEstimates(estimates: readonly EstimateDraft[]) {
  const keys = estimates.map(estimateKey);
  const twice = keys.filter((key, i) => keys.indexOf(key) < i);
  if (keys.length < 3000 && twice.length > 0) throw new Error(`given twice: ${twice.join(" ")}`);
  for (const { id, value, assumptions, flags, interval, qualifiers, n } of estimates) {
    if (!Number.isFinite(value)) throw new Error(`${id} is ${value}`);
    if (id === "particles.concentration" && !(value > 0)) throw new Error(`a concentration of ${value}`);
    if (!id.includes("group") && n.biological !== null) throw new Error(`${id} counts biology`);
    const codes = [
      id,
      ...assumptions,
      ...flags,
      ...Object.keys(qualifiers),
      ...(interval ? [interval.method] : []),
    ];
    const sentences = allTerms(particles.terms);
    const unsaid = codes.filter((code) => sentences[code] === undefined);
    if (unsaid.length > 0) throw new Error(`no words for ${unsaid.join(", ")} of ${id}`);
    if (new Set(flags).size < flags.length) throw new Error(`a flag twice: ${flags.join(", ")}`);
    if (new Set(assumptions).size < assumptions.length) throw new Error(`twice: ${assumptions.join(", ")}`);
  }
}

function checkFindings(findings: readonly Finding[], keys: ReadonlySet<string>) {
  for (const { rule, message, remedy, estimates } of findings) {
    const lost = estimates.filter((key) => !keys.has(key));
    if (lost.length > 0) throw new Error(`${rule} rests on ${lost.join(" ")}`);
    if (!/^(?:[A-Z0-9“]|R²)/.test(message.en)) throw new Error(`${rule}: ${message.en}`);
    for (const sentence of [message.en, message.ja, remedy.en, remedy.ja]) {
      if (/\{|\de[+-]?\d|undefined|NaN|null/.test(sentence)) throw new Error(`${rule}: ${sentence}`);
    }
  }
}
