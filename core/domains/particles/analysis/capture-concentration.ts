import {
  type EstimateDraft,
  type Interval,
  type Issue,
  isAccepted,
  type Result,
  type SheetRow,
  type Subject,
} from "../../../kernel/index.ts";
import { poissonInterval } from "../../../statistics/index.ts";
import type { Capture } from "../measurement.ts";
import { type DecidedConcentration, decideConcentration } from "../operations/dilution-state.ts";
import { draft, finiteInterval } from "./drafts.ts";
import type { ParticlesParameters } from "./parameters.ts";

/** The concentration of one capture, in the state that the file's words decide; refused where they contradict the sheet. */
export function captureConcentration(
  capture: Capture,
  subject: Subject,
  row: SheetRow | null,
  tracks: number | null,
  parameters: ParticlesParameters,
): { estimates: EstimateDraft[]; decided: Result<DecidedConcentration>; issues: Issue[] } {
  const total = totalConcentration(capture);
  if (total === null) return { estimates: [], decided: { issues: [] }, issues: [] };
  const decided = decideConcentration({
    printed: total,
    statement: capture.dilution,
    sheetDilution: row?.dilution,
  });
  if (!isAccepted(decided)) return { estimates: [], decided, issues: placed(decided.issues, capture, row) };
  const { asMeasured, original, flags, assumptions } = decided.value;
  const value = original ?? asMeasured;
  if (value === null) return { estimates: [], decided, issues: placed(decided.warnings, capture, row) };
  const estimate = draft("particles.concentration", subject, value, "{particles}/mL", {
    interval: countingInterval(value, tracks, parameters.level),
    n: { technical: tracks, biological: null },
    assumptions: [...assumptions, ...(tracks === null ? [] : ["counting_interval_is_least"])],
    flags,
    qualifiers: { dilutionState: original === null ? "as measured" : "original" },
  });
  return { estimates: [estimate], decided, issues: placed(decided.warnings, capture, row) };
}

/** Sum of the bins, or what the file prints where it has none. */
function totalConcentration(capture: Capture): number | null {
  if (!capture.bins) return capture.stated.concentration?.value ?? null;
  const sum = capture.bins.concentration.reduce((a, b) => a + b, 0);
  return sum > 0 || capture.stated.concentration === undefined ? sum : capture.stated.concentration.value;
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

/** Issues at the line of the dilution; a blank is measured as it is and needs no factor. */
function placed(issues: readonly Issue[], capture: Capture, row: SheetRow | null): Issue[] {
  const { line } = capture.dilution;
  const told = issues.filter(
    ({ code }) => row?.role !== "blank" || code !== "particles-dilution-not-recorded",
  );
  return told.map((issue) =>
    issue.place || line === 0 ? issue : { ...issue, place: { line, key: capture.name } },
  );
}
