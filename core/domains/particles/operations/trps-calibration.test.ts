import { describe, expect, test } from "vitest";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import { pulseDiameter, trpsCalibration } from "./trps-calibration.ts";

const near = (found: number, want: number, tolerance = 1e-6) =>
  expect(relativeError(found, want), `${found} for ${want}`).toBeLessThan(tolerance);

describe("TRPS", () => {
  const rates = (slope: number, intercept = 0) =>
    [400, 600, 800, 1000].map((pressure, i) => ({
      pressure,
      rate: slope * pressure + intercept + [1, -1, -1, 1][i]!,
    }));
  const calibrant = { diameter: 115, pulse: 0.3, concentration: 1e10, rates: rates(950) };
  const calibrated = (input: object) => value(run(trpsCalibration, input));

  test("TV-A11 diameter of a pulse, and concentration by slopes", () => {
    near(pulseDiameter(0.55, 0.3, 115), 140.749, 3e-6);
    const found = calibrated({ pulses: [0.55], sample: { rates: rates(820) }, calibrant, dilution: 50 });
    near(found.diameters[0], 140.749, 3e-6);
    near(found.asMeasured, 8.63158e9, 1e-6);
    near(found.original, 50 * 8.63158e9, 1e-6);
    expect(found.flags).toEqual(["trps_settings_not_compared"]);
  });
  test("an intercept that is not 0 is flagged; two pressures cannot test it", () => {
    expect(calibrated({ sample: { rates: rates(820, 90_000) }, calibrant }).flags).toContain(
      "trps_intercept",
    );
    const two = calibrated({ sample: { rates: rates(820).slice(0, 2) }, calibrant });
    expect(two.flags).toContain("trps_intercept_not_tested");
    expect(two.original).toBeNull();
  });
  test("refused: one pressure, falling rate, other settings", () => {
    const settings = { electrolyte: "PBS", stretch: 47, voltage: 0.6 };
    const at = (sample: object, over: object = {}) =>
      code(run(trpsCalibration, { sample, calibrant: { ...calibrant, ...over } }));
    expect(at({ rates: [{ pressure: 400, rate: 5 }] })).toBe("particles-trps-pressures");
    expect(
      at({
        rates: [
          { pressure: 400, rate: 9 },
          { pressure: 800, rate: 5 },
        ],
      }),
    ).toBe("particles-trps-sample-no-slope");
    expect(at({ rates: rates(820), settings }, { settings: { ...settings, voltage: 0.5 } })).toBe(
      "particles-trps-settings-differ",
    );
  });
});
