import { portable } from "../../../../kernel/index.ts";
import { type Complex, complex, expI, minus, modulus, one, over, plus, scaled, times } from "./complex.ts";
import { riccatiBessel } from "./riccati.ts";
import { createScratch } from "./scratch.ts";
import { type MieSeries, seriesOrder, setOrder } from "./series.ts";

const scratch = createScratch(3);

/** r[n] = psi_n(z) / psi_(n-1)(z) for n from 1 to `last`, z in the upper half-plane, by downward recurrence. */
function complexRatios(z: Complex, last: number): Complex[] {
  const inverse = over(one, z);
  let n = Math.max(last, seriesOrder(modulus(z))) + 16;
  let ratio = scaled(z, 1 / (2 * n + 1));
  const r = new Array<Complex>(last + 1);
  for (n -= 1; n > 0; n--) {
    ratio = over(one, minus(scaled(inverse, 2 * n + 1), ratio));
    if (n <= last) r[n] = ratio;
  }
  return r;
}

/** Mie coefficients of a homogeneous sphere with a relative index `m` whose imaginary part is >= 0 for one that absorbs. */
export function absorbingSphereSeries(x: number, m: Complex, series: MieSeries): void {
  const r = complexRatios(scaled(m, x), seriesOrder(x, series.breadth) + 1);
  outerBoundary(x, m, series, (n) => [r[n + 1]!, r[n + 1]!]);
}

/** As `coatedSeries`, for indices of which either may absorb; the shell's second function is the outgoing wave xi_n. */
export function absorbingCoatedSeries(
  xCore: number,
  x: number,
  mCore: Complex,
  mShell: Complex,
  series: MieSeries,
): void {
  const last = seriesOrder(x, series.breadth) + 1;
  const zInside = scaled(mShell, xCore);
  const zOutside = scaled(mShell, x);
  const core = complexRatios(scaled(mCore, xCore), last);
  const inside = complexRatios(zInside, last);
  const outside = complexRatios(zOutside, last);
  const product = times(mCore, mShell);
  const step = over(times(minus(mShell, mCore), plus(mShell, mCore)), scaled(product, xCore));
  // s_n = xi_n / xi_(n-1); quotient_n = psi_n / xi_n inside over outside
  let sInside = minus(over(one, zInside), complex(0, 1));
  let sOutside = minus(over(one, zOutside), complex(0, 1));
  let quotient = times(
    over(scaledQuotient(zInside, inside[1]!), scaledQuotient(zOutside, outside[1]!)),
    expI(scaled(minus(zOutside, zInside), 2)),
  );
  outerBoundary(x, mShell, series, (n) => {
    sInside = minus(over(complex(2 * n + 1), zInside), over(one, sInside));
    sOutside = minus(over(complex(2 * n + 1), zOutside), over(one, sOutside));
    const rInside = inside[n + 1]!;
    const rOutside = outside[n + 1]!;
    const coreTerm = times(mCore, core[n + 1]!);
    const jump = minus(scaled(step, n + 1), times(mShell, core[n + 1]!));
    const ta = times(quotient, over(plus(jump, times(mCore, rInside)), plus(jump, times(mCore, sInside))));
    const tb = times(
      quotient,
      over(minus(coreTerm, times(mShell, rInside)), minus(coreTerm, times(mShell, sInside))),
    );
    quotient = times(quotient, over(times(rInside, sOutside), times(rOutside, sInside)));
    const effective = (t: Complex) => over(minus(rOutside, times(t, sOutside)), minus(one, t));
    return [effective(ta), effective(tb)];
  });
}

/** psi_1(z) e^(iz) / (xi_1(z) e^(-iz)), which neither overflows nor cancels; `ratio` is psi_1 / psi_0. */
function scaledQuotient(z: Complex, ratio: Complex): Complex {
  const turned = expI(scaled(z, 2));
  const outgoing = scaled(plus(one, times(complex(0, 1), over(one, z))), -1);
  if (modulus(z) < 1) {
    const sine = complex(portable.sin(z.re) * portable.cosh(z.im), portable.cos(z.re) * portable.sinh(z.im));
    return over(times(times(sine, expI(z)), ratio), outgoing);
  }
  const sine = times(minus(turned, one), complex(0, -0.5));
  const direct = minus(over(sine, z), scaled(plus(turned, one), 0.5));
  return over(modulus(sine) > 0.5 ? times(sine, ratio) : direct, outgoing);
}

/** Coefficients from the ratio of neighbouring orders just inside the surface, of the electric and the magnetic modes. */
function outerBoundary(
  x: number,
  m: Complex,
  series: MieSeries,
  ratioOf: (n: number) => readonly [Complex, Complex],
): void {
  const order = seriesOrder(x, series.breadth);
  setOrder(series, order);
  const [psi, eta, spare] = scratch(order + 3) as [Float64Array, Float64Array, Float64Array];
  riccatiBessel(x, order + 1, psi, eta, spare);
  const contrast = over(times(minus(one, m), plus(one, m)), scaled(times(m, m), x));
  for (let n = 1; n <= order; n++) {
    const [ra, rb] = ratioOf(n);
    const electric = minus(scaled(contrast, n + 1), over(ra, m));
    const a = matched(electric, psi, eta, n);
    const b = matched(scaled(times(m, rb), -1), psi, eta, n);
    series.aRe[n - 1] = a.re;
    series.aIm[n - 1] = a.im;
    series.bRe[n - 1] = b.re;
    series.bIm[n - 1] = b.im;
  }
}

/** p / (p + iq) with p = A psi_n + psi_(n+1), q = A eta_n + eta_(n+1). */
function matched(factor: Complex, psi: Float64Array, eta: Float64Array, n: number): Complex {
  const p = complex(factor.re * psi[n]! + psi[n + 1]!, factor.im * psi[n]!);
  const q = complex(factor.re * eta[n]! + eta[n + 1]!, factor.im * eta[n]!);
  return over(p, complex(p.re - q.im, p.im + q.re));
}
