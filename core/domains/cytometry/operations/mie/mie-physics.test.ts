import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { absorbingCoatedSeries, absorbingSphereSeries } from "./absorbing.ts";
import { amplitudes } from "./amplitudes.ts";
import { coatedSeries } from "./coated.ts";
import { efficiencies } from "./efficiencies.ts";
import { mieScattering } from "./mie-operation.ts";
import { isModerate, moderateCoated, moderateSphere } from "./moderate.ts";
import { hasContrast, solid, vesicle, volumeAverageIndex } from "./particle.ts";
import { createSeries, type MieSeries } from "./series.ts";
import { sphereSeries } from "./sphere.ts";

const series = createSeries();
const size = fc.double({ min: 0.01, max: 200, noNaN: true });
const index = fc.double({ min: 0.6, max: 2.5, noNaN: true }).filter((m) => Math.abs(m - 1) > 1e-3);
const share = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
const absorption = fc.double({ min: 1e-6, max: 3, noNaN: true });

function of(x: number, make: (series: MieSeries) => void) {
  make(series);
  return efficiencies(x, series);
}

const close = (a: number, b: number, tolerance: number) => Math.abs(a / b - 1) < tolerance;

describe("properties of the series", () => {
  test("light that is not absorbed is scattered: Q_ext = Q_sca for real indices", () => {
    fc.assert(
      fc.property(size, index, index, share, (x, core, shell, part) => {
        const plain = of(x, (into) => sphereSeries(x, core, into));
        const coated = of(x, (into) => coatedSeries(part * x, x, core, shell, into));
        return (
          close(plain.extinction, plain.scattering, 1e-12) &&
          close(coated.extinction, coated.scattering, 1e-12)
        );
      }),
    );
  });

  test("what absorbs takes out more than it scatters, and nothing is negative", () => {
    fc.assert(
      fc.property(size, index, absorption, (x, re, im) => {
        const { scattering, extinction, back } = of(x, (into) => absorbingSphereSeries(x, { re, im }, into));
        return scattering > 0 && extinction > scattering && back >= 0;
      }),
    );
  });

  test("optical theorem: Q_ext = 4 / x^2 Re S(0)", () => {
    fc.assert(
      fc.property(size, index, fc.double({ min: 0, max: 1, noNaN: true }), share, (x, re, im, part) => {
        const m = { re, im };
        const { extinction } = of(x, (into) =>
          absorbingCoatedSeries(part * x, x, { re: 1.4, im: 0 }, m, into),
        );
        return close((4 / (x * x)) * amplitudes(1, series)[0], extinction, 1e-11);
      }),
    );
  });

  test("a shell of the core's index is no shell, to 1e-9", () => {
    fc.assert(
      fc.property(size, index, share, fc.double({ min: 0, max: 1, noNaN: true }), (x, m, part, im) => {
        const plain = of(x, (into) => sphereSeries(x, m, into));
        const coated = of(x, (into) => coatedSeries(part * x, x, m, m, into));
        const dark = of(x, (into) => absorbingSphereSeries(x, { re: m, im }, into));
        const darkCoated = of(x, (into) =>
          absorbingCoatedSeries(part * x, x, { re: m, im }, { re: m, im }, into),
        );
        return (
          close(coated.scattering, plain.scattering, 1e-9) &&
          close(darkCoated.scattering, dark.scattering, 1e-9) &&
          close(darkCoated.extinction, dark.extinction, 1e-9)
        );
      }),
    );
  });

  test("the real and the complex path agree to 1e-9", () => {
    fc.assert(
      fc.property(size, index, index, share, (x, core, shell, part) => {
        const real = of(x, (into) => coatedSeries(part * x, x, core, shell, into));
        const both = of(x, (into) =>
          absorbingCoatedSeries(part * x, x, { re: core, im: 0 }, { re: shell, im: 0 }, into),
        );
        return close(real.scattering, both.scattering, 1e-9);
      }),
    );
  });

  test("products and ratios of the functions agree to 1e-9", () => {
    const moderate = fc.double({ min: 0.01, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        moderate,
        index,
        index,
        fc.double({ min: 0.1, max: 0.9999, noNaN: true }),
        (x, core, shell, part) => {
          fc.pre(
            isModerate(x, part * x * Math.min(core, shell), Math.min(core, shell), Math.max(core, shell)),
          );
          const plain = of(x, (into) => moderateSphere(x, core, into));
          const coated = of(x, (into) => moderateCoated(part * x, x, core, shell, into));
          return (
            close(plain.scattering, of(x, (into) => sphereSeries(x, core, into)).scattering, 1e-9) &&
            close(
              coated.scattering,
              of(x, (into) => coatedSeries(part * x, x, core, shell, into)).scattering,
              1e-9,
            )
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("forward light is the same in both polarisations, backward light opposite", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), index, (x, m) => {
        sphereSeries(x, m, series);
        const [f1, f2, f3, f4] = amplitudes(1, series);
        const [b1, b2, b3, b4] = amplitudes(-1, series);
        const forward = Math.hypot(f1 - f3, f2 - f4) / Math.hypot(f1, f2);
        return forward < 1e-12 && Math.hypot(b1 + b3, b2 + b4) < 1e-9 * Math.hypot(f1, f2);
      }),
    );
  });
});

function cross(
  model: Parameters<typeof mieScattering>[0],
  diameter: number,
  wavelength = 405,
  medium = 1.343,
) {
  const found = mieScattering(model, wavelength, medium, [diameter]);
  if (!("value" in found)) throw new Error(found.issues[0]!.code);
  return found.value[0]!.scatteringCrossSection;
}

test("lengths scale together: the cross-section goes with the square, whatever the unit", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 20, max: 3000, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (d, s) => {
        const plain = cross(vesicle(1.38, 1.48, 6), d, 405, 1.343);
        const scaled = cross(vesicle(1.38, 1.48, 6 * s), d * s, 405 * s, 1.343);
        return close(scaled, plain * s * s, 1e-10);
      },
    ),
  );
});

