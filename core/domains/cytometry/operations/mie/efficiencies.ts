import type { MieSeries } from "./series.ts";

export interface Efficiencies {
  readonly scattering: number;
  readonly extinction: number;
  /** Radar back-scattering: differential cross-section at 180 degrees times 4 pi over the geometric cross-section. */
  readonly back: number;
  /** Mean cosine of the scattering angle; 0 where nothing is scattered. */
  readonly asymmetry: number;
}

/** Q_sca alone: 2 / x^2 sum (2n + 1)(|a_n|^2 + |b_n|^2). */
export function scatteringEfficiency(x: number, series: MieSeries): number {
  const { order, aRe, aIm, bRe, bIm } = series;
  let sum = 0;
  for (let i = 0; i < order; i++) {
    const power = aRe[i]! * aRe[i]! + aIm[i]! * aIm[i]! + bRe[i]! * bRe[i]! + bIm[i]! * bIm[i]!;
    sum += (2 * i + 3) * power;
  }
  return (2 * sum) / (x * x);
}

/** Efficiencies of a sphere of size parameter `x`. Source: Bohren & Huffman 1983, equations 4.61, 4.62 and section 4.6. */
export function efficiencies(x: number, series: MieSeries): Efficiencies {
  const { order, aRe, aIm, bRe, bIm } = series;
  let extinction = 0;
  let backRe = 0;
  let backIm = 0;
  let forward = 0;
  for (let i = 0; i < order; i++) {
    const n = i + 1;
    const weight = 2 * n + 1;
    extinction += weight * (aRe[i]! + bRe[i]!);
    const sign = n % 2 === 0 ? weight : -weight;
    backRe += sign * (aRe[i]! - bRe[i]!);
    backIm += sign * (aIm[i]! - bIm[i]!);
    forward += (weight / (n * (n + 1))) * (aRe[i]! * bRe[i]! + aIm[i]! * bIm[i]!);
    if (n === order) break;
    const next = aRe[i]! * aRe[n]! + aIm[i]! * aIm[n]! + bRe[i]! * bRe[n]! + bIm[i]! * bIm[n]!;
    forward += ((n * (n + 2)) / (n + 1)) * next;
  }
  const scattering = scatteringEfficiency(x, series);
  return {
    scattering,
    extinction: (2 * extinction) / (x * x),
    back: (backRe * backRe + backIm * backIm) / (x * x),
    asymmetry: scattering > 0 ? (4 * forward) / (x * x * scattering) : 0,
  };
}
