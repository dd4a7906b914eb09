import * as portable from "../../kernel/portable/index.ts";
import { logGammaIncrement, logGammaOnePlus } from "./gamma.ts";
import { betaTail, logBetaTerm } from "./incomplete-beta.ts";
import { solveMonotone } from "./inverse.ts";
import { logProbabilityOf, type Tail } from "./tail.ts";

const lowestLog = portable.log(Number.MIN_VALUE);
const logHalf = -Math.LN2;

/** A point of [0, 1] as x and y = 1 - x, so that neither end loses digits. */
export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

// normal approximation of ln(x/y) in the middle, the leading term x^a / (a B(a, b)) in the tail
function startingLog(a: number, b: number, logTail: number, side: Tail["side"]): number {
  const leading = (logTail + logGammaOnePlus(a) - logGammaIncrement(b, a)) / a;
  if (a < 0.5) return leading;
  const deviate = Math.sqrt(-2 * logTail) * (side === "lower" ? -0.8 : 0.8);
  const logit = portable.log(a / b) + deviate * Math.sqrt(1 / a + 1 / b);
  const middle = -portable.log1p(portable.exp(-logit));
  return side === "lower" ? Math.max(Math.min(leading, logHalf), middle) : middle;
}

function solve(a: number, b: number, logTail: number, side: Tail["side"]): UnitPoint {
  const u = solveMonotone(
    (logX) => {
      const x = portable.exp(logX);
      const y = -portable.expm1(logX);
      const here = logProbabilityOf(betaTail(a, b, x, y), side);
      const slope = portable.exp(logBetaTerm(a, b, x, y) - here) / y;
      return { excess: here - logTail, slope: side === "lower" ? slope : -slope };
    },
    startingLog(a, b, logTail, side),
    lowestLog,
    logHalf,
    side === "lower",
  );
  return u <= lowestLog + 0.7 ? { x: 0, y: 1 } : { x: portable.exp(u), y: -portable.expm1(u) };
}

/**
 * The point where the tail on `side` of the beta distribution with shapes `a`, `b` is `probability`; NaN unless
 * a, b > 0 and 0 <= probability <= 1.
 */
export function betaTailInverse(a: number, b: number, probability: number, side: Tail["side"]): UnitPoint {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY && probability >= 0 && probability <= 1)) {
    return { x: Number.NaN, y: Number.NaN };
  }
  const other = side === "lower" ? "upper" : "lower";
  if (probability === 0 || probability === 1) {
    return (probability === 0) === (side === "lower") ? { x: 0, y: 1 } : { x: 1, y: 0 };
  }
  if (probability > 0.5) return betaTailInverse(a, b, 1 - probability, other);
  const logTail = portable.log(probability);
  const atHalf = logProbabilityOf(betaTail(a, b, 0.5, 0.5), side);
  const leftOfHalf = side === "lower" ? atHalf >= logTail : atHalf <= logTail;
  if (leftOfHalf) return solve(a, b, logTail, side);
  const mirrored = solve(b, a, logTail, other);
  return { x: mirrored.y, y: mirrored.x };
}
