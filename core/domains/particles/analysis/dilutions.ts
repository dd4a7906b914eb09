import { type EstimateDraft, type Issue, isAccepted, type Subject } from "../../../kernel/index.ts";
import { judgeDilutionLinearity } from "../operations/dilution-linearity.ts";
import { distinct, instrumentQualifier, type SampleCaptures } from "./captures.ts";
import { type Check, check, round } from "./checks.ts";
import { draft, finiteInterval } from "./drafts.ts";

/** Usual limits of a dilution series: laboratory practice; CLSI EP06-Ed2 (source not opened). */
const limits = {
  slopeFrom: 0.95,
  slopeTo: 1.05,
  rSquared: 0.99,
  recoveryFrom: 0.8,
  recoveryTo: 1.2,
  coincidence: 0.9,
};

export interface DilutionAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
  readonly issues: readonly Issue[];
}

/** The dilution series of a sample that was measured at three dilutions or more. */
export function dilutionAnswer(sample: SampleCaptures, level: number): DilutionAnswer {
  const points = sample.captures.flatMap(({ dilutionFactor, asMeasured }) =>
    dilutionFactor !== null && asMeasured !== null && asMeasured > 0
      ? [{ dilution: dilutionFactor, concentration: asMeasured }]
      : [],
  );
  const limit = `${limits.slopeFrom}–${limits.slopeTo}, R² ≥ ${limits.rSquared}, ${100 * limits.recoveryFrom}–${100 * limits.recoveryTo} %`;
  const none = { flag: "nonlinear", status: "not applicable", found: "", limit } as const;
  if (distinct(points.map(({ dilution }) => String(dilution))).length < 3)
    return { estimates: [], check: none, issues: [] };
  const judged = judgeDilutionLinearity(points, limits, level);
  if (!isAccepted(judged)) return { estimates: [], check: none, issues: judged.issues };
  const { slope, rSquared, dilutions, linear } = judged.value;
  const subject: Subject = { level: "sample", sample: sample.name };
  const rest = {
    n: { technical: dilutions.length, biological: null },
    qualifiers: instrumentQualifier(sample),
  };
  const recoveries = dilutions.map(({ dilution, recovery }) =>
    draft("particles.dilutionRecovery", subject, recovery, "1", {
      n: { technical: points.filter((point) => point.dilution === dilution).length, biological: null },
      qualifiers: { ...rest.qualifiers, dilutionFactor: String(dilution) },
    }),
  );
  const worst = dilutions.map(({ recovery, dilution }) => `1:${dilution} ${(100 * recovery).toFixed(1)} %`);
  const found = `${round(slope.value)}, R² ${rSquared === null ? "–" : round(rSquared)}, ${worst.join(", ")}`;
  return {
    estimates: [
      draft("particles.dilutionSlope", subject, slope.value, "1", {
        ...rest,
        interval: finiteInterval(slope.interval),
      }),
      ...(rSquared === null ? [] : [draft("particles.dilutionRSquared", subject, rSquared, "1", rest)]),
      ...recoveries,
    ],
    check: check("nonlinear", true, linear, found, limit),
    issues: judged.warnings,
  };
}
