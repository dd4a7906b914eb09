import { z } from "zod";
import { accepted, field, type Issue, portable, type Result, refused } from "../../../../kernel/index.ts";
import { quantile } from "../../../../statistics/quantiles.ts";
import { defineFinite } from "../define-finite.ts";
import { scalesIssues } from "./issues.ts";
import type { Scale } from "./scale.ts";
import { brokenRules } from "./validity.ts";

export interface LogicleEstimate {
  readonly scale: Extract<Scale, { w: number }> & { readonly kind: "logicle" };
  /** 5th percentile of the negative values; null where there is none. */
  readonly r: number | null;
  /** How many values are negative. */
  readonly negatives: number;
}

/** Width of convention where no value is negative. */
const conventional = 0.5;
const enoughNegatives = 100;

/**
 * Logicle scale of one channel: W = (M - log10(T / |r|)) / 2, r = 5th percentile (type 7) of the negative values (Parks
 * 2006, 10.1002/cyto.a.20258), within 0 to M / 2; A = 0. `values` are linear and compensated; `t` top, `m` decades.
 * Refused: `cytometry-logicle-no-values`, `cytometry-scale-parameter`. Warnings: `cytometry-logicle-no-negatives`
 * (W = 0.5 by convention), `cytometry-logicle-few-negatives`, `cytometry-logicle-width-limited`.
 */
export function estimateLogicle(
  values: Float64Array | Float32Array | readonly number[],
  { t, m }: { readonly t: number; readonly m: number },
): Result<LogicleEstimate> {
  const broken = brokenRules({ kind: "logicle", t, m, w: 0, a: 0 });
  if (broken.length > 0) return refused(...broken);
  if (values.length === 0) return refused(scalesIssues.raise("cytometry-logicle-no-values"));
  const negative: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) negative.push(values[i]!);
  const n = negative.length;
  const made = (w: number, r: number | null, warnings: readonly Issue[]) =>
    accepted({ scale: { kind: "logicle" as const, t, w, m, a: 0 }, r, negatives: n }, warnings);
  if (n === 0) {
    const w = Math.min(conventional, m / 2);
    const total = values.length;
    return made(w, null, [scalesIssues.raise("cytometry-logicle-no-negatives", { total, w })]);
  }
  const r = quantile(negative, 0.05);
  const wanted = (m - portable.log10(t / -r)) / 2;
  const w = Math.min(Math.max(wanted, 0), m / 2);
  const warnings: Issue[] = [];
  if (n < enoughNegatives) {
    warnings.push(scalesIssues.raise("cytometry-logicle-few-negatives", { n, needed: enoughNegatives }));
  }
  if (w !== wanted) {
    const rounded = Number(wanted.toPrecision(4));
    warnings.push(scalesIssues.raise("cytometry-logicle-width-limited", { wanted: rounded, w }));
  }
  return made(w, r, warnings);
}

export const logicleWidth = defineFinite({
  id: "cytometry.logicleWidth",
  version: "1",
  title: { en: "Width of a logicle scale", ja: "logicle スケールの線形幅" },
  summary: {
    en: "Linear width W of a logicle scale from the negative values of a compensated channel.",
    ja: "補正後チャンネルの負の値から logicle スケールの線形幅 W を推定します。",
  },
  input: z.object({
    values: field(
      z.array(z.number()),
      "1",
      "Linear values of one channel, compensated",
      "1 チャンネルの線形値（補正後）",
    ),
  }),
  parameters: z.object({
    t: field(z.number().positive().default(262144), "1", "T: top of the scale", "T: スケールの上限"),
    m: field(z.number().positive().default(4.5), "1", "M: decades", "M: ディケード数"),
  }),
  example: { input: { values: [-310, -180, -95, -40, -12, 30, 75, 160, 420, 2100, 9800, 41_000, 88_000] } },
  run: ({ values }, { t, m }) => estimateLogicle(values, { t, m }),
});
