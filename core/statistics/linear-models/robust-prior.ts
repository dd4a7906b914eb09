import * as portable from "../../kernel/portable/index.ts";
import { chiSquareQuantile } from "../distributions/chi-square.ts";
import { fPdf, fQuantile, fQuantileUpper } from "../distributions/f.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { interpolated, robustTrend } from "./lowess-trend.ts";
import { shrunkenDf } from "./outlying-variances.ts";
import { sortedQuantile, trimmedMean } from "./ranks.ts";
import { priorByMoments, type UsableVariances, type VariancePrior } from "./variance-prior.ts";

const infinite = Number.POSITIVE_INFINITY;
/** Shares of the smallest and the greatest variances that are pulled in. */
const tails = [0.05, 0.1] as const;
let quadratureMade: ReturnType<typeof gaussLegendre> | null = null;

function quadratureRule(): ReturnType<typeof gaussLegendre> {
  quadratureMade ??= gaussLegendre(128);
  return quadratureMade;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The prior by the moments of winsorised ln s^2 (Phipson et al. 2016, 10.1214/16-AOAS920, not opened), with less prior degrees of
 * freedom for outlying variances: one number for each of `count` features, all with the same residual degrees of freedom.
 * Its variance follows a robust smooth curve along `covariate` (one number per feature) where one is given.
 */
export function robustPrior(
  usable: UsableVariances,
  count: number,
  covariate: Float64Array | null,
): VariancePrior {
  const { features, variances, df } = usable;
  const df1 = df[0]!;
  const logs = variances.map(portable.log);
  const places = covariate && Float64Array.from(features, (g) => covariate[g]!);
  const centers = places
    ? robustTrend(places, logs)
    : new Float64Array(logs.length).fill(trimmedMean(logs, tails[1]));
  const seen = winsorised(logs.map((value, i) => value - centers[i]!));
  const excess = (df2: number) => portable.log(seen.variance / winsorisedMoments(df1, df2).variance);
  const plain = () => priorByMoments(usable, covariate).df as number;
  const priorDf = excess(infinite) <= 0 ? infinite : crossing(excess, plain());
  const bias = seen.mean - winsorisedMoments(df1, priorDf).mean;
  const own = centers.map((center) => portable.exp(center + bias));
  const ratios = variances.map((variance, i) => variance / own[i]!);
  const shrunken = shrunkenDf({ ratios, df, tailDf: priorDf, others: 0 }, priorDf);
  const all = new Float64Array(count).fill(priorDf);
  features.forEach((g, i) => {
    all[g] = shrunken[i]!;
  });
  if (!covariate || !places) return { df: all, variance: own[0]! };
  const curve = interpolated(places, centers, covariate);
  return { df: all, variance: curve.map((center) => portable.exp(center + bias)) };
}

function winsorised(values: Float64Array): Moments {
  const sorted = values.slice().sort();
  const [low, high] = [sortedQuantile(sorted, tails[0]), sortedQuantile(sorted, 1 - tails[1])];
  const pulled = values.map((value) => Math.min(high, Math.max(low, value)));
  const mean = pulled.reduce((sum, value) => sum + value, 0) / pulled.length;
  const squares = pulled.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, variance: squares / (pulled.length - 1) };
}

/** Of ln F with its tails pulled in, by quadrature in F / (1 + F). */
function winsorisedMoments(df1: number, df2: number): Moments {
  const finite = df2 < infinite;
  const low = finite ? fQuantile(tails[0], df1, df2) : chiSquareQuantile(tails[0], df1) / df1;
  const high = fQuantileUpper(tails[1], df1, df2);
  const [start, end] = [low / (1 + low), high / (1 + high)];
  const quadrature = quadratureRule();
  const places = quadrature.nodes.map((node) => start + (end - start) * node);
  const logs = places.map((place) => portable.log(place / (1 - place)));
  const masses = places.map(
    (place, k) =>
      ((end - start) * quadrature.weights[k]! * fPdf(place / (1 - place), df1, df2)) /
      portable.square(1 - place),
  );
  const ends = [portable.log(low), portable.log(high)] as const;
  const mean =
    ends[0] * tails[0] + ends[1] * tails[1] + masses.reduce((sum, mass, k) => sum + mass * logs[k]!, 0);
  const squares = masses.reduce((sum, mass, k) => sum + mass * portable.square(logs[k]! - mean), 0);
  return {
    mean,
    variance:
      squares + portable.square(ends[0] - mean) * tails[0] + portable.square(ends[1] - mean) * tails[1],
  };
}

/** The degrees of freedom above `least` where `excess`, negative there and positive at infinity, is 0: by halving in df / (1 + df). */
function crossing(excess: (df: number) => number, least: number): number {
  if (least === infinite || excess(least) >= 0) return least;
  let low = least / (1 + least);
  let high = 1;
  for (let step = 0; step < 60 && high - low > 2 ** -52; step++) {
    const middle = (low + high) / 2;
    if (excess(middle / (1 - middle)) < 0) low = middle;
    else high = middle;
  }
  return low / (1 - low);
}
