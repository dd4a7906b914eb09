import type {
  EstimateDraft,
  FileAnalysis,
  Finding,
  Json,
  SheetRow,
  StudyDesign,
} from "../../../kernel/index.ts";
import { type CheckedStudy, checkedStudy } from "../../../testing/study.test-support.ts";
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

export interface TestStudy extends CheckedStudy {
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
  const checked = checkedStudy(particles, files, design);
  return {
    ...checked,
    files,
    one: (id, of, qualifiers = {}) => {
      const found = checked.estimates.filter((estimate) => {
        const { level, sample, group, capture: video } = estimate.subject;
        const fits = Object.entries(qualifiers).every(([name, value]) => estimate.qualifiers[name] === value);
        const named = level === "capture" ? video : (group ?? sample);
        return estimate.id === id && fits && (of === undefined ? level !== "capture" : named === of);
      });
      if (found.length > 1) throw new Error(`${found.length} estimates ${id} of ${of}`);
      return found[0];
    },
    finding: (rule) => checked.findings.find((finding) => finding.rule === `particles.${rule}`),
    codes: () => checked.issues.map(({ code }) => code),
  };
}
