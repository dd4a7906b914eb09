import { describe, expect, it } from "vitest";
import { absorbingCoatedSeries, absorbingSphereSeries } from "./absorbing.ts";
import { amplitudes } from "./amplitudes.ts";
import { coatedSeries } from "./coated.ts";
import { efficiencies } from "./efficiencies.ts";
import golden from "./mie.golden.json" with { type: "json" };
import { transparentCoated, transparentSphere } from "./particle.ts";
import { angularBreadth, createSeries, type MieSeries } from "./series.ts";
import { sphereSeries } from "./sphere.ts";

const series = createSeries();
const wide = createSeries(angularBreadth);

interface Wanted {
  readonly x: number;
  readonly q: readonly number[];
  readonly s: readonly (readonly number[])[];
}

function relative(actual: number, wanted: number): number {
  return Math.abs(actual / wanted - 1);
}

/** Efficiencies to 1e-11; back-scatter and amplitudes, where terms cancel, against the larger amplitude. */
function expectGolden(make: (series: MieSeries) => void, { x, q, s }: Wanted): void {
  make(series);
  const found = efficiencies(x, series);
  expect(relative(found.scattering, q[0]!)).toBeLessThan(1e-11);
  expect(relative(found.extinction, q[1]!)).toBeLessThan(2e-10);
  expect(relative(found.asymmetry, q[3]!)).toBeLessThan(1e-11);
  make(wide);
  expect(relative(efficiencies(x, wide).back, q[2]!)).toBeLessThan(x <= 50 ? 1e-10 : 1e-7);
  golden.cosines.forEach((cosine, i) => {
    const actual = amplitudes(cosine, wide);
    const wanted = s[i]!;
    const size = Math.max(Math.hypot(wanted[0]!, wanted[1]!), Math.hypot(wanted[2]!, wanted[3]!));
    const error = Math.max(...actual.map((value, k) => Math.abs(value - wanted[k]!))) / size;
    expect(error).toBeLessThan(x <= 50 ? 1e-10 : 1e-8);
  });
}

describe("homogeneous spheres against the series with 60 digits (mpmath)", () => {
  it.each(golden.solids)("x $x, m $m", (wanted) => {
    const [re, im] = wanted.m as [number, number];
    expectGolden((into) => absorbingSphereSeries(wanted.x, { re, im }, into), wanted);
    if (im !== 0) return;
    expectGolden((into) => sphereSeries(wanted.x, re, into), wanted);
    expectGolden((into) => transparentSphere(wanted.x, re, into), wanted);
  });

  it.each(golden.solids.filter(({ x }) => x > 0.1))("x $x, m $m agrees with miepython", (wanted) => {
    const [re, im] = wanted.m as [number, number];
    absorbingSphereSeries(wanted.x, { re, im }, series);
    const { scattering, extinction } = efficiencies(wanted.x, series);
    expect(relative(scattering, wanted.miepython[0]!)).toBeLessThan(1e-9);
    expect(relative(extinction, wanted.miepython[1]!)).toBeLessThan(1e-9);
  });
});

describe("coated spheres against the series with 60 digits (mpmath)", () => {
  it.each(golden.coats)("core $xCore of $x, m $core in $shell", (wanted) => {
    const [core, coreIm] = wanted.core as [number, number];
    const [shell, shellIm] = wanted.shell as [number, number];
    expectGolden(
      (into) =>
        absorbingCoatedSeries(
          wanted.xCore,
          wanted.x,
          { re: core, im: coreIm },
          { re: shell, im: shellIm },
          into,
        ),
      wanted,
    );
    if (coreIm === 0 && shellIm === 0) {
      expectGolden((into) => coatedSeries(wanted.xCore, wanted.x, core, shell, into), wanted);
      expectGolden((into) => transparentCoated(wanted.xCore, wanted.x, core, shell, into), wanted);
    }
  });

  it("agrees with PyMieScatt where that agrees with 60 digits", () => {
    const held = golden.coats.filter(({ pymiescatt }) => pymiescatt !== null);
    expect(held.length).toBeGreaterThan(14);
    for (const { xCore, x, core, shell, pymiescatt } of held) {
      const index = ([re, im]: readonly number[]) => ({ re: re!, im: im! });
      absorbingCoatedSeries(xCore, x, index(core), index(shell), series);
      expect(relative(efficiencies(x, series).scattering, pymiescatt![0]!)).toBeLessThan(1e-7);
    }
  });
});

describe("TV-B5: efficiencies of homogeneous spheres", () => {
  const of = (x: number, re: number, im = 0) => {
    absorbingSphereSeries(x, { re, im }, series);
    return efficiencies(x, series);
  };

  it("m 1.5, x 10", () => {
    expect(of(10, 1.5).scattering).toBeCloseTo(2.882, 4);
    expect(of(10, 1.5).back).toBeCloseTo(1.695064, 6);
  });
  it("m 0.75, x 10", () => {
    expect(of(10, 0.75).scattering).toBeCloseTo(2.232265, 6);
    expect(of(10, 0.75).asymmetry).toBeCloseTo(0.896473, 6);
  });
  it("m 1.33 - 1e-5i, x 100", () => {
    expect(of(100, 1.33, 1e-5).scattering).toBeCloseTo(2.096594, 6);
    expect(of(100, 1.33, 1e-5).asymmetry).toBeCloseTo(0.868959, 6);
  });
  it("m 1.5 - 1i, x 1", () => {
    const { scattering, extinction, asymmetry } = of(1, 1.5, 1);
    expect(extinction).toBeCloseTo(2.336321, 6);
    expect(scattering).toBeCloseTo(0.663454, 6);
    expect(asymmetry).toBeCloseTo(0.192136, 6);
  });
  it("m 1.55, x 2 pi 0.525 / 0.6328", () => {
    const { scattering, asymmetry, back } = of((2 * Math.PI * 0.525) / 0.6328, 1.55);
    expect(scattering).toBeCloseTo(3.10543, 5);
    expect(asymmetry).toBeCloseTo(0.63314, 5);
    expect(back).toBeCloseTo(2.92534, 5);
  });
});

it("TV-B6: core of 138 nm, 1.38, in a shell to 150 nm, 1.48, at 488 nm in 1.3371", () => {
  const k = (Math.PI * 1.3371) / 488;
  coatedSeries(138 * k, 150 * k, 1.38 / 1.3371, 1.48 / 1.3371, series);
  const found = efficiencies(150 * k, series);
  expect(relative(found.scattering, 0.00382086217673)).toBeLessThan(1e-11);
  expect(found.asymmetry).toBeCloseTo(0.345867092, 9);
  expect(found.back).toBeCloseTo(0.00177466705, 11);
});
