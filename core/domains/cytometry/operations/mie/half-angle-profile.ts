import { portable } from "../../../../kernel/index.ts";
import { tQuantile } from "../../../../statistics/distributions/index.ts";
import type { BeadDesign } from "./bead-design.ts";
import type { BeadSignals } from "./bead-signals.ts";

export interface HalfAngleFit {
  readonly halfAngle: number;
  readonly logGain: number;
  /** Weighted sum of squared log residuals. */
  readonly sum: number;
  /** Profile intervals; null without a degree of freedom. */
  readonly halfAngleLimits: Limits | null;
  readonly logGainLimits: Limits | null;
  /** Sides on which the half-angle's interval runs into the range searched. */
  readonly open: { readonly lower: boolean; readonly upper: boolean };
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

interface Profile {
  readonly logGain: number;
  readonly sum: number;
}

/** Best ln(gain) at a half-angle, which is the weighted mean of signal minus theory, and the sum of squares left. */
function profileAt(design: BeadDesign, signals: BeadSignals, halfAngle: number): Profile {
  const n = signals.log.length;
  const shifts = signals.log.map((log, i) => log - design.at(halfAngle, i));
  const logGain = shifts.reduce((sum, shift, i) => sum + signals.weight[i]! * shift, 0) / n;
  const sum = shifts.reduce(
    (total, shift, i) => total + signals.weight[i]! * portable.square(shift - logGain),
    0,
  );
  return { logGain, sum };
}

const scanned = 256;

/**
 * Half-angle and gain by weighted least squares on log residuals: a scan of the range, every local minimum refined by golden
 * section, the gain in closed form. Limits hold all values whose least sum of squares is at most
 * (1 + t^2 / df) times the best, t Student's with df = beads - 2: profile likelihood with an unknown scatter.
 */
export function fitHalfAngle(design: BeadDesign, signals: BeadSignals, level: number): HalfAngleFit {
  const ratio = portable.log(design.upper / design.lower);
  const angleAt = (i: number) => design.lower * portable.exp((ratio * i) / (scanned - 1));
  const at = (place: number) => profileAt(design, signals, angleAt(place));
  const scan = Array.from({ length: scanned }, (_, i) => at(i).sum);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  scan.forEach((sum, i) => {
    if (sum > (scan[i - 1] ?? Number.POSITIVE_INFINITY) || sum > (scan[i + 1] ?? Number.POSITIVE_INFINITY))
      return;
    const place = goldenSection((p) => at(p).sum, Math.max(0, i - 1), Math.min(scanned - 1, i + 1));
    if (at(place).sum < least) {
      best = place;
      least = at(place).sum;
    }
  });
  const { logGain, sum } = at(best);
  const found = { halfAngle: angleAt(best), logGain, sum };
  const n = signals.log.length;
  const df = n - 2;
  if (df < 1)
    return { ...found, halfAngleLimits: null, logGainLimits: null, open: { lower: true, upper: true } };
  const t = tQuantile((1 + level) / 2, df);
  const most = sum * (1 + (t * t) / df);
  const excess = (place: number) => at(place).sum - most;
  const inside = scan.map((value) => value <= most);
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  // a narrow minimum may lie between two points of the scan
  const from = first < 0 ? best : Math.min(first, best);
  const to = last < 0 ? best : Math.max(last, best);
  const lower = from === 0 ? 0 : rootOf(excess, Math.max(0, Math.ceil(from) - 1), from);
  const upper = to === scanned - 1 ? to : rootOf(excess, Math.min(scanned - 1, Math.floor(to) + 1), to);
  return {
    ...found,
    halfAngleLimits: { lower: angleAt(lower), upper: angleAt(upper) },
    logGainLimits: gainLimits(at, lower, upper, most, n),
    open: { lower: lower === 0, upper: upper === scanned - 1 },
  };
}

/** The gain alone, at a given half-angle, with its t-interval. */
export function fitGain(
  design: BeadDesign,
  signals: BeadSignals,
  halfAngle: number,
  level: number,
): HalfAngleFit {
  const { logGain, sum } = profileAt(design, signals, halfAngle);
  const n = signals.log.length;
  const df = n - 1;
  const reach = df < 1 ? 0 : tQuantile((1 + level) / 2, df) * Math.sqrt(sum / df / n);
  return {
    halfAngle,
    logGain,
    sum,
    halfAngleLimits: null,
    logGainLimits: df < 1 ? null : { lower: logGain - reach, upper: logGain + reach },
    open: { lower: false, upper: false },
  };
}

/** ln(gain) is within the limits where at some half-angle n (ln gain - best there)^2 is no more than what is left. */
function gainLimits(
  at: (place: number) => Profile,
  from: number,
  to: number,
  most: number,
  n: number,
): Limits {
  let lower = Number.POSITIVE_INFINITY;
  let upper = Number.NEGATIVE_INFINITY;
  const steps = 200;
  for (let i = 0; i <= steps; i++) {
    const { logGain, sum } = at(from + ((to - from) * i) / steps);
    const reach = Math.sqrt(Math.max(0, most - sum) / n);
    if (sum > most * (1 + 1e-9)) continue;
    lower = Math.min(lower, logGain - reach);
    upper = Math.max(upper, logGain + reach);
  }
  return { lower, upper };
}

function goldenSection(f: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [from, to];
  let c = b - golden * (b - a);
  let d = a + golden * (b - a);
  let [fc, fd] = [f(c), f(d)];
  while (b - a > 1e-9) {
    if (fc < fd) {
      [b, d, fd] = [d, c, fc];
      c = b - golden * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + golden * (b - a);
      fd = f(d);
    }
  }
  const middle = (a + b) / 2;
  return [from, to].reduce((best, edge) => (f(edge) < f(best) ? edge : best), middle);
}

/** Between `outside`, where f > 0, and `inside`, where f <= 0. */
function rootOf(f: (x: number) => number, outside: number, inside: number): number {
  if (f(outside) <= 0) return outside;
  let [a, b] = [outside, inside];
  for (let i = 0; i < 50; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) a = middle;
    else b = middle;
  }
  return b;
}