test("the sign of the imaginary index is a convention: both give the same", () => {
  const gold = (absorption: number) =>
    cross({ kind: "solid", material: { index: 0.97, absorption } }, 60, 532);
  expect(gold(1.86)).toBe(gold(-1.86));
});

describe("TV-B7: scattering cross-sections at 405 nm in 1.3430", () => {
  it.each([
    [50, 0.71265],
    [100, 17.451],
    [150, 89.169],
    [200, 268.23],
    [300, 1355.2],
  ])("vesicle of %s nm: %s nm2", (diameter, wanted) => {
    expect(close(cross(vesicle(), diameter), wanted, 5e-5)).toBe(true);
  });
  it.each([
    [100, 343.56],
    [200, 9503],
  ])("polystyrene of %s nm: %s nm2", (diameter, wanted) => {
    expect(close(cross(solid(1.6268), diameter), wanted, 5e-5)).toBe(true);
  });
});

describe("TV-B9: small particles", () => {
  const rayleigh = (d: number, n: number) => {
    const k = (2 * Math.PI * 1.343) / 405;
    const m = (n / 1.343) ** 2;
    return ((8 * Math.PI) / 3) * k ** 4 * (d / 2) ** 6 * ((m - 1) / (m + 2)) ** 2;
  };

  it("Rayleigh is 8.5 % too high at 50 nm and right for 1 nm", () => {
    expect(rayleigh(50, 1.48)).toBeCloseTo(1.7152, 4);
    expect(cross(solid(1.48), 50)).toBeCloseTo(1.5814, 4);
    expect(close(cross(solid(1.48), 1), rayleigh(1, 1.48), 1e-4)).toBe(true);
  });

  it.each([
    [50, 1.4361],
    [100, 1.4119],
    [200, 1.3969],
  ])("volume-average index of a vesicle of %s nm is %s", (diameter, wanted) => {
    expect(volumeAverageIndex(vesicle(), diameter)).toBeCloseTo(wanted, 4);
  });
});

test("a shell thicker than the radius leaves a sphere of shell; no contrast scatters nothing", () => {
  expect(cross(vesicle(1.38, 1.48, 6), 12)).toBe(cross(solid(1.48), 12));
  expect(cross(vesicle(1.38, 1.48, 6), 10)).toBe(cross(solid(1.48), 10));
  expect(cross(solid(1.343), 100)).toBeLessThan(1e-25);
  expect([hasContrast(solid(1.343), 1.343), hasContrast(solid(1.344), 1.343)]).toEqual([false, true]);
  expect(hasContrast(vesicle(1.343, 1.343), 1.343)).toBe(false);
  expect(volumeAverageIndex(vesicle(), 10)).toBe(1.48);
});
