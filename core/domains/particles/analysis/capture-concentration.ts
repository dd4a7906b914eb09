import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Interval,
  type Issue,
  isAccepted,
  type SheetRow,
  type Subject,
} from "../../../kernel/index.ts";
import { poissonInterval } from "../../../statistics/index.ts";
import type { Capture, DilutionStatement, SizeBins } from "../measurement.ts";
import { type DecidedConcentration, decideConcentration } from "../operations/dilution-state.ts";
import { particlesIssues } from "../operations/issues.ts";
import { analysisIssues } from "./issues.ts";
import type { ParticlesParameters } from "./parameters.ts";

export interface CaptureConcentration {
  readonly estimates: readonly EstimateDraft[];
  readonly decided: DecidedConcentration | null;
  /** There was a concentration, and it could not be used. */
  readonly refused: boolean;
  readonly issues: readonly Issue[];
}

/** More particles than atoms fit into a millilitre: such a number, in {particles}/mL, is none. */
export const impossibleConcentration = 1e24;

/**
 * The concentration of one capture in the state that the file's words decide, or the study's where they do not; refused
 * where they contradict the sheet. None where nothing was counted: that is below what the instrument sees, not 0.
 */
export function captureConcentration(
  capture: Capture,
  subject: Subject,
  row: SheetRow | null,
  tracks: number | null,
  parameters: ParticlesParameters,
): CaptureConcentration {
  const total = totalConcentration(capture);
  if (total === null) return { estimates: [], decided: null, refused: false, issues: [] };
  const { concentrationState } = parameters;
  const file = subject.file ?? "";
  const told = Object.hasOwn(concentrationState, file) ? concentrationState[file] : undefined;
  const toldHere = capture.dilution.printedConcentrationIs === "unknown" && told !== undefined;
  const statement = toldHere ? { ...capture.dilution, printedConcentrationIs: told } : capture.dilution;
  const result = decideConcentration({ printed: total, statement, sheetDilution: row?.dilution });
  if (!isAccepted(result)) {
    const issues = result.issues.map((issue) => placed(atSheet(issue, row, statement), capture));
    return { estimates: [], decided: null, refused: true, issues };
  }
  const decided = toldHere
    ? { ...result.value, assumptions: [...result.value.assumptions, "dilution_state_from_study"] }
    : result.value;
  const issues = result.warnings
    .filter(({ code }) => row?.role !== "blank" || code !== "particles-dilution-not-recorded")
    .map((issue) => placed(issue, capture));
  const { asMeasured, original, flags, assumptions } = decided;
  const value = original ?? asMeasured;
  if (value !== null && value > impossibleConcentration) {
    const issue = particlesIssues.raise("particles-concentration-invalid", { value });
    return { estimates: [], decided: null, refused: true, issues: [placed(issue, capture)] };
  }
  if (value === null || !(value > 0)) return { estimates: [], decided, refused: false, issues };
  const interval = countingInterval(value, tracks, parameters.level);
  const estimate = draft("particles.concentration", subject, value, "{particles}/mL", {
    interval,
    n: { technical: tracks, biological: null },
    assumptions: [...assumptions, ...(interval === null ? [] : ["counting_interval_is_least"])],
    flags,
    qualifiers: { dilutionState: original === null ? "as measured" : "original" },
  });
  return { estimates: [estimate], decided, refused: false, issues };
}

/**
 * Sum of the bins, or what the file prints where it has none; 0 where a file without either counts no tracks. Null where
 * it says nothing of it.
 */
export function totalConcentration({ bins, stated }: Pick<Capture, "bins" | "stated">): number | null {
  const printed = stated.concentration?.value;
  if (!bins) return printed ?? (stated.validTracks?.value === 0 ? 0 : null);
  const sum = sumOf(bins);
  return sum > 0 || printed === undefined ? sum : printed;
}

function sumOf({ concentration }: SizeBins): number {
  let sum = 0;
  for (const value of concentration) sum += value;
  return sum;
}

function countingInterval(value: number, tracks: number | null, level: number): Interval | null {
  if (tracks === null || !(tracks > 0)) return null;
  const { lower, upper } = poissonInterval(Math.round(tracks), level);
  const scale = value / tracks;
  return finiteInterval({
    kind: "confidence",
    level,
    lower: lower * scale,
    upper: upper * scale,
    method: "poisson-exact",
  });
}

/** An issue of the sheet's factor with the sheet's line; a contradiction names the line of both. */
function atSheet(issue: Issue, row: SheetRow | null, { factor, line }: DilutionStatement): Issue {
  if (row === null) return issue;
  if (issue.code === "particles-dilution-factor-invalid") {
    return { ...issue, file: "samples.csv", place: { line: row.line } };
  }
  if (issue.code !== "particles-dilution-contradiction") return issue;
  const parameters = { recorded: factor!, fileLine: line, sheet: row.dilution!, sheetLine: row.line };
  return analysisIssues.raise("particles-dilution-sheet-differs", parameters);
}

/** The issue at the line of the dilution, where it has no place yet. */
function placed(issue: Issue, { dilution: { line }, name }: Capture): Issue {
  return issue.place || line === 0 ? issue : { ...issue, place: { line, key: name } };
}
