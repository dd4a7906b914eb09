import { portable } from "../../kernel/index.ts";
import { halfDeviance } from "../special/deviance.ts";
import { stirlingError } from "../special/gamma.ts";
import { isCount } from "./interval.ts";

function valid(population: number, marked: number, drawn: number): boolean {
  return (
    isCount(population) && isCount(marked) && isCount(drawn) && marked <= population && drawn <= population
  );
}

// ln of C(n, k) p^k q^(n - k), with mean = n p, rest = n q and excess = mean - k each known without cancellation
function logTerm(k: number, n: number, mean: number, rest: number, excess: number): number {
  if (k === 0) return n === 0 ? 0 : n * portable.log1p(-mean / n);
  if (k === n) return n * portable.log1p(-rest / n);
  const stirling = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const deviance = halfDeviance(k, mean, excess) + halfDeviance(n - k, rest, -excess);
  return stirling - deviance - 0.5 * portable.log(2 * Math.PI * k * ((n - k) / n));
}

/**
 * ln P(X = k) of `k` marked ones among `drawn` drawn without replacement from `population`, of which `marked` are
 * marked; minus infinity where k cannot be; NaN unless the others are counts, marked and drawn up to population.
 * A product of three binomials of chance drawn / population in saddle-point form (Loader 2000).
 */
export function hypergeometricLogPmf(k: number, population: number, marked: number, drawn: number): number {
  if (!valid(population, marked, drawn) || Number.isNaN(k)) return Number.NaN;
  const [n, others] = [population, population - marked];
  if (!isCount(k) || k > marked || k > drawn || drawn - k > others) return Number.NEGATIVE_INFINITY;
  if (drawn === 0 || drawn === n) return 0;
  const left = n - drawn;
  const excess = (marked * drawn - k * n) / n;
  const inside = logTerm(k, marked, (marked * drawn) / n, (marked * left) / n, excess);
  const outside = logTerm(drawn - k, others, (others * drawn) / n, (others * left) / n, -excess);
  return inside + outside - logTerm(drawn, n, drawn, left, 0);
}

/** P(X = k) of the hypergeometric distribution; arguments as in `hypergeometricLogPmf`. */
export function hypergeometricPmf(k: number, population: number, marked: number, drawn: number): number {
  return portable.exp(hypergeometricLogPmf(k, population, marked, drawn));
}

// the sum of the masses from `k` away from the mean, as a multiple of the mass at `k`: every term is positive
function tailRatio(k: number, population: number, marked: number, drawn: number, step: 1 | -1): number {
  const others = population - marked;
  let term = 1;
  let sum = 1;
  for (let x = k; term > sum * 2 ** -60; x += step) {
    if (step === 1) term *= ((marked - x) / (x + 1)) * ((drawn - x) / (others - drawn + x + 1));
    else term *= (x / (marked - x + 1)) * ((others - drawn + x) / (drawn - x + 1));
    sum += term;
  }
  return sum;
}

// ln P(X >= k) for step 1, ln P(X <= k) for step -1, for k inside the support
function logTail(k: number, population: number, marked: number, drawn: number, step: 1 | -1): number {
  const ratio = tailRatio(k, population, marked, drawn, step);
  return hypergeometricLogPmf(k, population, marked, drawn) + portable.log(ratio);
}

function logBeyond(k: number, population: number, marked: number, drawn: number, step: 1 | -1): number {
  if (!valid(population, marked, drawn) || Number.isNaN(k)) return Number.NaN;
  const least = Math.max(0, drawn + marked - population);
  const greatest = Math.min(drawn, marked);
  const [inside, outside] = step === 1 ? [k > greatest, k <= least] : [k < least, k >= greatest];
  if (inside) return Number.NEGATIVE_INFINITY;
  if (outside) return 0;
  const isTail = step === 1 ? k * population >= marked * drawn : k * population <= marked * drawn;
  if (isTail) return logTail(k, population, marked, drawn, step);
  const other = logTail(k - step, population, marked, drawn, step === 1 ? -1 : 1);
  return portable.log1p(-Math.min(1, portable.exp(other)));
}

/** ln P(X > k) of the hypergeometric distribution: finite also where P(X > k) is below the least number. */
export function hypergeometricLogSf(k: number, population: number, marked: number, drawn: number): number {
  return logBeyond(Math.floor(k) + 1, population, marked, drawn, 1);
}

/** P(X > k) of the hypergeometric distribution, accurate far into the upper tail. */
export function hypergeometricSf(k: number, population: number, marked: number, drawn: number): number {
  return portable.exp(hypergeometricLogSf(k, population, marked, drawn));
}

/** P(X <= k) of the hypergeometric distribution, accurate far into the lower tail. */
export function hypergeometricCdf(k: number, population: number, marked: number, drawn: number): number {
  return portable.exp(logBeyond(Math.floor(k), population, marked, drawn, -1));
}
