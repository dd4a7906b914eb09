import * as portable from "../../kernel/portable/index.ts";
import { logGammaOnePlus } from "./gamma.ts";
import { gammaTail, logPoissonTerm } from "./incomplete-gamma.ts";
import { solveMonotone } from "./inverse.ts";
import { logProbabilityOf, type Tail } from "./tail.ts";

const lowestLog = portable.log(Number.MIN_VALUE);
const highestLog = portable.log(Number.MAX_VALUE);

// Wilson and Hilferty 1931 in the middle, the leading term of each tail outside
function startingLog(a: number, logTail: number, side: Tail["side"]): number {
  const leading = (logTail + logGammaOnePlus(a)) / a;
  const distance = Math.sqrt(-2 * logTail);
  const deviate = side === "lower" ? -distance : distance;
  const root = 1 - 1 / (9 * a) + (0.8 * deviate) / (3 * Math.sqrt(a));
  if (a > 0.5 && root > 0.2) return portable.log(a) + 3 * portable.log(root);
  return side === "lower" ? leading : portable.log(Math.max(1e-3, -logTail));
}

function solve(a: number, probability: number, side: Tail["side"]): number {
  const target = portable.log(probability);
  const u = solveMonotone(
    (logX) => {
      const x = portable.exp(logX);
      const logTail = logProbabilityOf(gammaTail(a, x), side);
      const slope = a * portable.exp(logPoissonTerm(a, x) - logTail);
      return { excess: logTail - target, slope: side === "lower" ? slope : -slope };
    },
    startingLog(a, target, side),
    lowestLog,
    highestLog,
    side === "lower",
  );
  return u <= lowestLog + 0.7 ? 0 : portable.exp(u);
}

/**
 * The x where the tail on `side` of the gamma distribution of shape `a` and rate 1 is `probability`; NaN unless
 * a > 0 and 0 <= probability <= 1; 0 where x would underflow.
 */
export function gammaTailInverse(a: number, probability: number, side: Tail["side"]): number {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY && probability >= 0 && probability <= 1)) return Number.NaN;
  const lower = side === "lower";
  if (probability === 0) return lower ? 0 : Number.POSITIVE_INFINITY;
  if (probability === 1) return lower ? Number.POSITIVE_INFINITY : 0;
  return probability <= 0.5
    ? solve(a, probability, side)
    : solve(a, 1 - probability, lower ? "upper" : "lower");
}
