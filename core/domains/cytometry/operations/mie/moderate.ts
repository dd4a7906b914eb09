import { portable } from "../../../../kernel/index.ts";
import { createScratch } from "./scratch.ts";
import { type MieSeries, seriesOrder, setOrder } from "./series.ts";

type Row = Float64Array;
const scratch = createScratch(4);

/** Size parameters (`smallest`: of the smallest argument) and indices for which plain products of Riccati-Bessel functions stay far from overflow. */
export function isModerate(x: number, smallest: number, lowest: number, highest: number): boolean {
  const wide = smallest >= (x <= 20 ? 0.05 : 0.3) * x;
  return x >= 0.01 && x <= 40 && wide && lowest > 0.6 && highest < 4;
}

/** Order from which psi_n of an argument that is `share` of x is followed downward. */
function startOf(order: number, share: number): number {
  return Math.ceil(order * Math.max(1, share)) + 2;
}

/**
 * As `sphereSeries` for moderate spheres, with one division a term: psi_n(mx) enters unnormalised, by downward recurrence,
 * since a factor common to one order cancels in the coefficients.
 */
export function moderateSphere(x: number, m: number, series: MieSeries): void {
  const order = seriesOrder(x, series.breadth);
  setOrder(series, order);
  const start = startOf(order, m);
  const [v, u] = scratch(start + 2) as [Row, Row];
  downward(x, order + 2, v, m * x, start, u);
  const sine = portable.sin(x);
  const cosine = portable.cos(x);
  const factor = psiFactor(x, sine, cosine, v);
  const contrast = ((1 - m) * (1 + m)) / (m * m * x);
  const inverse = 1 / m;
  const perX = 1 / x;
  let eta = -cosine * perX - sine;
  let etaBefore = -cosine;
  for (let n = 1; n <= order; n++) {
    const etaNext = (2 * n + 1) * perX * eta - etaBefore;
    const psi = v[n]! * factor;
    const psiNext = v[n + 1]! * factor;
    const un = u[n]!;
    const next = u[n + 1]!;
    const electric = (n + 1) * contrast * un - next * inverse;
    const magnetic = -m * next;
    putBoth(
      electric * psi + un * psiNext,
      electric * eta + un * etaNext,
      magnetic * psi + un * psiNext,
      magnetic * eta + un * etaNext,
      series,
      n - 1,
    );
    etaBefore = eta;
    eta = etaNext;
  }
}

/** As `coatedSeries` for moderate spheres, with one division a term. */
export function moderateCoated(
  xCore: number,
  x: number,
  mCore: number,
  mShell: number,
  series: MieSeries,
): void {
  const order = seriesOrder(x, series.breadth);
  setOrder(series, order);
  const zIn = mShell * xCore;
  const zOut = mShell * x;
  const start = startOf(order, mShell);
  const startCore = startOf(order, (mCore * xCore) / x);
  const [v, u, inside, outside] = scratch(Math.max(start, startCore) + 2) as [Row, Row, Row, Row];
  downward(x, order + 2, v, mCore * xCore, startCore, u);
  downward(zIn, startOf(order, zIn / x), inside, zOut, start, outside);
  const [sine, cosine] = [portable.sin(x), portable.cos(x)];
  const [sineIn, cosineIn] = [portable.sin(zIn), portable.cos(zIn)];
  const [sineOut, cosineOut] = [portable.sin(zOut), portable.cos(zOut)];
  const factor = psiFactor(x, sine, cosine, v);
  const factorIn = psiFactor(zIn, sineIn, cosineIn, inside);
  const factorOut = psiFactor(zOut, sineOut, cosineOut, outside);
  const contrast = ((1 - mShell) * (1 + mShell)) / (mShell * mShell * x);
  const step = ((mShell - mCore) * (mShell + mCore)) / (mCore * mShell * xCore);
  const inverse = 1 / mShell;
  const [perX, perIn, perOut] = [1 / x, 1 / zIn, 1 / zOut];
  let eta = -cosine * perX - sine;
  let etaBefore = -cosine;
  let etaIn = -cosineIn * perIn - sineIn;
  let etaInBefore = -cosineIn;
  let etaOut = -cosineOut * perOut - sineOut;
  let etaOutBefore = -cosineOut;
  for (let n = 1; n <= order; n++) {
    const odd = 2 * n + 1;
    const etaNext = odd * perX * eta - etaBefore;
    const etaInNext = odd * perIn * etaIn - etaInBefore;
    const etaOutNext = odd * perOut * etaOut - etaOutBefore;
    const psi = v[n]! * factor;
    const psiNext = v[n + 1]! * factor;
    const psiIn = inside[n]! * factorIn;
    const psiInNext = inside[n + 1]! * factorIn;
    const psiOut = outside[n]! * factorOut;
    const psiOutNext = outside[n + 1]! * factorOut;
    const un = u[n]!;
    const next = u[n + 1]!;
    // inside the shell the wave is weight psi - share eta
    const jump = (n + 1) * step * un - mShell * next;
    const shareA = jump * psiIn + mCore * un * psiInNext;
    const weightA = jump * etaIn + mCore * un * etaInNext;
    const shareB = mCore * next * psiIn - mShell * un * psiInNext;
    const weightB = mCore * next * etaIn - mShell * un * etaInNext;
    const fa = weightA * psiOut - shareA * etaOut;
    const fb = weightB * psiOut - shareB * etaOut;
    const electric = (n + 1) * contrast * fa - (weightA * psiOutNext - shareA * etaOutNext) * inverse;
    const magnetic = -mShell * (weightB * psiOutNext - shareB * etaOutNext);
    putBoth(
      electric * psi + fa * psiNext,
      electric * eta + fa * etaNext,
      magnetic * psi + fb * psiNext,
      magnetic * eta + fb * etaNext,
      series,
      n - 1,
    );
    etaBefore = eta;
    eta = etaNext;
    etaInBefore = etaIn;
    etaIn = etaInNext;
    etaOutBefore = etaOut;
    etaOut = etaOutNext;
  }
}

