import {
  benjaminiHochberg,
  type Matrix,
  randomInterceptIntervals,
  randomInterceptModels,
} from "../../../../statistics/index.ts";
import { emptyColumns, type FeatureTest } from "./feature-test.ts";
import type { ModelDesign } from "./model-design.ts";
import { withoutSpread } from "./rank-sum-test.ts";
import { subMatrix, type UsableFeatures } from "./usable-features.ts";

/** A random intercept for each block, REML, Satterthwaite's degrees of freedom: repeated measures of donors. */
export function mixedModelTest(
  values: Matrix,
  design: ModelDesign,
  blocks: readonly string[],
  usable: UsableFeatures,
  level: number,
): FeatureTest {
  const { rows, firstObserved, secondObserved, notTested } = usable;
  const data = subMatrix(values, rows, design.samples);
  const contrast = {
    rows: 1,
    columns: design.matrix.columns,
    values: new Float64Array(design.matrix.columns),
  };
  contrast.values[1] = 1;
  const fits = randomInterceptModels(data, design.matrix, blocks, { contrasts: contrast });
  const intervals = randomInterceptIntervals(fits, level);
  const columns = emptyColumns(values.rows);
  const p = fits.p.values;
  const q = benjaminiHochberg(p);
  rows.forEach((row, at) => {
    columns.log2FoldChange[row] = fits.estimate.values[at]!;
    columns.lower[row] = intervals.lower.values[at]!;
    columns.upper[row] = intervals.upper.values[at]!;
    columns.statistic[row] = fits.t.values[at]!;
    columns.df[row] = fits.df.values[at]!;
    columns.p[row] = p[at]!;
    columns.q[row] = q[at]!;
  });
  const sds = fits.residualVariance
    .map(Math.sqrt)
    .filter((sd) => !Number.isNaN(sd))
    .sort();
  return {
    ...columns,
    firstObserved,
    secondObserved,
    tested: p.reduce((n, one) => n + (Number.isNaN(one) ? 0 : 1), 0),
    notTested: withoutSpread(notTested, p),
    residualSd: sds[Math.floor((sds.length - 1) / 2)] ?? Number.NaN,
    assumptions: ["normal_residuals", "random_intercept"],
    flags: [],
  };
}
