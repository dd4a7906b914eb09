import { portable } from "../../../../kernel/index.ts";
import { nonZero, ratios, riccatiBessel } from "./riccati.ts";
import { createScratch } from "./scratch.ts";
import { type MieSeries, seriesOrder, setOrder } from "./series.ts";
import { put } from "./sphere.ts";

type Row = Float64Array;
const scratch = createScratch(6);

/**
 * Mie coefficients of a core in a shell, neither absorbing: size parameters `xCore` < `x` of core and whole, indices
 * relative to the medium. Every function of an inner argument enters as a ratio of neighbouring orders, so nothing
 * overflows and thin or thick shells lose no digits. Source: Bohren & Huffman 1983, section 8.1; ratios after Yang 2003,
 * 10.1364/AO.42.001710.
 */
export function coatedSeries(
  xCore: number,
  x: number,
  mCore: number,
  mShell: number,
  series: MieSeries,
): void {
  const order = seriesOrder(x, series.breadth);
  setOrder(series, order);
  const last = order + 1;
  const [psi, eta, core, inside, outside, spare] = scratch(order + 3) as [Row, Row, Row, Row, Row, Row];
  riccatiBessel(x, last, psi, eta, spare);
  const zInside = mShell * xCore;
  const zOutside = mShell * x;
  ratios(mCore * xCore, last, core);
  ratios(zInside, last, inside);
  ratios(zOutside, last, outside);
  const { aRe, aIm, bRe, bIm } = series;
  const contrast = ((1 - mShell) * (1 + mShell)) / (mShell * mShell * x);
  const step = ((mShell - mCore) * (mShell + mCore)) / (mCore * mShell * xCore);
  const inverse = 1 / mShell;
  // s_n = eta_n / eta_(n-1); quotient_n = psi_n / eta_n inside over outside
  let sInside = 1 / zInside + portable.tan(zInside);
  let sOutside = 1 / zOutside + portable.tan(zOutside);
  let quotient =
    (firstPsi(zInside, inside[1]!) * firstEta(zOutside)) /
    (firstPsi(zOutside, outside[1]!) * firstEta(zInside));
  for (let n = 1; n <= order; n++) {
    sInside = (2 * n + 1) / zInside - 1 / nonZero(sInside);
    sOutside = (2 * n + 1) / zOutside - 1 / nonZero(sOutside);
    const rCore = core[n + 1]!;
    const rInside = inside[n + 1]!;
    const rOutside = outside[n + 1]!;
    const jump = (n + 1) * step - mShell * rCore;
    const ta = (quotient * (jump + mCore * rInside)) / nonZero(jump + mCore * sInside);
    const tb = (quotient * (mCore * rCore - mShell * rInside)) / nonZero(mCore * rCore - mShell * sInside);
    const electric = (n + 1) * contrast - ((rOutside - ta * sOutside) / nonZero(1 - ta)) * inverse;
    const magnetic = -mShell * ((rOutside - tb * sOutside) / nonZero(1 - tb));
    put(electric * psi[n]! + psi[n + 1]!, electric * eta[n]! + eta[n + 1]!, aRe, aIm, n - 1);
    put(magnetic * psi[n]! + psi[n + 1]!, magnetic * eta[n]! + eta[n + 1]!, bRe, bIm, n - 1);
    quotient *= (rInside * sOutside) / nonZero(rOutside * sInside);
  }
}

/** psi_1(z): from sin z by its ratio, but where sin z is near a zero directly. */
function firstPsi(z: number, ratio: number): number {
  const sine = portable.sin(z);
  return z < 1 || Math.abs(sine) > 0.5 ? sine * ratio : sine / z - portable.cos(z);
}

function firstEta(z: number): number {
  return -portable.cos(z) / z - portable.sin(z);
}