/** a = pa / (pa + i qa) and b = pb / (pb + i qb) with one division. */
function putBoth(pa: number, qa: number, pb: number, qb: number, series: MieSeries, at: number): void {
  const da = pa * pa + qa * qa;
  const db = pb * pb + qb * qb;
  const shared = 1 / (da * db);
  const sa = pa * db * shared;
  const sb = pb * da * shared;
  series.aRe[at] = pa * sa;
  series.aIm[at] = -qa * sa;
  series.bRe[at] = pb * sb;
  series.bIm[at] = -qb * sb;
}

/** psi_n of two real arguments up to one factor each, from their start orders to 0, side by side: neither waits for the other. */
function downward(z: number, startZ: number, u: Row, y: number, startY: number, w: Row): void {
  const perZ = 1 / z;
  const perY = 1 / y;
  let aboveZ = ratioAbove(startZ, perZ);
  let aboveY = ratioAbove(startY, perY);
  let nowZ = 1;
  let nowY = 1;
  u[startZ] = 1;
  w[startY] = 1;
  const joint = Math.min(startZ, startY);
  for (let n = startZ; n > joint; n--) {
    const below = (2 * n + 1) * perZ * nowZ - aboveZ;
    aboveZ = nowZ;
    nowZ = below;
    u[n - 1] = below;
  }
  for (let n = startY; n > joint; n--) {
    const below = (2 * n + 1) * perY * nowY - aboveY;
    aboveY = nowY;
    nowY = below;
    w[n - 1] = below;
  }
  for (let n = joint; n > 0; n--) {
    const odd = 2 * n + 1;
    const belowZ = odd * perZ * nowZ - aboveZ;
    const belowY = odd * perY * nowY - aboveY;
    aboveZ = nowZ;
    aboveY = nowY;
    nowZ = belowZ;
    nowY = belowY;
    u[n - 1] = belowZ;
    w[n - 1] = belowY;
  }
}

/** psi_(n+1) / psi_n at n = `start` > z: the fixed point of the recurrence of ratios. */
function ratioAbove(start: number, perZ: number): number {
  const slope = (start + 1.5) * perZ;
  return slope > 1 ? slope - Math.sqrt(slope * slope - 1) : 1;
}

/** What makes `u` psi_n(z): from sin z, but where that is near a zero from psi_1. */
function psiFactor(z: number, sine: number, cosine: number, u: Row): number {
  return z < 1 || Math.abs(sine) > 0.5 ? sine / u[0]! : (sine / z - cosine) / u[1]!;
}
