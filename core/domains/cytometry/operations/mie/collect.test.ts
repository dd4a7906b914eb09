import { describe, expect, it } from "vitest";
import { worstError } from "../../../../statistics/golden.test-support.ts";
import { aperture } from "./aperture.ts";
import golden from "./collect.golden.json" with { type: "json" };
import { createCollector, largestFoldedOrder, nodesFor, summedPower } from "./collect.ts";
import { efficiencies } from "./efficiencies.ts";
import { type Optics, type Polarisation, sideScatter, waveNumber } from "./optics.ts";
import { particleSeries, solid, vesicle } from "./particle.ts";
import { angularBreadth, createSeries } from "./series.ts";

const series = createSeries(angularBreadth);
const side = sideScatter(405, 1.343, 46);

function opticsOf(given: readonly (string | number)[]): Optics {
  const [wavelength, mediumIndex, angle, halfAngle, polarisation, stop] = given;
  return { wavelength, mediumIndex, angle, halfAngle, polarisation, stop } as Optics;
}

describe("collected power against quadrature over the cone in its own coordinates", () => {
  it.each(golden.cases)("$optics, $diameter nm", ({ optics, diameter, vesicle: coated, bead, miepython }) => {
    const collect = createCollector(opticsOf(optics));
    expect(worstError([collect(vesicle(), diameter)], [coated])).toBeLessThan(1e-11);
    expect(worstError([collect(solid(1.59), diameter)], [bead])).toBeLessThan(1e-11);
    expect(worstError([collect(solid(1.59), diameter)], [miepython])).toBeLessThan(1e-9);
  });
});

const polarisations: readonly Polarisation[] = ["perpendicular", "parallel", "unpolarised"];
const geometries = [
  [90, 46, 0],
  [90, 120, 10],
  [75, 40, 0],
  [5, 5, 0],
  [20, 30, 25],
] as const;

it.each(polarisations)(
  "folding the optics equals summing the squared amplitudes to 1e-12: %s",
  (polarisation) => {
    for (const [angle, halfAngle, stop] of geometries) {
      const optics = { ...side, angle, halfAngle, stop, polarisation };
      const collect = createCollector(optics);
      for (const diameter of [30, 150, 900, 3000]) {
        particleSeries(vesicle(), diameter, 405, 1.343, series);
        const summed = summedPower(series, aperture(optics, 2 * nodesFor(series.order)), waveNumber(optics));
        expect(worstError([collect(vesicle(), diameter)], [summed])).toBeLessThan(1e-12);
      }
    }
  },
);

it.each(polarisations)(
  "an aperture of all angles collects the scattering cross-section: %s",
  (polarisation) => {
    for (const angle of [0, 33, 90, 180]) {
      const collect = createCollector({ ...side, angle, halfAngle: 180, polarisation });
      for (const diameter of [40, 400, 4000]) {
        particleSeries(vesicle(), diameter, 405, 1.343, series);
        const x = (waveNumber(side) * diameter) / 2;
        const whole = efficiencies(x, series).scattering * Math.PI * (diameter / 2) ** 2;
        expect(worstError([collect(vesicle(), diameter)], [whole])).toBeLessThan(1e-12);
      }
    }
  },
);

it("the two polarisations average to none", () => {
  const of = (polarisation: Polarisation) => createCollector({ ...side, polarisation })(vesicle(), 300);
  expect(worstError([(of("perpendicular") + of("parallel")) / 2], [of("unpolarised")])).toBeLessThan(1e-13);
});

describe("TV-B8: 405 nm, 1.3430, side scatter with half-angle 46 degrees, perpendicular", () => {
  const collect = createCollector(side);

  // the vectors were summed over few angles: they are 0.01 to 0.08 % below the integral, which the oracles give
  it.each([
    [50, 0.14052],
    [100, 3.3236],
    [150, 14.35],
    [200, 28.013],
    [300, 44.921],
    [400, 50.323],
    [500, 99.571],
  ])("vesicle of %s nm", (diameter, wanted) => {
    expect(worstError([collect(vesicle(), diameter)], [wanted])).toBeLessThan(1e-3);
  });

  it("beads of 100 nm", () => {
    expect(worstError([collect(solid(1.6268), 100)], [66.152])).toBeLessThan(1e-3);
    expect(worstError([collect(solid(1.45), 100)], [9.137])).toBeLessThan(1e-3);
  });

  it("vesicles and beads of the vectors, as both oracles integrate them", () => {
    for (const { diameter, power } of golden.vesicles) {
      expect(worstError([collect(vesicle(), diameter)], [power])).toBeLessThan(1e-11);
    }
    for (const { diameter, index, power, miepython } of golden.solids) {
      expect(worstError([collect(solid(index), diameter)], [power])).toBeLessThan(1e-11);
      expect(worstError([collect(solid(index), diameter)], [miepython])).toBeLessThan(1e-9);
    }
  });

  it("perpendicular is the polarisation of the vectors: parallel light gives a third", () => {
    const parallel = createCollector({ ...side, polarisation: "parallel" });
    expect(parallel(vesicle(), 50) / collect(vesicle(), 50)).toBeCloseTo(0.318, 2);
  });
});

it("gives NaN, never a number, for particles beyond the folded terms", () => {
  const collect = createCollector(side);
  expect(Number.isFinite(collect(solid(1.5), 10_000))).toBe(true);
  expect(collect(solid(1.5), 60_000)).toBeNaN();
  expect(largestFoldedOrder).toBe(512);
});
