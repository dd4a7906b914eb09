import { describe, expect, test } from "vitest";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { capture, distribution, stated, study } from "./measurements.test-support.ts";

const delay = Float64Array.from({ length: 120 }, (_, i) => 0.5 * 1.08 ** i);
/** TV-A10: particles of 100 nm at 173 degrees and 633 nm decay with 3408.4 1/s. */
const g2 = delay.map((t) => 0.9 * Math.exp(-2 * 3408.4e-6 * t));

function record(given: Partial<DlsRecord> = {}): DlsRecord {
  return {
    name: "r1",
    zAverage: null,
    polydispersityIndex: null,
    peaks: [],
    derivedCountRate: null,
    intercept: null,
    temperatureKelvin: 298.15,
    viscosity: 0.89,
    distribution: null,
    correlogram: {
      name: "correlogram",
      columns: [
        { name: "delay", unit: "us", values: delay },
        { name: "g2", unit: "1", values: g2 },
      ],
    },
    refractiveIndex: 1.33,
    wavelength: 633,
    angle: 173,
    line: 1,
    instrumentWarnings: [],
    ...given,
  };
}

function dls(records: readonly DlsRecord[]): DlsMeasurement {
  const instrument = { vendor: "", model: "", software: "" };
  return { kind: "dls", format: "dynapro", instrument, settings: [], instrumentWarnings: [], records };
}

const file = (records: readonly DlsRecord[], row = {}) => [
  { file: "d.csv", measurement: dls(records), rows: [row] },
];

describe("light scattering", () => {
  test("TV-A10: the Z-average of a correlogram without any stated number is 100 nm, by intensity", () => {
    const found = study(file([record()]));
    const own = found.one("particles.zAverage", "r1")!;
    expect(own.value).toBeCloseTo(100, 1);
    expect(own).toMatchObject({ basis: "inferred", qualifiers: { weighting: "intensity" }, interval: null });
    expect(own.assumptions).toContain("weighted_by_scattered_intensity");
  });

  test("names the optics that the file does not have, and takes them from the study", () => {
    const blind = record({ wavelength: null, angle: null });
    const found = study(file([blind]));
    const issue = found.issues.find(({ code }) => code === "particles-correlogram-needs-optics")!;
    expect(issue.parameters).toEqual({ record: "r1", missing: "wavelength, angle" });
    expect(found.one("particles.zAverage", "r1")).toBeUndefined();
    const told = study(file([blind]), { parameters: { wavelength: 633, angle: 173 } });
    expect(told.one("particles.zAverage", "r1")!.value).toBeCloseTo(100, 1);
  });

  test("assumes water where the file states neither viscosity nor index, and says so", () => {
    const own = study(file([record({ viscosity: null, refractiveIndex: null })])).one(
      "particles.zAverage",
      "r1",
    )!;
    expect(own.assumptions).toEqual(
      expect.arrayContaining(["viscosity_of_water", "refractive_index_of_water"]),
    );
  });

  test("flags stated numbers by the stated polydispersity index", () => {
    const flags = (index: number) =>
      study(
        file([
          record({ correlogram: null, zAverage: stated(150, "nm"), polydispersityIndex: stated(index) }),
        ]),
      ).one("particles.stated.zAverage", "r1")!.flags;
    expect([0.2, 0.5, 0.8].map(flags)).toEqual([
      [],
      ["dls_polydispersity_unreliable"],
      ["dls_polydispersity_reject"],
    ]);
  });

  test("is neither averaged nor compared with tracked particles", () => {
    const found = study([
      ...file([record({ zAverage: stated(150, "nm") })]),
      { file: "n.csv", measurement: distribution([capture("v")]), rows: [{}] },
    ]);
    expect(found.one("particles.d50", "S")!.value).toBeCloseTo(107.5, 10);
    expect(found.estimates.filter(({ id }) => id.includes("instrumentRatio"))).toEqual([]);
  });

  test("sets records aside by role", () => {
    expect(study(file([record()], { role: "ignore" })).estimates).toEqual([]);
  });
});
