import { ratios, riccatiBessel } from "./riccati.ts";
import { createScratch } from "./scratch.ts";
import { type MieSeries, seriesOrder, setOrder } from "./series.ts";

const scratch = createScratch(4);

/**
 * Mie coefficients of a homogeneous sphere that does not absorb: size parameter `x` = pi d n_medium / wavelength, index
 * `m` relative to the medium. With A = D_n(mx) / m - (n + 1) / x and D_n = (n + 1) / z - r_(n+1) the leading terms, which
 * cancel for m near 1, are taken out by hand. Source: Bohren & Huffman 1983, section 4.4.
 */
export function sphereSeries(x: number, m: number, series: MieSeries): void {
  const order = seriesOrder(x, series.breadth);
  setOrder(series, order);
  const [psi, eta, inner, outer] = scratch(order + 3) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  riccatiBessel(x, order + 1, psi, eta, outer);
  ratios(m * x, order + 1, inner);
  const { aRe, aIm, bRe, bIm } = series;
  const contrast = ((1 - m) * (1 + m)) / (m * m * x);
  const inverse = 1 / m;
  for (let n = 1; n <= order; n++) {
    const ratio = inner[n + 1]!;
    const electric = (n + 1) * contrast - ratio * inverse;
    const magnetic = -m * ratio;
    put(electric * psi[n]! + psi[n + 1]!, electric * eta[n]! + eta[n + 1]!, aRe, aIm, n - 1);
    put(magnetic * psi[n]! + psi[n + 1]!, magnetic * eta[n]! + eta[n + 1]!, bRe, bIm, n - 1);
  }
}

/** p / (p + iq) for real p and q. */
export function put(p: number, q: number, re: Float64Array, im: Float64Array, at: number): void {
  const scaled = p / (p * p + q * q);
  re[at] = p * scaled;
  im[at] = -q * scaled;
}
