import { expect, test } from "vitest";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import { particlesPerProtein, particlesToProtein } from "./particles-to-protein.ts";

test("particles per microgram, with both relative uncertainties in squares on the log scale", () => {
  const input = {
    concentration: 6e11,
    protein: 30,
    concentrationUncertainty: 0.12,
    proteinUncertainty: 0.05,
  };
  const { ratio, interval } = value(run(particlesToProtein, input));
  expect(ratio).toBe(2e10);
  expect(relativeError(interval.upper, 2e10 * Math.exp(1.959963984540054 * 0.13))).toBeLessThan(1e-12);
  expect(relativeError(interval.lower, 2e10 * Math.exp(-1.959963984540054 * 0.13))).toBeLessThan(1e-12);
});

test("no interval where an uncertainty is not known; no ratio without protein", () => {
  expect(
    value(particlesPerProtein({ concentration: 6e11, protein: 30, proteinUncertainty: 0.1 })).interval,
  ).toBeNull();
  expect(code(particlesPerProtein({ concentration: 6e11, protein: 0 }))).toBe("particles-value-invalid");
});
