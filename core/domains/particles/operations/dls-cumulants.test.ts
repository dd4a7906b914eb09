import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused, type Refused } from "../../../kernel/index.ts";
import golden from "./dls-cumulants.golden.json" with { type: "json" };
import { cumulantsOf, decayRate, scatteringVector, zAverageOf } from "./dls-cumulants.ts";
import { diffusionCoefficient } from "./stokes-einstein.ts";

const window = { firstDelay: 0.5, cutoff: 0.1 };
const optics = { temperature: 298.15, viscosity: 0.89, refractiveIndex: 1.33, wavelength: 633, angle: 173 };
const q = scatteringVector(1.33, 633, 173);
const delay = Array.from({ length: 200 }, (_, i) => 0.5 * 1.06 ** i);

/** g2 - 1 of spheres by the Siegert relation: beta (sum_i w_i exp(-Gamma_i t))^2, w the share of intensity. */
function spheres(diameters: readonly number[], intensity: readonly number[], beta = 0.9): number[] {
  const rates = diameters.map(
    (diameter) => decayRate(diffusionCoefficient(diameter, 298.15, 0.89), q) * 1e-6,
  );
  const whole = intensity.reduce((sum, share) => sum + share, 0);
  return delay.map(
    (t) => beta * rates.reduce((sum, rate, i) => sum + (intensity[i]! / whole) * Math.exp(-rate * t), 0) ** 2,
  );
}

function value<T>(result: { value: T } | object): T {
  if (!("value" in result)) throw new Error(JSON.stringify(result));
  return result.value;
}

test("TV-A10 scattering vector and decay rate", () => {
  expect(Math.abs(q / 0.02635403 - 1)).toBeLessThan(1e-6);
  expect(decayRate(diffusionCoefficient(100, 298.15, 0.89), q)).toBeCloseTo(3408.4, 1);
});

describe("synthetic correlograms", () => {
  test("one size: diameter exact and polydispersity 0", () => {
    const { zAverage, polydispersityIndex, intercept } = value(
      zAverageOf(delay, spheres([100], [1]), optics, window),
    );
    expect(zAverage!).toBeCloseTo(100, 6);
    expect(polydispersityIndex).toBeCloseTo(0, 8);
    expect(intercept).toBeCloseTo(0.9, 10);
  });
  test("the cumulant form itself is recovered to 1e-9", () => {
    const [beta, gamma, mu2] = [0.8, 3.4e-3, 0.2 * 3.4e-3 ** 2];
    const curve = delay.map((t) => beta * Math.exp(-2 * gamma * t) * (1 + (mu2 * t * t) / 2) ** 2);
    const fit = value(cumulantsOf(delay, curve, window));
    expect(Math.abs(fit.gamma / gamma - 1)).toBeLessThan(1e-9);
    expect(Math.abs(fit.mu2 / mu2 - 1)).toBeLessThan(1e-7);
  });
  test("a narrow mixture: harmonic intensity mean and PI = var(Gamma) / mean(Gamma)^2 within 3 %", () => {
    const sizes = Array.from({ length: 41 }, (_, i) => 70 + 1.5 * i);
    const weights = sizes.map((size) => Math.exp(-((size - 100) ** 2) / (2 * 12 ** 2)));
    const whole = weights.reduce((a, b) => a + b, 0);
    const mean = sizes.reduce((sum, size, i) => sum + weights[i]! / size, 0) / whole;
    const square = sizes.reduce((sum, size, i) => sum + weights[i]! / size ** 2, 0) / whole;
    const result = value(zAverageOf(delay, spheres(sizes, weights), optics, window));
    expect(Math.abs(result.zAverage! * mean - 1)).toBeLessThan(0.001);
    expect(Math.abs(result.polydispersityIndex / (square / mean ** 2 - 1) - 1)).toBeLessThan(0.03);
    expect(result.flags).toEqual([]);
  });
  test("two sizes far apart: flagged, and the Z-average withheld above PI 0.7", () => {
    const broad = value(zAverageOf(delay, spheres([20, 120], [0.5, 0.5]), optics, window));
    expect(broad.flags).toEqual(["dls_polydispersity_unreliable"]);
    const worse = value(
      zAverageOf(delay, spheres([5, 400], [0.55, 0.45]), optics, { ...window, cutoff: 0.02 }),
    );
    expect(worse.polydispersityIndex).toBeGreaterThan(0.7);
    expect(worse.zAverage).toBeNull();
    expect(worse.flags).toEqual(["dls_polydispersity_reject"]);
  });
  test("refractive index and viscosity of water are named as assumptions where not given", () => {
    const { assumptions } = value(
      zAverageOf(delay, spheres([100], [1]), { temperature: 298.15, wavelength: 633, angle: 173 }, window),
    );
    expect(assumptions).toEqual(expect.arrayContaining(["viscosity_of_water", "refractive_index_of_water"]));
  });
});

