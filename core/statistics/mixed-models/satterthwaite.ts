import type { GroupedDesign } from "./grouped-design.ts";
import { type Curvature, curvatureAt } from "./restricted-likelihood.ts";
import type { Profile } from "./variance-ratio.ts";
import { quadratic } from "./variance-ratio.ts";

/** Covariance of the estimates (ratio, residual variance), and what its use needs. */
export interface VarianceUncertainty {
  readonly curvature: Curvature;
  /** Var(ratio), Cov(ratio, residual variance), Var(residual variance). */
  readonly covariance: readonly [number, number, number];
}

/**
 * Twice the inverse Hessian of the restricted deviance (n-p) ln s + S/s + ln|V| + ln|X'V^-1X| by the ratio r and the
 * residual variance s: D_ss = (n-p)/s^2, D_rs = -S'/s^2, D_rr = S''/s + (ln|V| + ln|A|)''. Null at the boundary r = 0.
 */
export function varianceUncertainty(design: GroupedDesign, fit: Profile): VarianceUncertainty | null {
  if (fit.state.ratio === 0) return null;
  const free = design.used.length - design.fixed.rank;
  const s = fit.squares / free;
  const curvature = curvatureAt(design, fit);
  const rr = curvature.squares / s + curvature.logDeterminant;
  const rs = -fit.squaresSlope / (s * s);
  const ss = free / (s * s);
  const determinant = rr * ss - rs * rs;
  return { curvature, covariance: [(2 * ss) / determinant, (-2 * rs) / determinant, (2 * rr) / determinant] };
}

/**
 * Satterthwaite's degrees of freedom of a contrast with weights `m` in the basis: 2 F^2 / (g'C g), F = s m'A^-1 m its
 * variance, g the gradient of F by ratio and residual variance, C their covariance (Giesbrecht and Burns 1985,
 * doi:10.2307/2530872; Kuznetsova, Brockhoff and Christensen 2017, doi:10.18637/jss.v082.i13). At the boundary
 * n - p: F depends on the residual variance alone to first order in the between-group standard deviation.
 */
export function satterthwaite(
  design: GroupedDesign,
  fit: Profile,
  uncertainty: VarianceUncertainty | null,
  m: Float64Array,
): number {
  const free = design.used.length - design.fixed.rank;
  if (!uncertainty) return free;
  const { inverse } = fit.state;
  const s = fit.squares / free;
  const weighted = m.map((_, i) =>
    quadratic(inverse.subarray(i * m.length, (i + 1) * m.length), Float64Array.of(1), m),
  );
  const factor = quadratic(inverse, m, m);
  const byRatio = s * quadratic(uncertainty.curvature.decrease, weighted, weighted);
  const [rr, rs, ss] = uncertainty.covariance;
  const spread = byRatio * byRatio * rr + 2 * byRatio * factor * rs + factor * factor * ss;
  return (2 * s * s * factor * factor) / spread;
}
