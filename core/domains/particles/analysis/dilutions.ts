import {
  draft,
  type EstimateDraft,
  finiteInterval,
  type Issue,
  isAccepted,
  type Json,
  type Subject,
} from "../../../kernel/index.ts";
import { judgeDilutionLinearity } from "../operations/dilution-linearity.ts";
import { instrumentQualifier, type SampleCaptures } from "./captures.ts";
import { type Check, check, notApplicable } from "./checks.ts";
import { percent, readable } from "./readable.ts";

/** Usual limits of a dilution series: laboratory practice; CLSI EP06-Ed2 (source not opened). */
export const seriesLimits = {
  slopeFrom: 0.95,
  slopeTo: 1.05,
  rSquared: 0.99,
  recoveryFrom: 0.8,
  recoveryTo: 1.2,
  coincidence: 0.9,
} satisfies Json;

export interface DilutionAnswer {
  readonly estimates: readonly EstimateDraft[];
  readonly check: Check;
  /** `coincidence_suspected` where the least diluted end reads low. */
  readonly flags: readonly string[];
  readonly issues: readonly Issue[];
}

/** The dilution series of a sample that was measured at three dilutions or more. */
export function dilutionAnswer(sample: SampleCaptures, level: number): DilutionAnswer {
  const points = sample.captures.flatMap(({ dilutionFactor, asMeasured }) =>
    dilutionFactor !== null && asMeasured !== null && asMeasured > 0
      ? [{ dilution: dilutionFactor, concentration: asMeasured }]
      : [],
  );
  const none = { estimates: [], check: notApplicable("nonlinear"), flags: [] };
  if (new Set(points.map(({ dilution }) => dilution)).size < 3) return { ...none, issues: [] };
  const judged = judgeDilutionLinearity(points, seriesLimits, level);
  if (!isAccepted(judged)) {
    return { ...none, issues: judged.issues.map((issue) => ({ ...issue, severity: "warning" })) };
  }
  const { slope, rSquared, dilutions, linear, coincidenceAt } = judged.value;
  const subject: Subject = { level: "sample", sample: sample.name };
  const rest = {
    n: { technical: dilutions.length, biological: null },
    flags: coincidenceAt.length > 0 ? ["coincidence_suspected"] : [],
    qualifiers: instrumentQualifier(sample),
  };
  const recoveries = dilutions.map(({ dilution, recovery }) =>
    draft("particles.dilutionRecovery", subject, recovery, "1", {
      n: { technical: points.filter((point) => point.dilution === dilution).length, biological: null },
      flags: coincidenceAt.includes(dilution) ? ["coincidence_suspected"] : [],
      qualifiers: { ...rest.qualifiers, dilutionFactor: String(dilution) },
    }),
  );
  const each = dilutions.map(({ recovery, dilution }) => `1:${readable(dilution, 6)} ${percent(recovery)}`);
  const fit = `${readable(slope.value)}, R² ${rSquared === null ? "–" : readable(rSquared)}`;
  const found = {
    en: `slope ${fit}, recovery ${each.join(", ")}`,
    ja: `傾き ${fit.replace(", ", "、")}、回収率 ${each.join("、")}`,
  };
  const { slopeFrom, slopeTo, rSquared: least, recoveryFrom, recoveryTo } = seriesLimits;
  const range = `${readable(100 * recoveryFrom)}–${percent(recoveryTo)}`;
  const limit = {
    en: `slope ${slopeFrom}–${slopeTo}, R² ≥ ${least}, recovery ${range}`,
    ja: `傾き ${slopeFrom}–${slopeTo}、R² ≥ ${least}、回収率 ${range}`,
  };
  return {
    estimates: [
      draft("particles.dilutionSlope", subject, slope.value, "1", {
        ...rest,
        interval: finiteInterval(slope.interval),
      }),
      ...(rSquared === null ? [] : [draft("particles.dilutionRSquared", subject, rSquared, "1", rest)]),
      ...recoveries,
    ],
    check: check("nonlinear", true, linear, () => [found, limit]),
    flags: rest.flags,
    issues: judged.warnings,
  };
}
