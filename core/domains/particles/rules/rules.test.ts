import { describe, expect, test } from "vitest";
import { capture, distribution, stated, study, total } from "../analysis/measurements.test-support.ts";
import type { Capture } from "../measurement.ts";

const good = (name: string, value = 1e8, given: Partial<Capture> = {}) =>
  total(name, value, 600, { driftPixelsPerFrame: { x: 1, y: 1 }, ...given });
const captures = (given: Partial<Capture> = {}, values = [1e8, 1.1e8]) =>
  values.map((value, i) => good(`v${i}`, value, given));
const of = (all: readonly Capture[], options = {}, measurement = {}, row = {}) =>
  study(
    [{ file: "a.csv", measurement: distribution(all, measurement), rows: [{ dilution: 10, ...row }] }],
    options,
  );
const sizes = ["particles.d10", "particles.d50", "particles.d90"].map(
  (id) => `${id}|sample|||S||weighting=number`,
);
const concentration = "particles.concentration|sample|||S||dilutionState=original";

describe("acceptance", () => {
  test("in order: one finding for each flag, of the study", () => {
    const found = of(captures(), { parameters: { detectionLimit: 40 } });
    for (const flag of ["drift", "low_count", "high_density", "T_missing", "viscosity_assumed", "CV>20%"]) {
      expect(found.finding(flag)).toMatchObject({
        status: "met",
        severity: "note",
        subject: { level: "study" },
      });
    }
    expect(found.finding("CV>20%")!.estimates).toEqual(["particles.cv|sample|||S|"]);
    expect(found.finding("CV>20%")!.message).toEqual({
      en: "Variation between captures: within the limit for 1 of 1 samples",
      ja: "測定間のばらつき：1 試料中 1 試料が基準内",
    });
    expect(found.finding("nonlinear")).toMatchObject({ status: "not applicable" });
    expect(found.finding("blank>10%")).toMatchObject({ status: "not applicable" });
  });

  test("drift: over 12 pixels per frame by default, on sizes and concentration", () => {
    const drifting = (x: number) => of(captures({ driftPixelsPerFrame: { x, y: 5 } })).finding("drift")!;
    expect(drifting(10).status).toBe("met");
    expect(drifting(12)).toMatchObject({
      status: "not met",
      severity: "caution",
      message: { en: "Particles drift by 13 pixels per frame (at most 12 pixels per frame)" },
      estimates: [...sizes, concentration],
    });
    expect(
      of([good("v", 1e8, { driftPixelsPerFrame: { x: 12, y: 5 } })], {
        parameters: { mostDrift: 15 },
      }).finding("drift")!.status,
    ).toBe("met");
    expect(of([total("v", 1e8)]).finding("drift")!.status).toBe("not reported");
  });

  test("low_count: 200 in a capture and 1000 in all", () => {
    expect(of([total("v", 1e8, 999)]).finding("low_count")).toMatchObject({
      status: "not met",
      message: {
        en: "Few tracks: 999 in one capture and 999 in all (at least 200 in one capture and 1000 in all)",
        ja: "軌跡が少ない：1 測定で 999、合計 999（下限 1 測定で 200、合計 1000）",
      },
    });
    const each = (...tracks: number[]) =>
      of(tracks.map((n, i) => total(`v${i}`, 1e8, n))).finding("low_count")!.status;
    expect([each(1000), each(900, 199), each(800, 200)]).toEqual(["met", "not met", "met"]);
    expect(of([capture("v")]).finding("low_count")!.status).toBe("not reported");
  });

  test("high_density: by particles per frame, or by concentration as measured", () => {
    const perFrame = (n: number) =>
      of(captures({ stated: { particlesPerFrame: stated(n), validTracks: stated(600) } }));
    expect(perFrame(100).finding("high_density")!.status).toBe("met");
    expect(perFrame(110).finding("high_density")).toMatchObject({
      status: "not met",
      estimates: [concentration],
    });
    expect(of([good("v", 1.28e9)]).finding("high_density")!.message).toEqual({
      en: "Too many particles at once: 1.28 × 10⁹/mL as measured (at most 100 per frame, 1 × 10⁹/mL as measured)",
      ja: "同時に写る粒子が多すぎる：測定時 1.28 × 10⁹/mL（上限 1 フレームあたり 100、測定時 1 × 10⁹/mL）",
    });
  });

  test("blank>10%: fails, on the share and the concentration", () => {
    const found = study([
      { file: "a.csv", measurement: distribution([good("v", 1e8)]), rows: [{ dilution: 10 }] },
      {
        file: "b.csv",
        measurement: distribution([good("b", 1.25e7)]),
        rows: [{ sample: "PBS", role: "blank" }],
      },
    ]);
    expect(found.finding("blank>10%")).toMatchObject({
      status: "not met",
      severity: "fail",
      message: { en: "The blank has 12.5 % of the sample's concentration as measured (at most 10 %)" },
      estimates: ["particles.blankShare|sample|||S|", concentration],
    });
    expect(found.finding("low_count")!.subject.sample).toBe("S");
  });

  test("CV>20%: between captures of one measurement", () => {
    const found = of([good("v0", 1e8), good("v1", 2e8)]);
    expect(found.finding("CV>20%")).toMatchObject({
      status: "not met",
      severity: "caution",
      message: { en: "Captures of one measurement differ by a CV of 47.1 % (at most 20 %)" },
      estimates: ["particles.cv|sample|||S|", concentration],
    });
    expect(of([good("v")]).finding("CV>20%")!.status).toBe("not applicable");
  });

  test("T_missing: which captures state no temperature", () => {
    const { temperatureKelvin: _, ...cold } = good("v1", 1e8);
    expect(of([good("v0"), cold]).finding("T_missing")).toMatchObject({
      status: "not met",
      message: { en: "The temperature is missing in 1 / 2 captures" },
      estimates: sizes,
    });
  });

  test("viscosity_assumed: water's viscosity as set, or none stated; one note for the study", () => {
    expect(of(captures({ viscosity: 0.8904 })).finding("viscosity_assumed")).toMatchObject({
      status: "doubtful",
      severity: "note",
      subject: { level: "study" },
      message: {
        en: "Sizes assume that the diluent is as viscous as water: set to 0.89 mPa·s. One sample: S",
      },
      estimates: sizes,
    });
    const { viscosity: _, ...unknown } = good("v");
    expect(of([unknown]).finding("viscosity_assumed")!.message.en).toContain("the file states none");
    expect(of([unknown]).one("particles.d50", "S")!.assumptions).toContain("viscosity_assumed");
    const known = { parameters: { viscosityKnown: true } };
    expect(of([unknown], known).finding("viscosity_assumed")!.status).toBe("met");
    // 2.5 % from water's 0.890439 mPa.s at 298.15 K (TV-A1): up to 0.9127
    expect(of(captures({ viscosity: 0.912 })).finding("viscosity_assumed")!.status).toBe("doubtful");
    expect(of(captures({ viscosity: 0.914 })).finding("viscosity_assumed")!.status).toBe("met");
  });

  test("truncated_below_dmin: by the model, with the limit that was used", () => {
    const found = of(captures(), { parameters: { detectionLimit: 90 } });
    expect(found.finding("truncated_below_dmin")).toMatchObject({ status: "not met", severity: "caution" });
    expect(found.finding("truncated_below_dmin")!.message.en).toContain(
      "below the limit of detection of 90 nm",
    );
    expect(found.finding("truncated_below_dmin")!.estimates).toEqual([
      "particles.detectedFraction|sample|||S|",
      ...sizes,
      concentration,
    ]);
  });

  test("of methods without tracking: drift, density, temperature and viscosity do not apply", () => {
    const found = of([good("v", 5e9)], {}, { method: "MRPS" });
    for (const flag of ["drift", "high_density", "T_missing", "viscosity_assumed"])
      expect(found.finding(flag)!.status).toBe("not applicable");
    expect(found.one("particles.concentration", "S")!.flags).not.toContain("high_density");
  });

  test("of a sample on two instruments names the instrument and rests on its numbers", () => {
    const other = { instrument: { vendor: "Particle Metrix", model: "ZetaView", software: "" } };
    const found = study([
      {
        file: "a.csv",
        measurement: distribution([good("v", 1e8), good("v2", 1e8)]),
        rows: [{ dilution: 10 }],
      },
      { file: "b.csv", measurement: distribution([total("w", 1e8, 50)], other), rows: [{ dilution: 10 }] },
    ]);
    const finding = found.finding("low_count")!;
    expect(finding.message.en).toMatch(/\(on Particle Metrix ZetaView\)$/);
    expect(finding.estimates.every((key) => key.includes("instrument=Particle Metrix ZetaView"))).toBe(true);
    expect(finding.estimates).toHaveLength(4);
  });

  test("blanks are not asked for tracks, spread or what a model says of them", () => {
    const found = of([total("v0", 1e6, 5), total("v1", 3e6, 15)], {}, {}, { role: "blank" });
    for (const flag of ["low_count", "CV>20%", "truncated_below_dmin"])
      expect(found.finding(flag)).toBeUndefined();
  });
});

describe("what the instrument says", () => {
  const warning = (severity: "fail" | "caution") => ({
    key: "Validity",
    words: "Unreliable",
    severity,
    line: 53,
  });

  test("is one finding for each sentence of a file, word for word, on the sample's numbers", () => {
    const found = of(captures({ instrumentWarnings: [warning("fail")] }));
    const finding = found.finding("instrument_warning")!;
    expect(finding).toMatchObject({
      status: "not met",
      severity: "fail",
      subject: { level: "file", file: "a.csv" },
      message: { en: "The instrument says of Validity: “Unreliable” (v0, v1)" },
      clause: "a.csv, line 53",
      estimates: [...sizes.slice(0, 3), concentration],
    });
  });

  test("as a caution is doubtful, and captures set aside say nothing", () => {
    expect(
      of(captures({ instrumentWarnings: [warning("caution")] })).finding("instrument_warning")!.status,
    ).toBe("doubtful");
    const aside = of(captures({ instrumentWarnings: [warning("fail")] }), {}, {}, { role: "ignore" });
    expect(aside.findings).toEqual([]);
  });
});
