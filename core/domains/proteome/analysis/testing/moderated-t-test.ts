import { accepted, type Issue, isAccepted, type Result, refused } from "../../../../kernel/index.ts";
import {
  benjaminiHochberg,
  blockCorrelation,
  fitLinearModels,
  type Matrix,
  moderate,
  rankSum,
  tQuantile,
} from "../../../../statistics/index.ts";
import { emptyColumns, type FeatureTest } from "./feature-test.ts";
import type { ModelDesign } from "./model-design.ts";
import { withoutSpread } from "./rank-sum-test.ts";
import { subMatrix, type UsableFeatures } from "./usable-features.ts";

export interface ModerationRule {
  readonly trend: boolean;
  readonly robust: boolean;
  readonly level: number;
}

/** Standard deviations of log2 values below this are what is left of rounding. */
const rounding = 1e-10;

/** Moderated t of the side's coefficient; with blocks, samples of one block are correlated. Issues: those of the fit. */
export function moderatedTTest(
  values: Matrix,
  design: ModelDesign,
  blocks: readonly string[] | null,
  usable: UsableFeatures,
  { trend, robust, level }: ModerationRule,
): Result<FeatureTest> {
  const { rows, firstObserved, secondObserved, notTested } = usable;
  const data = subMatrix(values, rows, design.samples);
  const warnings: Issue[] = [];
  const correlation = blocks === null ? null : blockCorrelation(data, design.matrix, blocks);
  if (correlation !== null && !isAccepted(correlation)) return refused(...correlation.issues);
  const options =
    blocks === null || correlation === null
      ? {}
      : { block: blocks, correlation: correlation.value.correlation };
  const fits = fitLinearModels(data, design.matrix, options);
  if (!isAccepted(fits)) return refused(...fits.issues);
  warnings.push(...fits.warnings);
  const sigma = fits.value.sigma.map((sd) => (sd < rounding ? 0 : sd));
  const moderated = moderate({ ...fits.value, sigma }, { method: "current", trend, robust });
  if (!isAccepted(moderated)) return refused(...moderated.issues);
  warnings.push(...moderated.warnings);
  const { t, p, logOdds, totalDf, posteriorVariance } = moderated.value;
  const width = design.matrix.columns;
  const own = (matrix: Matrix) => Float64Array.from(rows, (_, at) => matrix.values[at * width + 1]!);
  const pValues = own(p);
  const q = benjaminiHochberg(pValues);
  const areas = sideAreas(data, design.matrix);
  const columns = emptyColumns(values.rows);
  rows.forEach((row, at) => {
    const change = fits.value.coefficients.values[at * width + 1]!;
    const se = fits.value.stdevUnscaled.values[at * width + 1]! * Math.sqrt(posteriorVariance[at]!);
    const half = tQuantile((1 + level) / 2, totalDf[at]!) * se;
    columns.log2FoldChange[row] = change;
    columns.lower[row] = change - half;
    columns.upper[row] = change + half;
    columns.statistic[row] = t.values[at * width + 1]!;
    columns.df[row] = totalDf[at]!;
    columns.p[row] = pValues[at]!;
    columns.q[row] = q[at]!;
    columns.logOdds[row] = logOdds.values[at * width + 1]!;
    columns.auc[row] = areas[at]!;
  });
  const sds = fits.value.sigma.filter((sd) => !Number.isNaN(sd)).sort();
  return accepted(
    {
      ...columns,
      firstObserved,
      secondObserved,
      tested: pValues.reduce((n, one) => n + (Number.isNaN(one) ? 0 : 1), 0),
      notTested: withoutSpread(notTested, pValues),
      residualSd: sds[Math.floor((sds.length - 1) / 2)] ?? Number.NaN,
      assumptions: [
        "normal_residuals",
        "variances_from_one_prior",
        ...(trend ? ["prior_follows_abundance"] : []),
        ...(robust ? ["prior_robust"] : []),
        ...(correlation === null ? [] : ["equal_block_correlation"]),
      ],
      flags: [],
    },
    warnings,
  );
}

/** NaN where the design's second column is a number and no side. */
function sideAreas(data: Matrix, design: Matrix): Float64Array {
  const codes = Float64Array.from({ length: design.rows }, (_, i) => design.values[i * design.columns + 1]!);
  if (!codes.every((code) => code === 0 || code === 1)) return new Float64Array(data.rows).fill(Number.NaN);
  const sides = Uint8Array.from(codes);
  return rankSum(data, sides, { method: "asymptotic" }).auc;
}
