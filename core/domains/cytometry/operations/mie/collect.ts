import { portable } from "../../../../kernel/index.ts";
import { amplitudes, angularFunctions } from "./amplitudes.ts";
import { type Aperture, aperture } from "./aperture.ts";
import { type Optics, waveNumber } from "./optics.ts";
import { type ParticleModel, particleSeries } from "./particle.ts";
import { foldedForm, type QuadraticForm, quadratic } from "./quadratic-form.ts";
import { angularBreadth, createSeries, type MieSeries } from "./series.ts";

/** Most terms that an instrument is folded for: size parameters up to about 460. */
export const largestFoldedOrder = 512;

/** Nodes with which an aperture is exact to rounding for `order` terms. */
export function nodesFor(order: number): number {
  return 32 + 2 * order;
}

/** Collected cross-section in nm^2 by summing the squared amplitudes over the nodes of `over`. */
export function summedPower(series: MieSeries, over: Aperture, k: number): number {
  let sum = 0;
  for (let i = 0; i < over.cosine.length; i++) {
    const [s1Re, s1Im, s2Re, s2Im] = amplitudes(over.cosine[i]!, series);
    sum += over.perpendicular[i]! * (s1Re * s1Re + s1Im * s1Im);
    sum += over.parallel[i]! * (s2Re * s2Re + s2Im * s2Im);
  }
  return sum / (k * k);
}

/** The two halves into which the coefficients fall so that nothing crosses between them under the optics. */
type Split = "sumAndDifference" | "parity" | "none";

interface Fold {
  readonly first: QuadraticForm;
  readonly second: QuadraticForm;
}

/**
 * Collected cross-section of particles in nm^2, for one instrument: the integral of
 * (|S1|^2 cos^2 phi + |S2|^2 sin^2 phi) / k^2 over the aperture, phi from the collection axis, |S1|^2 and |S2|^2 exchanged
 * for parallel and averaged for no polarisation. It is a quadratic form in the coefficients, whose matrices are made once:
 * y* Y y + z* Z z with y, z = a + b, a - b without polarisation; = coefficients of even and odd functions of cos theta at 90
 * degrees; one form in all coefficients otherwise. NaN where more than `largestFoldedOrder` terms are needed.
 */
export function createCollector(optics: Optics): (model: ParticleModel, diameter: number) => number {
  const series = createSeries(angularBreadth);
  const collected = createFoldedPower(optics);
  return (model, diameter) => {
    particleSeries(model, diameter, optics.wavelength, optics.mediumIndex, series);
    return collected(series);
  };
}

/** As `createCollector`, of coefficients that are there. */
function createFoldedPower(optics: Optics): (series: MieSeries) => number {
  const split: Split =
    optics.polarisation === "unpolarised" ? "sumAndDifference" : optics.angle === 90 ? "parity" : "none";
  const folds = new Map<number, Fold>();
  const k = waveNumber(optics);
  const room = (split === "none" ? 2 : 1) * largestFoldedOrder;
  const [yRe, yIm, zRe, zIm] = Array.from({ length: 4 }, () => new Float64Array(room)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return (series) => {
    const { order, aRe, aIm, bRe, bIm } = series;
    if (!(order <= largestFoldedOrder)) return Number.NaN;
    // by powers of two, so that a particle's answer does not depend on those before it
    const size = order <= 16 ? 16 : portable.pow(2, Math.ceil(portable.log2(order)));
    let fold = folds.get(size);
    if (fold === undefined) {
      fold = foldOptics(optics, split, size);
      folds.set(size, fold);
    }
    if (split === "none") {
      for (let i = 0; i < order; i++) {
        yRe[2 * i] = aRe[i]!;
        yIm[2 * i] = aIm[i]!;
        yRe[2 * i + 1] = bRe[i]!;
        yIm[2 * i + 1] = bIm[i]!;
      }
      return quadratic(fold.first, yRe, yIm, 2 * order) / (k * k);
    }
    if (split === "parity") {
      for (let i = 0; i < order; i += 2) {
        yRe[i] = aRe[i]!;
        yIm[i] = aIm[i]!;
        zRe[i] = bRe[i]!;
        zIm[i] = bIm[i]!;
        if (i + 1 === order) break;
        yRe[i + 1] = bRe[i + 1]!;
        yIm[i + 1] = bIm[i + 1]!;
        zRe[i + 1] = aRe[i + 1]!;
        zIm[i + 1] = aIm[i + 1]!;
      }
    } else {
      for (let i = 0; i < order; i++) {
        yRe[i] = aRe[i]! + bRe[i]!;
        yIm[i] = aIm[i]! + bIm[i]!;
        zRe[i] = aRe[i]! - bRe[i]!;
        zIm[i] = aIm[i]! - bIm[i]!;
      }
    }
    return (quadratic(fold.first, yRe, yIm, order) + quadratic(fold.second, zRe, zIm, order)) / (k * k);
  };
}

/** Both forms; a basis function holds what one coefficient adds to S1 and then to S2 at the nodes. */
function foldOptics(optics: Optics, split: Split, size: number): Fold {
  const { cosine, perpendicular, parallel } = aperture(optics, nodesFor(size));
  const nodes = cosine.length;
  const rows = () => Array.from({ length: size }, () => new Float64Array(2 * nodes));
  const a = rows();
  const b = rows();
  const pi = new Float64Array(size);
  const tau = new Float64Array(size);
  for (let k = 0; k < nodes; k++) {
    angularFunctions(cosine[k]!, size, pi, tau);
    for (let i = 0; i < size; i++) {
      const scale = (2 * i + 3) / ((i + 1) * (i + 2));
      a[i]![k] = b[i]![nodes + k] = scale * pi[i]!;
      b[i]![k] = a[i]![nodes + k] = scale * tau[i]!;
    }
  }
  const fold = (basis: readonly Float64Array[]) => foldedForm(basis, perpendicular, parallel);
  if (split === "none")
    return { first: fold(a.flatMap((row, i) => [row, b[i]!])), second: new Float64Array() };
  if (split === "parity") {
    const y = a.map((row, i) => (i % 2 === 0 ? row : b[i]!));
    const z = a.map((row, i) => (i % 2 === 0 ? b[i]! : row));
    return { first: fold(y), second: fold(z) };
  }
  const half = (sign: number) => a.map((row, i) => row.map((value, k) => (value + sign * b[i]![k]!) / 2));
  return { first: fold(half(1)), second: fold(half(-1)) };
}