test("refused: geometry missing, too few points, no decay, disorder, NaN", () => {
  const curve = spheres([100], [1]);
  const codes = (result: object) =>
    isRefused(result as never) ? (result as Refused).issues[0]!.code : "accepted";
  const none = { ...optics, wavelength: undefined };
  expect(codes(zAverageOf(delay, curve, none, window))).toBe("particles-dls-geometry-missing");
  expect(codes(zAverageOf(delay.slice(0, 5), curve.slice(0, 5), optics, window))).toBe(
    "particles-correlogram-no-decay",
  );
  expect(
    codes(
      zAverageOf(
        delay,
        delay.map(() => 0.3),
        optics,
        window,
      ),
    ),
  ).toBe("particles-correlogram-no-decay");
  expect(codes(zAverageOf([...delay].reverse(), curve, optics, window))).toBe(
    "particles-correlogram-invalid",
  );
  expect(
    codes(
      zAverageOf(
        delay,
        curve.map((y, i) => (i === 3 ? Number.NaN : y)),
        optics,
        window,
      ),
    ),
  ).toBe("particles-correlogram-invalid");
});

test("two decay rates as SciPy fits them in three windows", () => {
  const curve = delay.map((t) => 0.9 * (0.7 * Math.exp(-2e-3 * t) + 0.3 * Math.exp(-5e-3 * t)) ** 2);
  for (const want of golden["two rates"]) {
    const fit = value(cumulantsOf(delay, curve, { firstDelay: 0.5, cutoff: want.cutoff }));
    expect(fit.points).toBe(want.points);
    expect(Math.abs(fit.gamma / want.gamma - 1)).toBeLessThan(1e-7);
    expect(Math.abs(fit.mu2 / fit.gamma ** 2 / want.index - 1)).toBeLessThan(1e-5);
  }
});

const real = join(process.env.VESICA_DATA ?? "../shared/data", "dls/dynapro-correlogram/test.csv");

// Wavelength and angle of the example are those of its depositor's notebook (github.com/osvalB/dynamicLightScatteringAnalysis).
test.skipIf(!existsSync(real))(
  "real DynaPro correlogram of carbonic anhydrase: 4-6 nm, and as SciPy fits it",
  () => {
    const rows = readFileSync(real, "latin1")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",").map(Number));
    golden["carbonic anhydrase"].forEach((want, acquisition) => {
      const result = zAverageOf(
        rows.map((row) => row[0]!),
        rows.map((row) => row[acquisition + 1]! - 1),
        { temperature: 298.15, wavelength: 817, angle: 150 },
        window,
      );
      if (!isAccepted(result)) throw new Error("refused");
      expect(result.value.zAverage!).toBeGreaterThan(4);
      expect(result.value.zAverage!).toBeLessThan(6);
      expect(result.value.points).toBe(want.points);
      expect(Math.abs((result.value.decayRate * 1e-6) / want.gamma - 1)).toBeLessThan(1e-6);
      expect(Math.abs(result.value.polydispersityIndex / want.index - 1)).toBeLessThan(1e-5);
    });
  },
);
