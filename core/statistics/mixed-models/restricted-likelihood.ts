import { portable } from "../../kernel/index.ts";
import type { GroupedDesign } from "./grouped-design.ts";
import {
  type Profile,
  productOf,
  profileAt,
  quadratic,
  type RatioState,
  ratioState,
  type SplitValues,
} from "./variance-ratio.ts";

const noMore = 1e10;
const searched = [
  0,
  1e-4,
  1e-3,
  0.01,
  0.03,
  0.1,
  0.2,
  0.4,
  0.7,
  1,
  1.6,
  3,
  6,
  12,
  30,
  100,
  1e3,
  1e4,
  1e6,
  1e8,
  noMore,
];

/** States of a design at the ratios searched for minima. */
export function searchStates(design: GroupedDesign): readonly RatioState[] {
  return searched.map((ratio) => ratioState(design, ratio));
}

/** Second derivatives of the restricted deviance's two parts by the ratio of variances. */
export interface Curvature {
  readonly squares: number;
  readonly logDeterminant: number;
  /** -d(X'V^-1 X)/d ratio in the basis. */
  readonly decrease: Float64Array;
}

/**
 * The ratio of variances that maximises the restricted likelihood, 0 included: minima of the deviance are bracketed by
 * the sign of its derivative on a grid of ratios up to 1e10, solved by Newton's steps within the bracket, and the
 * lowest is taken. Null where the likelihood still rises at 1e10: nothing is left within groups.
 */
export function bestRatio(
  design: GroupedDesign,
  values: SplitValues,
  states: readonly RatioState[],
): Profile | null {
  const profiles = states.map((state) => profileAt(design, values, state));
  if (!profiles.every((profile) => profile.squares > 0)) return null;
  const minima: Profile[] = profiles[0]!.slope >= 0 ? [profiles[0]!] : [];
  for (let k = 1; k < profiles.length; k++) {
    if (profiles[k - 1]!.slope < 0 && profiles[k]!.slope >= 0) {
      minima.push(root(design, values, profiles[k - 1]!, profiles[k]!));
    }
  }
  if (profiles.at(-1)!.slope < 0) minima.push(profiles.at(-1)!);
  const best = minima.reduce((least, one) => (one.deviance < least.deviance ? one : least));
  return best.state.ratio >= noMore ? null : best;
}

function root(design: GroupedDesign, values: SplitValues, from: Profile, to: Profile): Profile {
  let lower = from.state.ratio;
  let upper = to.state.ratio;
  let here = lower > 0 ? from : to;
  for (let step = 0; step < 200; step++) {
    if (here.slope < 0) lower = here.state.ratio;
    else upper = here.state.ratio;
    const next = nextRatio(design, here, lower, upper);
    const moved = Math.abs(next - here.state.ratio);
    here = profileAt(design, values, ratioState(design, next));
    if (moved <= 4e-16 * next || upper - lower <= 4e-16 * upper) break;
  }
  return here;
}

function nextRatio(design: GroupedDesign, here: Profile, lower: number, upper: number): number {
  const free = design.used.length - design.fixed.rank;
  const { squares, logDeterminant } = curvatureAt(design, here);
  const bend =
    free * (squares / here.squares - portable.square(here.squaresSlope / here.squares)) + logDeterminant;
  const newton = here.state.ratio - here.slope / bend;
  if (bend > 0 && newton > lower && newton < upper) return newton;
  if (bend > 0 && newton === here.state.ratio) return newton;
  return lower > 0 ? Math.sqrt(lower * upper) : upper / 4;
}

/**
 * With v = n/(1 + ratio n), x and e the group means of the basis and of the residuals, A = X'V^-1 X, B = sum v^2 xx',
 * h = sum v^2 x e: S'' = 2 sum v^3 e^2 - 2 h'A^-1 h; (ln|V| + ln|A|)'' = -sum v^2 + 2 sum v^3 x'A^-1 x - tr (A^-1 B)^2.
 */
export function curvatureAt(design: GroupedDesign, { state, groupResiduals }: Profile): Curvature {
  const { means, fixed, sizes } = design;
  const { weights, inverse, leverage } = state;
  const p = fixed.rank;
  const decrease = new Float64Array(p * p);
  const h = new Float64Array(p);
  let squares = 0;
  let logDeterminant = 0;
  for (let g = 0; g < sizes.length; g++) {
    const v = weights[g]!;
    const e = groupResiduals[g]!;
    squares += 2 * v * v * v * e * e;
    logDeterminant += v * v * (2 * v * leverage[g]! - 1);
    for (let a = 0; a < p; a++) {
      const part = v * v * means[g * p + a]!;
      h[a]! += part * e;
      for (let b = 0; b < p; b++) decrease[a * p + b]! += part * means[g * p + b]!;
    }
  }
  squares -= 2 * quadratic(inverse, h, h);
  const product = productOf(inverse, decrease, p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) logDeterminant -= product[a * p + b]! * product[b * p + a]!;
  }
  return { squares, logDeterminant, decrease };
}
