import type { MieSeries } from "./series.ts";

/** Writes pi_n and tau_n of cos(theta) for n from 1 to `order` at index n - 1. */
export function angularFunctions(cosine: number, order: number, pi: Float64Array, tau: Float64Array): void {
  let before = 0;
  let now = 1;
  for (let n = 1; n <= order; n++) {
    pi[n - 1] = now;
    tau[n - 1] = n * cosine * now - (n + 1) * before;
    const next = ((2 * n + 1) * cosine * now - (n + 1) * before) / n;
    before = now;
    now = next;
  }
}

/**
 * Amplitudes at the angle whose cosine is given, as [Re S1, Im S1, Re S2, Im S2]: S1 is of light polarised perpendicular to
 * the scattering plane, S2 parallel to it. Source: Bohren & Huffman 1983, equation 4.74.
 */
export function amplitudes(cosine: number, series: MieSeries): readonly [number, number, number, number] {
  const { order, aRe, aIm, bRe, bIm } = series;
  let s1Re = 0;
  let s1Im = 0;
  let s2Re = 0;
  let s2Im = 0;
  let before = 0;
  let now = 1;
  for (let n = 1; n <= order; n++) {
    const i = n - 1;
    const scale = (2 * n + 1) / (n * (n + 1));
    const pi = scale * now;
    const tau = scale * (n * cosine * now - (n + 1) * before);
    s1Re += aRe[i]! * pi + bRe[i]! * tau;
    s1Im += aIm[i]! * pi + bIm[i]! * tau;
    s2Re += aRe[i]! * tau + bRe[i]! * pi;
    s2Im += aIm[i]! * tau + bIm[i]! * pi;
    const next = ((2 * n + 1) * cosine * now - (n + 1) * before) / n;
    before = now;
    now = next;
  }
  return [s1Re, s1Im, s2Re, s2Im];
}
